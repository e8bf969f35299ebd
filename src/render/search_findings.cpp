#include "render/search_findings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "derive/missing_history.hpp"
#include "diag/code_names.hpp"
#include "render/addresses.hpp"
#include "text/search_words.hpp"

namespace handbok {
namespace {

using search::Entry;
using search::WordGroups;

Diagnostic finding(Code code, Location location, const std::vector<std::string>& what) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.location = std::move(location);
  diagnostic.what = what;
  diagnostic.severity = info_of(code).severity;
  return diagnostic;
}

/// False if the entry's name is only like the phrase, as "rad" is like "råd": the page then puts
/// what is written as it was asked for first.
bool is_called(const Entry& entry, std::string_view phrase) {
  const auto words = search_words(phrase);
  return search_words(entry.title) == words ||
         std::ranges::any_of(entry.names, [&](const search::Name& name) {
           return search_words(name.text) == words;
         });
}

/// Asks for what leads to documents.
class Asker {
public:
  Asker(const SiteContext& site, const std::vector<Entry>& entries, const WordGroups& groups,
        Diagnostics& diagnostics)
      : site_(site),
        entries_(entries),
        groups_(groups),
        diagnostics_(diagnostics) {}

  void ask_for_documents() {
    for (const auto& listed : site_.index().documents) {
      const auto* const revision = listed.revision;
      if (revision == nullptr || listed.day->state != DocumentState::in_force) continue;
      ask(*revision, revision->title, "title");
      for (const auto& phrase : revision->asked_as)
        ask(*revision, phrase, "asked_as");
    }
  }

  void ask_for_everyday_words() {
    for (const auto& words : site_.handbook().everyday_words) {
      const bool is_known = !words.means.empty() && finds(words.means, {});
      for (const auto& phrase : words.said) {
        if (is_known || groups_.first_named(phrase) != nullptr) continue;
        report_row(words.location, "everyday_words", phrase);
      }
    }
  }

  void ask_for_terms() {
    for (const auto& term : site_.handbook().terms) {
      if (!finds(term.term, address::term(term.id))) report_row(term.location, "terms", term.term);
    }
  }

private:
  void report_row(const Location& location, const std::string& source, const std::string& phrase) {
    if (!is_known(site_.view(), site_.view().day())) return;  // perhaps in a text that is not here
    auto diagnostic = finding(Code::search_unanswered, location, {phrase});
    diagnostic.about = {Part::registers, source, {}, {}};
    diagnostics_.report(std::move(diagnostic));
  }

  void ask(const Revision& revision, const std::string& phrase, std::string_view key) {
    const auto* const first = groups_.first_named(phrase);
    const auto own = address::document(site_.handbook(), revision.document);
    if (first == nullptr || entries_[first->entry].address == own) return;
    if (!is_called(entries_[first->entry], phrase)) return;
    auto diagnostic = finding(Code::search_not_first, revision.at(key),
                              {phrase, "”" + entries_[first->entry].title + "”"});
    diagnostic.subject = revision.document;
    diagnostic.revision = revision.key();
    diagnostic.about = {Part::texts, {}, revision.document, {}};
    diagnostic.owner = revision.owner;
    diagnostic.units = {revision.unit};
    diagnostics_.report(std::move(diagnostic));
  }

  /// True if something else than what lies at `but_for` has all words of the phrase.
  bool finds(std::string_view phrase, std::string_view but_for) const {
    std::set<std::uint32_t> found;
    bool is_first = true;
    for (const auto& word : search_words(phrase)) {
      std::set<std::uint32_t> with_word;
      for (const auto& posting : groups_.find(word))
        if (is_first || found.contains(posting.entry)) with_word.insert(posting.entry);
      found = std::move(with_word);
      is_first = false;
    }
    return std::ranges::any_of(
        found, [&](std::uint32_t entry) { return entries_[entry].address != but_for; });
  }

  const SiteContext& site_;
  const std::vector<Entry>& entries_;
  const WordGroups& groups_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_search_findings(const SiteContext& site, const std::vector<search::Entry>& entries,
                            const search::WordGroups& groups, Diagnostics& diagnostics) {
  Asker asker(site, entries, groups, diagnostics);
  asker.ask_for_documents();
  asker.ask_for_everyday_words();
  asker.ask_for_terms();
}

}  // namespace handbok
