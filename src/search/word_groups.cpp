#include "search/word_groups.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "text/search_words.hpp"

namespace handbok::search {
namespace {

struct FieldWeight {
  int first = 0;  ///< for standing there at all
  int most = 0;   ///< however often it does
};

/// In the order of Field. What is often in a text is probably what it is about.
constexpr auto weights = std::to_array<FieldWeight>({{24, 24}, {16, 16}, {12, 12}, {2, 8}});

int weight_of(Field field, unsigned count) {
  if (count == 0) return 0;
  const auto& weight = weights[static_cast<std::size_t>(field)];
  const int doublings = static_cast<int>(std::bit_width(count)) - 1;
  return std::min(weight.most, weight.first * (1 + doublings));
}

// Shorter parts are found in words that are no compounds: "rut" in "rutin".
constexpr std::size_t letters_min = 4;
constexpr std::size_t unknown_letters_min = 6;

}  // namespace

/// How often the words of a group stand in the fields of one entry.
struct WordGroups::Tally {
  std::array<unsigned, weights.size()> counts{};

  bool is_empty() const { return counts == decltype(counts){}; }
  unsigned count(Field field) const { return counts[static_cast<std::size_t>(field)]; }

  int weight() const {
    int sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
      sum += weight_of(static_cast<Field>(i), counts[i]);
    return sum;
  }
};

/// The tallies of one entry at a time, by group.
class WordGroups::Tallies {
public:
  void add(GroupId group, Field field) {
    if (tallies_.size() <= group) tallies_.resize(std::size_t{group} + 1);
    auto& tally = tallies_[group];
    if (tally.is_empty()) used_.push_back(group);
    ++tally.counts[static_cast<std::size_t>(field)];
  }

  /// Hands each to `use` with its group, and forgets them.
  template <typename Use>
  void take_all(const Use& use) {
    for (const auto group : used_)
      use(group, std::exchange(tallies_[group], {}));
    used_.clear();
  }

private:
  std::vector<Tally> tallies_;
  std::vector<GroupId> used_;
};

WordGroups::WordGroups(const std::vector<Entry>& entries, const std::vector<Synonyms>& synonyms,
                       std::string_view language)
    : stemmer_(language) {
  Tallies tallies;
  for (std::size_t i = 0; i < entries.size(); ++i)
    add_entry(static_cast<std::uint32_t>(i), entries[i], tallies);
  drop_common_words(entries.size());
  add_parts_of_compounds();
  for (const auto& same : synonyms)
    add_synonyms(same);
  for (auto& [text, group] : sorted_forms())
    groups_[group].forms.push_back(std::move(text));
}

WordGroups::GroupId WordGroups::group_of(const std::string& word) {
  if (const auto known = by_form_.find(word); known != by_form_.end()) return known->second;
  const auto next = static_cast<GroupId>(groups_.size());
  const auto [stem, is_new] = by_stem_.try_emplace(stemmer_.stem(word), next);
  if (is_new) groups_.emplace_back();
  by_form_.emplace(word, stem->second);
  return stem->second;
}

void WordGroups::count(std::string_view text, Field field, Tallies& tallies) {
  for (const auto& word : search_words(text))
    tallies.add(group_of(word), field);
}

void WordGroups::add_entry(std::uint32_t number, const Entry& entry, Tallies& tallies) {
  count(entry.title, Field::title, tallies);
  count(entry.note, Field::keyword, tallies);
  for (const auto& [field, text] : entry.texts)
    count(text, field, tallies);
  constexpr int whole = 100;
  constexpr int of_one_word = 8;
  const auto title_words = static_cast<int>(search_words(entry.title).size());
  const int short_title = std::max(0, of_one_word - 2 * (title_words - 1));
  tallies.take_all([&](GroupId group, const Tally& tally) {
    const int in_title = tally.count(Field::title) > 0 ? short_title : 0;
    const int weight = std::max(1, (tally.weight() + in_title) * entry.percent / whole);
    groups_[group].postings.push_back({number, weight});
  });
}

/// Words that nearly every text has tell nothing apart; they stay where they are more than text.
void WordGroups::drop_common_words(std::size_t entry_count) {
  constexpr std::size_t entries_min = 50;
  constexpr std::size_t of_ten = 6;
  if (entry_count < entries_min) return;
  const auto most_of_text = weights[static_cast<std::size_t>(Field::body)].most;
  for (auto& group : groups_) {
    if (group.postings.size() * 10 <= entry_count * of_ten) continue;
    std::erase_if(group.postings,
                  [&](const Posting& posting) { return posting.weight <= most_of_text; });
  }
}

/// Adds postings at half their weight, to what the group finds already.
void WordGroups::add_half(GroupId to, const std::vector<Posting>& postings) {
  auto& own = groups_[to].postings;
  std::vector<Posting> merged;
  merged.reserve(own.size() + postings.size());
  auto mine = own.begin();
  for (const auto& [entry, weight] : postings) {
    while (mine != own.end() && mine->entry < entry)
      merged.push_back(*mine++);
    const int half = (weight + 1) / 2;
    if (mine != own.end() && mine->entry == entry) {
      merged.push_back({entry, mine->weight + half});
      ++mine;
    } else {
      merged.push_back({entry, half});
    }
  }
  merged.insert(merged.end(), mine, own.end());
  own = std::move(merged);
}

std::vector<WordGroups::Form> WordGroups::sorted_forms() const {
  std::vector<Form> forms;
  forms.reserve(by_form_.size());
  for (const auto& [text, group] : by_form_)
    forms.push_back({text, group});
  std::ranges::sort(forms, {}, &Form::text);
  return forms;
}

/// Both parts of each compound of two known words; one way for all its forms, that of the first.
WordGroups::Parts WordGroups::parts_of_known_words(const std::vector<Form>& forms,
                                                   const CompoundSplitter& splitter) {
  Parts parts;
  for (const auto& [form, group] : forms) {
    if (parts.contains(group)) continue;
    if (auto pair = splitter.split(form)) {
      parts[group] = {std::move(pair->first), std::move(pair->second)};
    }
  }
  return parts;
}

/// Heads that stand after several known words, and the groups whose words end so.
std::map<std::string, std::set<WordGroups::GroupId>> WordGroups::shared_heads(
    const std::vector<Form>& forms, const CompoundSplitter& splitter, const Parts& known) {
  struct Head {
    std::set<std::string> firsts;
    std::set<GroupId> groups;
  };
  std::map<std::string, Head> heads;
  for (const auto& [form, group] : forms) {
    if (known.contains(group)) continue;
    for (auto& [first, text] : splitter.open_splits(form)) {
      auto& head = heads[std::move(text)];
      head.firsts.insert(std::move(first));
      head.groups.insert(group);
    }
  }
  std::map<std::string, std::set<GroupId>> shared;
  for (auto& [text, head] : heads) {
    if (head.firsts.size() > 1) shared.emplace(text, std::move(head.groups));
  }
  return shared;
}

void WordGroups::add_parts_of_compounds() {
  const auto forms = sorted_forms();
  TextSet words;
  for (const auto& form : forms)
    words.insert(form.text);
  for (const auto& [stem, group] : by_stem_)
    words.insert(stem);
  const CompoundSplitter splitter(std::move(words), stemmer_);
  auto parts = parts_of_known_words(forms, splitter);
  for (const auto& [head, groups] : shared_heads(forms, splitter, parts)) {
    for (const auto group : groups)
      parts[group].push_back(head);
  }
  const auto alone = groups_;  // parts of parts are not meant
  for (const auto& [whole, words_of_it] : parts) {
    for (const auto& word : words_of_it) {
      const auto group = group_of(word);
      if (group != whole) add_half(group, alone[whole].postings);
    }
  }
}

void WordGroups::add_synonyms(const Synonyms& synonyms) {
  const auto words = search_words(synonyms.word);
  if (words.size() != 1) return;  // the words of a phrase mean something else alone
  const auto meant = group_of(words.front());
  const auto found = groups_[meant].postings;
  for (const auto& other : synonyms.others) {
    const auto said = search_words(other);
    if (said.size() != 1) continue;
    const auto group = group_of(said.front());
    if (group != meant) add_half(group, found);
  }
}

bool CompoundSplitter::is_known(std::string_view part) const {
  return count_code_points(part) >= letters_min &&
         (words_.contains(part) || words_.contains(stemmer_.stem(part)));
}

/// The first part as a word: as it stands, or without the s that binds it; empty if it is none.
std::string CompoundSplitter::known_first(std::string_view part) const {
  if (words_.contains(part)) return std::string(part);
  const auto unbound = part.ends_with('s') ? part.substr(0, part.size() - 1) : part;
  return is_known(unbound) ? std::string(unbound) : std::string();
}

std::optional<std::pair<std::string, std::string>> CompoundSplitter::split(
    std::string_view word) const {
  if (count_code_points(word) > limits::compound_letters) return std::nullopt;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).size, ++letters) {
    if (letters < letters_min || !is_known(word.substr(at))) continue;
    auto first = known_first(word.substr(0, at));
    if (!first.empty()) return std::pair(std::move(first), std::string(word.substr(at)));
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> CompoundSplitter::open_splits(
    std::string_view word) const {
  std::vector<std::pair<std::string, std::string>> splits;
  const auto count = count_code_points(word);
  if (count > limits::compound_letters) return splits;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).size, ++letters) {
    if (letters < letters_min || letters + unknown_letters_min > count) continue;
    auto first = known_first(word.substr(0, at));
    if (!first.empty()) splits.emplace_back(std::move(first), word.substr(at));
  }
  return splits;
}

}  // namespace handbok::search
