#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/isolate.hpp"
#include "base/text_hash.hpp"
#include "search/entry.hpp"
#include "text/search_words.hpp"

namespace handbok::search {

/// How well an entry answers a word: more is better, `weight_most` at most.
struct Posting {
  std::uint32_t entry = 0;
  int weight = 0;
  friend bool operator==(const Posting&, const Posting&) = default;
};

inline constexpr int weight_most = 100'000;

/// Postings by rising entry, packed into some three bytes each: a handbook has millions.
class PackedPostings {
public:
  void add(Posting posting);
  std::vector<Posting> all() const;
  bool empty() const { return bytes_.empty(); }

private:
  std::string bytes_;
  std::uint32_t last_ = 0;
};

/// The forms of one word, "rutin" and "rutinerna", and what they are found in.
struct WordGroup {
  std::vector<std::string> forms;  ///< in lower case, sorted
  PackedPostings postings;         ///< each entry once
};

/// The words of entries, gathered by their stems (decision 0049). How much a word counts in an
/// entry is BM25F: how often it stands there, field by field, against how long the field is; the
/// share of rare words is left to who asks, who knows how many entries have them. Compounds are
/// found by their parts too, and synonyms by each other, both at half the weight.
class WordGroups {
public:
  /// The entries keep their places as numbers. Words of entries that have not changed are taken
  /// from the store of `isolate`.
  WordGroups(const std::vector<Entry>& entries, const std::vector<Synonyms>& synonyms,
             const Language& language, const Isolate& isolate = Isolate(run_in_place));

  const std::vector<WordGroup>& all() const { return groups_; }

  /// What is found by a word in lower case, as it is written.
  std::vector<Posting> find(std::string_view word) const;

  /// What is called so, by names::name_key; each with its entries, by number.
  const std::map<std::string, std::vector<Posting>>& names() const { return names_; }

  /// The entry that comes first when nothing but the name is asked for, or nullptr.
  const Posting* first_named(std::string_view name) const;

private:
  using GroupId = std::uint32_t;
  struct Form {
    std::string_view text;  ///< in by_form_
    GroupId group = 0;
  };
  struct Half {
    GroupId to = 0;
    GroupId from = 0;
  };

  GroupId group_of(std::string_view word);
  GroupId group_of_stem(std::string_view stem);
  void add_stretch(std::uint32_t first, std::string_view words);
  void add_names(std::uint32_t number, const Entry& entry);
  void add_name(std::string_view text, Posting posting);
  std::vector<Form> sorted_forms() const;
  void add_parts_of_compounds();
  void add_synonyms(const Synonyms& synonyms);
  void add_halves(std::vector<Half> halves);

  Stemmer stemmer_;
  TextSet common_words_;
  TextMap<GroupId> by_form_;
  TextMap<GroupId> by_stem_;
  std::vector<WordGroup> groups_;
  std::map<std::string, std::vector<Posting>> names_;
};

}  // namespace handbok::search
