#include "derive/known_law.hpp"

#include <algorithm>
#include <cctype>

#include "base/numbers.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/law_uses.hpp"

namespace handbok {
namespace {

constexpr std::size_t letters_of_longer_word = 4;

bool has_longer_words_of(const std::string& text, std::string_view name) {
  bool has_any = false;
  for (const auto word : split(name, ' ')) {
    if (word.size() < letters_of_longer_word) continue;
    if (text.find(to_lower(word)) == std::string::npos) return false;
    has_any = true;
  }
  return has_any;
}

std::string quoted(std::string_view text) {
  return std::string("\"").append(text).append("\"");
}

std::string day_or_dash(const std::optional<Date>& day) {
  return day ? day->to_string() : "–";
}

/// The statute that a row means although its number is not quite one: without its series, or with
/// that of another authority; then the title must fit.
const KnownStatute* meant_by(const LegalSource& source, const LawPack& pack) {
  if (const auto* const known = pack.find("SFS " + source.number)) return known;
  const auto number = std::string_view(source.number).substr(source.number.rfind(' ') + 1);
  const auto found = std::ranges::find_if(pack.statutes, [&](const KnownStatute& known) {
    return known.number.ends_with(number) && known.number.size() > number.size() &&
           known.number[known.number.size() - number.size() - 1] == ' ' &&
           is_named_in(source.title, names_of(known));
  });
  return number.size() == source.number.size() || found == pack.statutes.end() ? nullptr : &*found;
}

class RegisterComparison {
public:
  RegisterComparison(const Handbook& handbook, const LawPack& pack, Date day)
      : handbook_(handbook),
        pack_(pack),
        day_(day) {}

  void compare(const LegalSource& source) {
    const auto* known = pack_.find(source.number);
    LawProposal proposal{source.id, &source, known, {}};
    if (known == nullptr) {
      known = meant_by(source, pack_);
      if (known == nullptr) return;
      proposal.known = known;
      add(proposal, LawChange::number, source.number, "number", quoted(known->number));
    }
    compare_days(source, *known, proposal);
    compare_successors(source, *known, proposal);
    compare_moves(source, *known, proposal);
    if (!proposal.differences.empty()) proposals_.emplace(proposal.id, proposal);
    rows_.emplace(known->number, source.number);
  }

  /// What replaced those that are compared, where the register lacks it.
  void propose_successors() {
    for (const auto& [number, written] : rows_) {
      const auto& known = *pack_.find(number);
      if (!known.is_repealed_on(day_)) continue;
      for (const auto& successor : known.replaced_by)
        propose_new(successor, LawChange::successor, written);
    }
  }

  void propose_new(std::string_view number, LawChange change, const std::string& detail) {
    const auto* const known = pack_.find(number);
    const bool is_useful =
        known != nullptr && !known->is_repealed_on(day_) && !rows_.contains(known->number);
    if (!is_useful) return;
    LawProposal proposal{source_id_of(number), nullptr, known, {}};
    while (handbook_.find_source(proposal.id) != nullptr)  // a row of another statute is called so
      proposal.id += "-2";
    add(proposal, change, detail, {}, {});
    const auto [place, is_first] = proposals_.emplace(proposal.id, proposal);
    if (!is_first) place->second.differences.push_back(proposal.differences.front());
  }

  std::vector<LawProposal> take() {
    std::vector<LawProposal> proposals;
    for (auto& [id, proposal] : proposals_)
      proposals.push_back(std::move(proposal));
    return proposals;
  }

private:
  static void add(LawProposal& proposal, LawChange change, std::string detail, std::string key,
                  std::string value) {
    proposal.differences.push_back({change, std::move(detail), std::move(key), std::move(value)});
  }

  void compare_days(const LegalSource& source, const KnownStatute& known,
                    LawProposal& proposal) const {
    if (known.in_force_from && known.in_force_from != source.in_force_from)
      add(proposal, LawChange::in_force_from, day_or_dash(source.in_force_from), "in_force_from",
          known.in_force_from->to_string());
    if (known.repealed_on && known.repealed_on != source.repealed_on)
      add(proposal, LawChange::repealed_on, day_or_dash(source.repealed_on), "repealed_on",
          known.repealed_on->to_string());
  }

  void compare_successors(const LegalSource& source, const KnownStatute& known,
                          LawProposal& proposal) const {
    auto ids = source.replaced_by;
    std::vector<std::string> added;
    for (const auto& number : known.replaced_by) {
      const auto* const successor = find_source_by_number(handbook_, number);
      if (successor == nullptr || std::ranges::find(ids, successor->id) != ids.end()) continue;
      ids.push_back(successor->id);
      added.push_back(number);
    }
    if (added.empty()) return;
    std::vector<std::string> values;
    for (const auto& id : ids)
      values.push_back(quoted(id));
    add(proposal, LawChange::replaced_by, join(added, ", "), "replaced_by",
        "[" + join(values, ", ") + "]");
  }

  void compare_moves(const LegalSource& source, const KnownStatute& known,
                     LawProposal& proposal) const {
    const auto has = [&](const SourceId& id, const std::string& ref) {
      return std::ranges::any_of(source.moved, [&](const MovedClause& moved) {
        return moved.source == id && moved.ref == ref;
      });
    };
    const auto row = [](const std::string& id, const std::string& ref, const std::string& to) {
      return "{ from = " + quoted(id + "/" + ref) + ", to = " + quoted(to) + " }";
    };
    std::vector<std::string> rows;
    for (const auto& moved : source.moved)
      rows.push_back(row(moved.source, moved.ref, moved.to));
    std::vector<std::string> added;
    for (const auto& moved : known.moved) {
      const auto* const earlier = find_source_by_number(handbook_, moved.number);
      if (earlier == nullptr || has(earlier->id, moved.ref)) continue;
      rows.push_back(row(earlier->id, moved.ref, moved.to));
      added.push_back(moved.number + " " + moved.ref + " → " + moved.to);
    }
    if (!added.empty())
      add(proposal, LawChange::moved, join(added, ", "), "moved", "[" + join(rows, ", ") + "]");
  }

  const Handbook& handbook_;
  const LawPack& pack_;
  Date day_;
  std::map<std::string, std::string> rows_;  ///< as the register writes them, by their number
  std::map<SourceId, LawProposal> proposals_;
};

}  // namespace

bool is_named_in(std::string_view words, const std::vector<std::string>& names) {
  const auto text = to_lower(words);
  return std::ranges::any_of(
      names, [&](const std::string& name) { return has_longer_words_of(text, name); });
}

std::vector<std::string> names_of(const LegalSource& source) {
  auto names = source.aliases;
  names.push_back(source.title);
  names.push_back(source.short_name);
  return names;
}

std::vector<std::string> names_of(const KnownStatute& statute) {
  return {statute.title, statute.short_name};
}

bool lacks_section(const KnownStatute& statute, std::string_view chapter,
                   std::string_view section) {
  if (statute.chapters.empty() || (chapter.empty() && section.empty())) return false;
  const auto& last = statute.chapters.back();
  if (last.chapter.empty()) return !chapter.empty() || number_at_start(section) > last.last_section;
  if (chapter.empty()) return false;
  const auto found = std::ranges::find(statute.chapters, chapter, &KnownChapter::chapter);
  if (found == statute.chapters.end())
    return number_at_start(chapter) > number_at_start(last.chapter);
  return number_at_start(section) > found->last_section;
}

SourceId source_id_of(std::string_view number) {
  SourceId id;
  for (const char letter : number) {
    const bool is_kept = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    id += is_kept ? static_cast<char>(std::tolower(static_cast<unsigned char>(letter))) : '-';
  }
  return id;
}

std::vector<LawProposal> law_proposals(const Handbook& handbook, const LawPack& pack,
                                       const CitedNumbers& cited, Date day) {
  RegisterComparison comparison(handbook, pack, day);
  for (const auto& source : handbook.sources)
    comparison.compare(source);
  comparison.propose_successors();
  for (const auto& [number, documents] : cited)
    comparison.propose_new(number, LawChange::cited, join(documents, ", "));
  return comparison.take();
}

std::vector<std::string> numbers_not_known(const Handbook& handbook, const LawPack& pack) {
  std::vector<std::string> numbers;
  for (const auto& source : handbook.sources)
    if (pack.find(source.number) == nullptr) numbers.push_back(source.number);
  std::ranges::sort(numbers);
  return numbers;
}

}  // namespace handbok
