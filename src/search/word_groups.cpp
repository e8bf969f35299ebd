#include "search/word_groups.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <span>
#include <utility>

#include "base/ascii.hpp"
#include "base/byte_stream.hpp"
#include "base/in_order.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "search/compounds.hpp"
#include "search/names.hpp"
#include "text/identity_number.hpp"

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

  PackedPostings take() {
    std::ranges::sort(entries_);
    PackedPostings postings;
    for (const auto entry : entries_)
      postings.add({entry, std::exchange(weights_[entry], 0)});
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

/// How often the words of a stem stand in the fields of one entry.
struct Tally {
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

/// Counts the words of a stretch: of some entries that follow each other, by themselves. What comes
/// of it is bytes, so that it can be kept; a handbook has a thousand times more words than a
/// stretch has different ones.
class StretchWords {
public:
  explicit StretchWords(const std::string& language) : stemmer_(language) {}

  void add(const Entry& entry, const Sections& sections) {
    count(entry.title, Field::title);
    count(entry.note, Field::keyword);
    count(entry.lead, Field::lead);
    for (const auto& [field, text] : entry.texts)
      count(text, field);
    for (const auto& section : sections.all) {
      count(section.heading, Field::heading);
      for (const auto& text : section.texts)
        count(text, Field::body);
    }
    for (const auto number : used_) {
      auto& stem = stems_[number];
      const auto weight = std::exchange(stem.tally, {}).weight(lengths_);
      stem.postings.push_back({entries_, std::max(1, weight / whole * entry.percent)});
    }
    used_.clear();
    lengths_ = {};
    ++entries_;
  }

  /// Each stem, in the order in which they came: its forms, and how well each entry answers it.
  std::string bytes() const {
    ByteWriter out;
    out.all(stems_, [](ByteWriter& to, const Stem& stem) {
      to.text(stem.text);
      to.all(stem.forms, [](ByteWriter& form, std::string_view text) { form.text(text); });
      to.all(stem.postings, [](ByteWriter& posting, const Posting& found) {
        posting.number(found.entry);
        posting.number(found.weight);
      });
    });
    return out.take();
  }

  /// No cache holds a personal identity number: it is kept in the sources alone.
  bool may_be_kept() const {
    constexpr std::ptrdiff_t digits_min = 9;
    return std::ranges::none_of(by_form_, [](const auto& form) {
      return std::ranges::count_if(form.first, is_digit) >= digits_min &&
             find_identity_number(form.first) != IdentityNumber::none;
    });
  }

private:
  struct Stem {
    std::string_view text;                ///< in by_stem_
    std::vector<std::string_view> forms;  ///< in by_form_
    std::vector<Posting> postings;        ///< by the numbers of the entries in the stretch
    Tally tally;                          ///< of the entry that is being counted
  };

  std::size_t stem_of(std::string_view word) {
    if (const auto known = by_form_.find(word); known != by_form_.end()) return known->second;
    const auto [stem, is_new] = by_stem_.try_emplace(stemmer_.stem(word), stems_.size());
    if (is_new) stems_.push_back({stem->first, {}, {}, {}});
    const auto form = by_form_.emplace(word, stem->second).first;
    stems_[stem->second].forms.push_back(form->first);
    return stem->second;
  }

  void count(std::string_view text, Field field) {
    const auto place = static_cast<std::size_t>(field);
    const auto add_word = [&](std::string_view word) {
      const auto number = stem_of(word);
      auto& tally = stems_[number].tally;
      if (tally.is_empty()) used_.push_back(number);
      ++tally.counts[place];
      ++lengths_[place];
    };
    for_each_search_word(text, std::ref(add_word));
  }

  Stemmer stemmer_;
  TextMap<std::size_t> by_form_;
  TextMap<std::size_t> by_stem_;
  std::vector<Stem> stems_;
  std::vector<std::size_t> used_;                 ///< stems of the entry that is being counted
  std::array<unsigned, rules.size()> lengths_{};  ///< the words of its fields
  std::uint32_t entries_ = 0;
};

using Stretch = std::span<const Entry>;
using Texts = std::vector<Sections>;  ///< of the entries of a stretch

/// Cut where the address of an entry says so, not its number: an entry that comes or goes leaves
/// other stretches as they were.
std::vector<Stretch> stretches_of(const std::vector<Entry>& entries) {
  constexpr std::size_t usual = 64;
  std::vector<Stretch> stretches;
  std::size_t first = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_cut = TextHash{}(entries[i].address) % usual == 0;
    if (!is_cut && i + 1 < entries.size()) continue;
    stretches.push_back(Stretch(entries).subspan(first, i + 1 - first));
    first = i + 1;
  }
  return stretches;
}

/// All that the words of a stretch are a function of, in one.
std::string key_of(Stretch entries, const Texts& texts, const std::string& language) {
  ByteWriter out;
  out.text("words");
  out.text(language);
  auto sections = texts.begin();
  out.all(entries, [&](ByteWriter& to, const Entry& entry) {
    to.number(entry.percent);
    for (const std::string_view text : {std::string_view(entry.title), std::string_view(entry.note),
                                        std::string_view(entry.lead)})
      to.text(text);
    to.all(entry.texts, [](ByteWriter& field, const FieldText& text) {
      field.number(static_cast<std::uint32_t>(text.field));
      field.text(text.text);
    });
    to.all((sections++)->all, [](ByteWriter& part, const Section& section) {
      part.text(section.heading);
      part.all(section.texts, [](ByteWriter& one, std::string_view text) { one.text(text); });
    });
  });
  return sha256_hex(out.take());
}

/// The words of a stretch, as they were kept from another run or are counted now.
std::string words_of_stretch(Stretch entries, const std::string& language, ResultStore* store) {
  Texts texts;
  std::ranges::transform(entries, std::back_inserter(texts), sections_of);
  const auto key = store == nullptr ? std::string() : key_of(entries, texts, language);
  if (store != nullptr) {
    if (auto kept = store->find(key)) return *std::move(kept);
  }
  StretchWords words(language);
  for (std::size_t i = 0; i < entries.size(); ++i)
    words.add(entries[i], texts[i]);
  auto bytes = words.bytes();
  if (store != nullptr && words.may_be_kept()) store->keep(key, bytes);
  return bytes;
}

constexpr unsigned weight_bits = 17;
static_assert(weight_most < 1 << weight_bits);
constexpr unsigned more = 0x80;  // the bit of a byte that says that others follow

}  // namespace

void PackedPostings::add(Posting posting) {
  auto rest = std::uint64_t{posting.entry - std::exchange(last_, posting.entry)} << weight_bits |
              static_cast<unsigned>(posting.weight);
  for (; rest >= more; rest /= more)
    bytes_ += static_cast<char>(rest % more | more);
  bytes_ += static_cast<char>(rest);
}

std::vector<Posting> PackedPostings::all() const {
  std::vector<Posting> postings;
  std::uint32_t entry = 0;
  for (auto byte = bytes_.begin(); byte != bytes_.end();) {
    std::uint64_t packed = 0;
    std::uint64_t place = 1;
    for (bool has_more = true; has_more; place *= more) {
      const unsigned part = static_cast<unsigned char>(*byte++);
      has_more = part >= more;
      packed += place * (part % more);
    }
    entry += static_cast<std::uint32_t>(packed >> weight_bits);
    postings.push_back({entry, static_cast<int>(packed % (1U << weight_bits))});
  }
  return postings;
}

WordGroups::WordGroups(const std::vector<Entry>& entries, const std::vector<Synonyms>& synonyms,
                       const Language& language, const Isolate& isolate)
    : stemmer_(language.code),
      common_words_(words_of(language.common_words)) {
  const auto stretches = stretches_of(entries);
  std::uint32_t first = 0;
  make_in_order(
      stretches.size(), isolate.jobs(),
      [&](std::size_t number) {
        return words_of_stretch(stretches[number], language.code, isolate.store());
      },
      [&](std::size_t number, const std::string& words) {
        add_stretch(first, words);
        first += static_cast<std::uint32_t>(stretches[number].size());
      });
  for (std::uint32_t i = 0; i < entries.size(); ++i)
    add_names(i, entries[i]);
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

std::vector<Posting> WordGroups::find(std::string_view word) const {
  const auto known = by_form_.find(word);
  return known == by_form_.end() ? std::vector<Posting>() : groups_[known->second].postings.all();
}

WordGroups::GroupId WordGroups::group_of_stem(std::string_view stem) {
  if (const auto known = by_stem_.find(stem); known != by_stem_.end()) return known->second;
  groups_.emplace_back();
  return by_stem_.emplace(stem, static_cast<GroupId>(groups_.size() - 1)).first->second;
}

WordGroups::GroupId WordGroups::group_of(std::string_view word) {
  if (const auto known = by_form_.find(word); known != by_form_.end()) return known->second;
  return by_form_.emplace(word, group_of_stem(stemmer_.stem(word))).first->second;
}

/// Adds the words of a stretch of entries, of which the first has that number.
void WordGroups::add_stretch(std::uint32_t first, std::string_view words) {
  ByteReader in(words);
  for (auto stems = in.count(); stems > 0; --stems) {
    const auto group = group_of_stem(in.view());
    for (auto forms = in.count(); forms > 0; --forms) {
      const auto form = in.view();
      if (!by_form_.contains(form)) by_form_.emplace(form, group);
    }
    for (auto postings = in.count(); postings > 0; --postings) {
      const auto entry = first + in.number();
      groups_[group].postings.add({entry, in.signed_number()});
    }
  }
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
  std::vector<std::pair<GroupId, PackedPostings>> merged;
  MergedPostings postings;
  for (auto half = halves.begin(); half != halves.end();) {
    const auto to = half->to;
    for (const auto& posting : groups_[to].postings.all())
      postings.add(posting);
    for (; half != halves.end() && half->to == to; ++half) {
      for (const auto& [entry, weight] : groups_[half->from].postings.all())
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
  std::vector<std::string_view> beginnings;  // the forms that a form begins with, itself the last
  const auto is_form = [&](std::string_view word) {
    if (word.data() != beginnings.back().data()) return by_form_.contains(word);
    return std::ranges::find(beginnings, word.size(), &std::string_view::size) != beginnings.end();
  };
  const CompoundSplitter splitter(
      is_form, [&](std::string_view word) { return by_stem_.contains(word); }, stemmer_);
  std::vector<std::vector<std::string>> parts(groups_.size());
  for (const auto& [form, group] : sorted_forms()) {
    while (!beginnings.empty() && !form.starts_with(beginnings.back()))
      beginnings.pop_back();
    beginnings.push_back(form);
    if (parts[group].empty()) parts[group] = splitter.parts(form);
  }
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
