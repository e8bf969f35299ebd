#include "check/own_citations.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "derive/law_uses.hpp"
#include "model/body_words.hpp"
#include "text/cited_source.hpp"

namespace handbok {
namespace {

/// The titles of the sources, by what texts call them: "socialtjänstlagen".
using Titles = std::map<std::string, std::string, std::less<>>;

Titles titles_in(const Handbook& handbook) {
  Titles titles;
  for (const auto& source : handbook.sources)
    if (auto name = definite_name(source.title); !name.empty()) titles[name] = source.title;
  return titles;
}

std::vector<std::string> names_in(const Handbook& handbook, const Titles& titles) {
  std::vector<std::string> names;
  for (const auto& [name, title] : titles)
    names.push_back(name);
  std::ranges::move(names_of_sources(handbook), std::back_inserter(names));
  return names;
}

/// The part of the sentence that the citation stands in: between commas, where its name would be.
std::string words_around(std::string_view text, const Citation& citation) {
  constexpr std::string_view ends = ",;.";
  const auto before = text.substr(0, citation.begin).find_last_of(ends);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  return std::string(text.substr(begin, text.find_first_of(ends, citation.end) - begin));
}

class Collector {
public:
  Collector(const Handbook& handbook, Date day)
      : handbook_(&handbook),
        day_(day),
        titles_(titles_in(handbook)),
        finder_(names_in(handbook, titles_)) {}

  void add_revision(const Revision& revision) {
    for (const auto& basis : revision.legal_basis) {
      add_basis(revision, basis);
    }
    for (const auto& text : texts_of(revision.body)) {
      if (!text.is_quotation) add_text(revision, text.text, revision.at(text.position));
    }
  }

  std::vector<OwnCitation> take() { return std::move(citations_); }

private:
  /// A row of the legal basis names one source, which need not look like a statute.
  void add_basis(const Revision& revision, const std::string& basis) {
    const auto location = revision.at("legal_basis");
    if (const auto* const source = find_source_by_number(*handbook_, basis)) {
      citations_.push_back({&revision, source->number, source, {}, location});
      return;
    }
    const auto count = citations_.size();
    add_text(revision, basis, location);
    if (citations_.size() == count) {
      citations_.push_back({&revision, basis, nullptr, {}, location});
    }
  }

  void add_text(const Revision& revision, std::string_view text, const Location& location) {
    for (auto& citation : finder_.find(text)) {
      const auto* const source = source_of(citation, revision);
      auto number = source != nullptr ? source->number : citation.source;
      if (number.empty()) continue;  // a section alone: nobody knows of what
      citations_.push_back({&revision, std::move(number), source, std::move(citation.clauses),
                            location, words_around(text, citation)});
    }
  }

  const LegalSource* source_of(const Citation& citation, const Revision& revision) const {
    if (!citation.source.empty()) return find_source_by_number(*handbook_, citation.source);
    if (citation.name.empty()) return nullptr;
    const auto day = revision.approval ? revision.approval->valid_from : std::nullopt;
    const auto title = titles_.find(citation.name);
    return find_source_by_name(*handbook_, title == titles_.end() ? citation.name : title->second,
                               day.value_or(day_));
  }

  const Handbook* handbook_;
  Date day_;
  Titles titles_;
  CitationFinder finder_;
  std::vector<OwnCitation> citations_;
};

}  // namespace

std::vector<std::string> names_of_sources(const Handbook& handbook) {
  std::vector<std::string> names;
  for (const auto& source : handbook.sources) {
    if (!source.short_name.empty()) names.push_back(source.short_name);
    names.insert(names.end(), source.aliases.begin(), source.aliases.end());
  }
  return names;
}

std::string reference_to(const CitedClause& clause) {
  if (clause.section.empty() || clause.chapter.empty()) return clause.section;
  return clause.chapter + ":" + clause.section;
}

std::vector<OwnCitation> own_citations(const Handbook& handbook,
                                       const std::vector<const Revision*>& revisions, Date day) {
  Collector collector(handbook, day);
  for (const auto* const revision : revisions) {
    collector.add_revision(*revision);
  }
  return collector.take();
}

}  // namespace handbok
