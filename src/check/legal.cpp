// Statutes that documents cite, and words that law has replaced.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/text_hash.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/known_law.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "model/body_words.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// The first citation of each source in each revision that `is_wanted` picks.
template <typename Predicate>
std::vector<const OwnCitation*> first_citations(const CheckContext& context, Predicate is_wanted) {
  std::vector<const OwnCitation*> first;
  std::set<std::pair<const Revision*, std::string_view>> seen;
  for (const auto& citation : context.citations()) {
    if (!is_wanted(citation)) continue;
    if (seen.emplace(citation.revision, citation.number).second) first.push_back(&citation);
  }
  return first;
}

/// False for what has applied: the archive may rest on the law of its time.
bool is_or_will_be_in_force(const CheckContext& context, const Revision& revision) {
  return context.view().of(revision).state <= RevisionState::in_force;
}

/// "2015:10" of "SOSFS 2015:10"
std::string_view year_and_number(std::string_view number) {
  return number.substr(number.rfind(' ') + 1);
}

/// The words around every place where the revision has that number: a name may stand beside any.
std::string words_of_all_places(const CheckContext& context, const OwnCitation& wanted) {
  std::string words;
  for (const auto& citation : context.citations()) {
    if (citation.revision == wanted.revision && citation.number == wanted.number)
      words.append(citation.nearby).append("\n");
  }
  return words;
}

/// The number that was meant: at most two typing mistakes away, or right but for its series, of a
/// statute in force that the words around name. Nothing if there is none: a wrong law is worse
/// advice than no advice.
std::string number_meant(const CheckContext& context, const OwnCitation& citation) {
  constexpr std::size_t mistakes_max = 2;
  const auto words = words_of_all_places(context, citation);
  std::vector<std::string> numbers;
  const auto add = [&](const std::string& number, bool is_repealed, const auto& named) {
    if (!is_repealed && is_named_in(words, names_of(named))) numbers.push_back(number);
  };
  for (const auto& source : context.handbook().sources)
    add(source.number, source.repealed_on && *source.repealed_on <= context.day(), source);
  for (const auto& statute : context.law().statutes)
    add(statute.number, statute.is_repealed_on(context.day()), statute);
  const auto same = std::ranges::find(numbers, year_and_number(citation.number), &year_and_number);
  return near_slot(same != numbers.end() ? std::optional(*same)
                                         : nearest(citation.number, numbers, mistakes_max));
}

std::string numbers_of_successors(const Handbook& handbook, const LegalSource& source) {
  std::vector<std::string> numbers;
  for (const auto& id : source.replaced_by) {
    const auto* const successor = handbook.find_source(id);
    numbers.push_back(successor == nullptr ? id : successor->number);
  }
  return numbers.empty() ? "@nothing.no_successor" : join(numbers, ", ");
}

/// Tells that a statute which the register lacks is known to have ceased.
void report_repealed(CheckContext& context, const OwnCitation& citation,
                     const KnownStatute& statute) {
  context.report(
      *citation.revision,
      {Code::legal_repealed,
       citation.location,
       {citation.revision->document, citation.number + " (" + statute.title + ")",
        statute.repealed_on ? statute.repealed_on->to_string() : "@law.some_day"},
       {statute.replaced_by.empty() ? "@nothing.no_successor" : join(statute.replaced_by, ", ")}});
}

bool has_clause_list(const Handbook& handbook, const SourceId& source) {
  return std::ranges::find(handbook.clauses, source, &Clause::source) != handbook.clauses.end();
}

void check_clauses(CheckContext& context, const OwnCitation& citation,
                   std::set<std::string>& reported) {
  for (const auto& clause : citation.clauses) {
    const auto ref = reference_to(clause);
    if (ref.empty() || has_clause(context.handbook(), citation.source->id, ref)) continue;
    const auto& revision = *citation.revision;
    const auto key = revision.document + "@" + std::to_string(revision.number) + "/" +
                     citation.source->id + "/" + ref;
    if (!reported.insert(key).second) continue;
    context.report(
        revision,
        {Code::legal_clause_unknown, citation.location, {revision.document, ref, citation.number}});
  }
}

bool is_letter_at(std::string_view text, std::size_t offset) {
  return is_letter(text[offset]) || is_beyond_ascii(text[offset]);
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const bool starts = begin == 0 || !is_letter_at(text, begin - 1);
  const bool ends = end == text.size() || !is_letter_at(text, end);
  return starts && ends;
}

/// True if the word at `begin` is the end of the right expression, as "sekretesslagen" is of
/// "offentlighets- och sekretesslagen".
bool is_part_of_use(std::string_view text, std::size_t begin, const OutdatedWord& word) {
  const auto end = word.use.find(word.word);
  return end != std::string::npos && end > 0 && begin >= end &&
         text.substr(begin - end, end) == std::string_view(word.use).substr(0, end);
}

/// The letters that a text begins with, or else its first byte.
std::string_view beginning_of(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_letter_at(text, letters))
    ++letters;
  return text.substr(0, std::max<std::size_t>(letters, 1));
}

/// The outdated words of a day, to be found in texts at a cost that does not grow with their
/// number.
class OutdatedForms {
public:
  OutdatedForms(const Handbook& handbook, Date day) {
    for (const auto& word : handbook.outdated_words) {
      if (day < word.since) continue;
      add(word, word.word);
      for (const auto& form : word.forms)
        add(word, form);
    }
  }

  bool is_empty() const { return forms_.empty(); }

  /// Hands over each word that stands in `text`, in lower case, as a word of its own.
  template <typename Use>
  void find(std::string_view text, Use use) const {
    for (std::size_t at = 0; at < text.size();) {
      const auto beginning = beginning_of(text.substr(at));
      if (const auto known = forms_.find(beginning); known != forms_.end()) {
        for (const auto& [form, word] : known->second) {
          const bool is_there = text.substr(at, form.size()) == form &&
                                stands_alone(text, at, at + form.size()) &&
                                !is_part_of_use(text, at, *word);
          if (is_there) use(*word);
        }
      }
      at += beginning.size();
    }
  }

private:
  void add(const OutdatedWord& word, const std::string& form) {
    auto lower = to_lower(form);
    if (lower.empty()) return;
    const std::string beginning(beginning_of(lower));
    forms_[beginning].emplace_back(std::move(lower), &word);
  }

  TextMap<std::vector<std::pair<std::string, const OutdatedWord*>>> forms_;  ///< by beginning
};

void check_words(CheckContext& context, const Revision& revision, const OutdatedForms& forms) {
  std::set<const OutdatedWord*> reported;
  for (const auto& text : texts_of(revision.body)) {
    if (text.is_quotation) continue;
    forms.find(to_lower(text.text), [&](const OutdatedWord& word) {
      if (!reported.insert(&word).second) return;
      context.report(revision, {Code::legal_term_outdated,
                                revision.at(text.position),
                                {revision.document, word.word, word.since.to_string(), word.use}});
    });
  }
}

}  // namespace

void check_legal_unknown(CheckContext& context) {
  const auto is_unknown = [&](const OwnCitation& citation) {
    return citation.source == nullptr && context.law().find(citation.number) == nullptr;
  };
  for (const auto* const citation : first_citations(context, is_unknown)) {
    context.report(*citation->revision, {Code::legal_unknown,
                                         citation->location,
                                         {citation->revision->document, citation->number},
                                         {number_meant(context, *citation)}});
  }
}

void check_legal_unregistered(CheckContext& context) {
  const auto is_unregistered = [&](const OwnCitation& citation) {
    return citation.source == nullptr && context.law().find(citation.number) != nullptr;
  };
  for (const auto* const citation : first_citations(context, is_unregistered)) {
    const auto& statute = *context.law().find(citation->number);
    if (statute.is_repealed_on(context.day())) {
      report_repealed(context, *citation, statute);
      continue;
    }
    const bool is_meant = is_named_in(words_of_all_places(context, *citation), names_of(statute));
    context.report(*citation->revision,
                   {Code::legal_unregistered,
                    citation->location,
                    {citation->revision->document, citation->number, statute.title},
                    {source_id_of(citation->number),
                     is_meant ? std::string() : number_meant(context, *citation)}});
  }
}

void check_legal_repealed(CheckContext& context) {
  const auto is_repealed = [&](const OwnCitation& citation) {
    return citation.source != nullptr && citation.source->repealed_on &&
           *citation.source->repealed_on <= context.day() &&
           is_or_will_be_in_force(context, *citation.revision);
  };
  for (const auto* const citation : first_citations(context, is_repealed)) {
    context.report(*citation->revision,
                   {Code::legal_repealed,
                    citation->location,
                    {citation->revision->document, citation->number,
                     citation->source->repealed_on->to_string()},
                    {numbers_of_successors(context.handbook(), *citation->source)}});
  }
}

namespace {

/// Where the clause of an earlier statute went that the cited one now has under another number.
struct Moved {
  std::string number;  ///< of the earlier statute
  std::string to;
};

/// What the register says of the cited statute, then what is known beside it. No value if the
/// number is in use there too.
std::optional<Moved> moved_from(const CheckContext& context, const OwnCitation& citation,
                                const std::string& ref) {
  std::vector<KnownMove> moves;
  if (citation.source != nullptr) {
    for (const auto& moved : citation.source->moved) {
      const auto* const earlier = context.handbook().find_source(moved.source);
      moves.push_back({earlier == nullptr ? moved.source : earlier->number, moved.ref, moved.to});
    }
  }
  const auto* const known = context.law().find(citation.number);
  if (known != nullptr) moves.insert(moves.end(), known->moved.begin(), known->moved.end());
  const auto moved = std::ranges::find(moves, ref, &KnownMove::ref);
  const bool is_used = std::ranges::find(moves, ref, &KnownMove::to) != moves.end();
  if (is_used || moved == moves.end()) return std::nullopt;
  return Moved{moved->number, moved->to};
}

}  // namespace

void check_legal_clause_moved(CheckContext& context) {
  std::set<std::pair<const Revision*, std::string>> reported;
  for (const auto& citation : context.citations()) {
    for (const auto& clause : citation.clauses) {
      const auto ref = reference_to(clause);
      const auto moved = moved_from(context, citation, ref);
      if (!moved || !reported.emplace(citation.revision, citation.number + "/" + ref).second)
        continue;
      context.report(*citation.revision,
                     {Code::legal_clause_moved,
                      citation.location,
                      {citation.revision->document, ref, citation.number, moved->number},
                      {moved->to}});
    }
  }
}

void check_legal_section_missing(CheckContext& context) {
  std::set<std::pair<const Revision*, std::string>> reported;
  for (const auto& citation : context.citations()) {
    const auto* const statute = context.law().find(citation.number);
    const bool has_list =
        citation.source != nullptr && has_clause_list(context.handbook(), citation.source->id);
    if (statute == nullptr || has_list) continue;
    for (const auto& clause : citation.clauses) {
      const auto ref = reference_to(clause);
      const bool is_missing = lacks_section(*statute, clause.chapter, clause.section) &&
                              !moved_from(context, citation, ref);
      if (!is_missing || !reported.emplace(citation.revision, citation.number + "/" + ref).second)
        continue;
      context.report(*citation.revision,
                     {Code::legal_section_missing,
                      citation.location,
                      {citation.revision->document, ref.empty() ? clause.chapter + " kap." : ref,
                       citation.number, statute->title,
                       statute->seen_on ? statute->seen_on->to_string() : "–"}});
    }
  }
}

void check_legal_clause_unknown(CheckContext& context) {
  std::set<std::string> reported;
  for (const auto& citation : context.citations()) {
    const bool has_list =
        citation.source != nullptr && has_clause_list(context.handbook(), citation.source->id);
    if (has_list) check_clauses(context, citation, reported);
  }
}

void check_legal_not_yet_in_force(CheckContext& context) {
  const auto is_future = [&](const OwnCitation& citation) {
    return citation.source != nullptr && citation.source->in_force_from &&
           context.day() < *citation.source->in_force_from;
  };
  for (const auto* const citation : first_citations(context, is_future)) {
    context.report(*citation->revision, {Code::legal_not_yet_in_force,
                                         citation->location,
                                         {citation->revision->document, citation->number,
                                          citation->source->in_force_from->to_string()}});
  }
}

void check_legal_term_outdated(CheckContext& context) {
  const OutdatedForms forms(context.handbook(), context.day());
  if (forms.is_empty()) return;
  for (const auto& checked : context.revisions()) {
    if (checked.state == RevisionState::in_force) check_words(context, *checked.revision, forms);
  }
}

void check_legal_source_unreviewed(CheckContext& context) {
  const int months = context.handbook().settings.source_check_months;
  for (const auto& source : context.handbook().sources) {
    const bool is_fresh =
        source.checked_on && context.day() <= source.checked_on->plus_months(months);
    if (is_fresh) continue;
    CheckReport report{
        Code::legal_source_unreviewed,
        source.location,
        {source.number, source.checked_on ? source.checked_on->to_string() : "@nothing.never"}};
    report.subject = source.number;
    report.owner = source.checked_by;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
