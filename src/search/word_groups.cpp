#include "search/word_groups.hpp"

#include <algorithm>
#include <array>
#include <set>
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
  for (auto& [text, group] : sorted_forms())
    groups_[group].forms.push_back(std::move(text));
}

const Posting* WordGroups::first_named(std::string_view name) const {
  const auto found = names_.find(name_key(name, common_words_, stemmer_));
  if (found == names_.end()) return nullptr;
  return &*std::ranges::max_element(found->second, {}, &Posting::weight);
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
      merged.push_back({entry, std::max(mine->weight, half)});
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

/// One way to take a word apart for all its forms: that of the first which is a compound.
void WordGroups::add_parts_of_compounds() {
  const auto forms = sorted_forms();
  TextSet written;
  for (const auto& form : forms)
    written.insert(form.text);
  TextSet stems;
  for (const auto& [stem, group] : by_stem_)
    stems.insert(stem);
  const CompoundSplitter splitter(std::move(written), std::move(stems), stemmer_);
  std::map<GroupId, std::vector<std::string>> parts;
  for (const auto& [form, group] : forms) {
    if (parts.contains(group)) continue;
    if (auto found = splitter.parts(form); !found.empty()) parts.emplace(group, std::move(found));
  }
  std::map<GroupId, std::vector<Posting>> alone;  // parts of parts are not meant
  for (const auto& [compound, words] : parts)
    alone.emplace(compound, groups_[compound].postings);
  for (const auto& [compound, words] : parts) {
    for (const auto& word : words) {
      if (common_words_.contains(word)) continue;
      const auto group = group_of(word);
      if (group != compound) add_half(group, alone.at(compound));
    }
  }
}

void WordGroups::add_synonyms(const Synonyms& synonyms) {
  const auto words = search_words(synonyms.word);
  if (words.size() != 1) return;  // the words of a phrase mean something else alone
  const auto found = groups_[group_of(words.front())].postings;
  for (const auto& other : synonyms.others) {
    const auto said = search_words(other);
    if (said.size() == 1) add_half(group_of(said.front()), found);
  }
}

}  // namespace handbok::search
