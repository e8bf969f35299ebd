#include "search/word_groups.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/strings.hpp"
#include "search/compounds.hpp"
#include "search/names.hpp"

namespace handbok::search {
namespace {

/// How the words of a field count. All in whole numbers, so that every machine gets the same.
struct FieldRule {
  int boost = 0;      ///< for standing there once
  int usual = 1;      ///< words of a field of usual length
  int by_length = 0;  ///< percent of the boost that grows or shrinks with the length
};

/// In the order of Field.
constexpr auto rules = std::to_array<FieldRule>({
    {120, 4, 60},   // title
    {120, 4, 0},    // asked: each phrase stands for itself
    {50, 14, 30},   // lead
    {40, 20, 40},   // heading
    {25, 6, 0},     // keyword
    {10, 300, 40},  // body
});
constexpr int saturation =
    60;  ///< BM25's k1 in the same measure: half of all that a word can count
constexpr int whole = 100;

TextSet words_of(std::string_view text) {
  TextSet words;
  for (const auto part : split(text, ' '))
    if (!part.empty()) words.emplace(part);
  return words;
}

/// What stands on its own at full weight and is found by others at half of theirs, each once.
class MergedPostings {
public:
  void add(Posting posting) {
    if (weights_.size() <= posting.entry) weights_.resize(std::size_t{posting.entry} + 1);
    auto& weight = weights_[posting.entry];
    if (weight == 0) entries_.push_back(posting.entry);
    weight = std::max(weight, posting.weight);
  }

  std::vector<Posting> take() {
    std::ranges::sort(entries_);
    std::vector<Posting> postings;
    postings.reserve(entries_.size());
    for (const auto entry : entries_)
      postings.push_back({entry, std::exchange(weights_[entry], 0)});
    entries_.clear();
    return postings;
  }

private:
  std::vector<int> weights_;  ///< by entry; none is 0
  std::vector<std::uint32_t> entries_;
};

int weight_of_name(const Entry& entry, NameKind kind) {
  if (kind == NameKind::answer) return weight_most / whole * entry.percent / 2;
  return entry.is_thing ? weight_most : weight_most / whole * entry.percent;
}

}  // namespace

/// How often the words of a group stand in the fields of one entry.
struct WordGroups::Tally {
  std::array<unsigned, rules.size()> counts{};

  bool is_empty() const { return counts == decltype(counts){}; }

  /// `lengths` are the words of the fields.
  int weight(const std::array<unsigned, rules.size()>& lengths) const {
    constexpr std::int64_t scale = 1000;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto& rule = rules[i];
      const auto length = whole - rule.by_length +
                          static_cast<std::int64_t>(lengths[i]) * rule.by_length / rule.usual;
      sum += scale * rule.boost * counts[i] * whole / length;
    }
    return static_cast<int>(weight_most * sum / (scale * saturation + sum));
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
    ++lengths_[static_cast<std::size_t>(field)];
  }

  /// Hands each weight to `use` with its group, and forgets them.
  template <typename Use>
  void take_all(const Use& use) {
    for (const auto group : used_)
      use(group, std::exchange(tallies_[group], {}).weight(lengths_));
    used_.clear();
    lengths_ = {};
  }

private:
  std::vector<Tally> tallies_;
  std::vector<GroupId> used_;
  std::array<unsigned, rules.size()> lengths_{};
};

WordGroups::WordGroups(const std::vector<Entry>& entries, const std::vector<Synonyms>& synonyms,
                       const Language& language)
    : stemmer_(language.code),
      common_words_(words_of(language.common_words)) {
  Tallies tallies;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    add_entry(static_cast<std::uint32_t>(i), entries[i], tallies);
    add_names(static_cast<std::uint32_t>(i), entries[i]);
  }
  add_parts_of_compounds();
  for (const auto& same : synonyms)
    add_synonyms(same);
  for (const auto& [text, group] : sorted_forms())
    groups_[group].forms.emplace_back(text);
}

const Posting* WordGroups::first_named(std::string_view name) const {
  const auto found = names_.find(name_key(name, common_words_, stemmer_));
  if (found == names_.end()) return nullptr;
  return &*std::ranges::max_element(found->second, {}, &Posting::weight);
}

const std::vector<Posting>* WordGroups::find(std::string_view word) const {
  const auto known = by_form_.find(word);
  return known == by_form_.end() ? nullptr : &groups_[known->second].postings;
}

WordGroups::GroupId WordGroups::group_of(std::string_view word) {
  if (const auto known = by_form_.find(word); known != by_form_.end()) return known->second;
  const auto next = static_cast<GroupId>(groups_.size());
  const auto [stem, is_new] = by_stem_.try_emplace(stemmer_.stem(word), next);
  if (is_new) groups_.emplace_back();
  by_form_.emplace(word, stem->second);
  return stem->second;
}

void WordGroups::count(std::string_view text, Field field, Tallies& tallies) {
  const auto add = [&](std::string_view word) { tallies.add(group_of(word), field); };
  for_each_search_word(text, std::ref(add));
}

void WordGroups::add_entry(std::uint32_t number, const Entry& entry, Tallies& tallies) {
  count(entry.title, Field::title, tallies);
  count(entry.note, Field::keyword, tallies);
  count(entry.lead, Field::lead, tallies);
  for (const auto& [field, text] : entry.texts)
    count(text, field, tallies);
  for (const auto& section : entry.sections) {
    count(section.heading, Field::heading, tallies);
    for (const auto& text : section.texts)
      count(text, Field::body, tallies);
  }
  tallies.take_all([&](GroupId group, int weight) {
    groups_[group].postings.push_back({number, std::max(1, weight / whole * entry.percent)});
  });
}

void WordGroups::add_names(std::uint32_t number, const Entry& entry) {
  if (entry.is_titled) add_name(entry.title, {number, weight_of_name(entry, NameKind::own)});
  for (const auto& [text, kind] : entry.names)
    add_name(text, {number, weight_of_name(entry, kind)});
}

void WordGroups::add_name(std::string_view text, Posting posting) {
  auto key = name_key(text, common_words_, stemmer_);
  if (key.empty()) return;
  auto& postings = names_[std::move(key)];
  if (!postings.empty() && postings.back().entry == posting.entry) {
    postings.back().weight = std::max(postings.back().weight, posting.weight);
  } else {
    postings.push_back(posting);
  }
}

/// Adds to each `to` what `from` found before, at half the weight. All that a group is given is
/// merged at once: a common part is in thousands of compounds.
void WordGroups::add_halves(std::vector<Half> halves) {
  std::ranges::sort(halves, {}, &Half::to);
  std::vector<std::pair<GroupId, std::vector<Posting>>> merged;
  MergedPostings postings;
  for (auto half = halves.begin(); half != halves.end();) {
    const auto to = half->to;
    for (const auto& posting : groups_[to].postings)
      postings.add(posting);
    for (; half != halves.end() && half->to == to; ++half) {
      for (const auto& [entry, weight] : groups_[half->from].postings)
        postings.add({entry, (weight + 1) / 2});
    }
    merged.emplace_back(to, postings.take());
  }
  for (auto& [to, found] : merged)
    groups_[to].postings = std::move(found);
}

std::vector<WordGroups::Form> WordGroups::sorted_forms() const {
  std::vector<Form> forms;
  forms.reserve(by_form_.size());
  for (const auto& [text, group] : by_form_)
    forms.push_back({text, group});
  std::ranges::sort(forms, {}, &Form::text);
  return forms;
}

/// One way to take a word apart for all its forms: that of the first which is a compound.
void WordGroups::add_parts_of_compounds() {
  const CompoundSplitter splitter([&](std::string_view word) { return by_form_.contains(word); },
                                  [&](std::string_view word) { return by_stem_.contains(word); },
                                  stemmer_);
  std::vector<std::vector<std::string>> parts(groups_.size());
  for (const auto& [form, group] : sorted_forms())
    if (parts[group].empty()) parts[group] = splitter.parts(form);
  std::vector<Half> halves;
  for (GroupId compound = 0; compound < parts.size(); ++compound) {
    for (const auto& word : parts[compound]) {
      if (common_words_.contains(word)) continue;
      const auto group = group_of(word);
      if (group != compound) halves.push_back({group, compound});
    }
  }
  add_halves(std::move(halves));
}

void WordGroups::add_synonyms(const Synonyms& synonyms) {
  const auto words = search_words(synonyms.word);
  if (words.size() != 1) return;  // the words of a phrase mean something else alone
  const auto group = group_of(words.front());
  std::vector<Half> halves;
  for (const auto& other : synonyms.others) {
    const auto said = search_words(other);
    if (said.size() == 1) halves.push_back({group_of(said.front()), group});
  }
  add_halves(std::move(halves));
}

}  // namespace handbok::search
