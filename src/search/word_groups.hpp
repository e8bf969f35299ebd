#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_hash.hpp"
#include "search/entry.hpp"
#include "text/search_words.hpp"

namespace handbok::search {

class CompoundSplitter;

/// How well an entry answers a word: more is better.
struct Posting {
  std::uint32_t entry = 0;
  int weight = 0;
  friend bool operator==(const Posting&, const Posting&) = default;
};

/// The forms of one word, "rutin" and "rutinerna", and what they are found in.
struct WordGroup {
  std::vector<std::string> forms;  ///< in lower case, sorted
  std::vector<Posting> postings;   ///< by entry, each once
};

/// The words of entries, gathered by their stems. Compounds are found by their parts too, and
/// synonyms by each other, both at half the weight. A head that stands in several compounds but
/// never alone, such as "sköterska", is a part as well.
class WordGroups {
public:
  /// The entries keep their places as numbers. `language` is that of handbook.toml.
  WordGroups(const std::vector<Entry>& entries, const std::vector<Synonyms>& synonyms,
             std::string_view language);

  const std::vector<WordGroup>& all() const { return groups_; }

private:
  using GroupId = std::uint32_t;
  using Parts = std::map<GroupId, std::vector<std::string>>;
  struct Tally;
  class Tallies;
  struct Form {
    std::string text;
    GroupId group = 0;
  };

  GroupId group_of(const std::string& word);
  void add_entry(std::uint32_t number, const Entry& entry, Tallies& tallies);
  void count(std::string_view text, Field field, Tallies& tallies);
  void drop_common_words(std::size_t entry_count);
  std::vector<Form> sorted_forms() const;
  static Parts parts_of_known_words(const std::vector<Form>& forms,
                                    const CompoundSplitter& splitter);
  static std::map<std::string, std::set<GroupId>> shared_heads(const std::vector<Form>& forms,
                                                               const CompoundSplitter& splitter,
                                                               const Parts& known);
  void add_parts_of_compounds();
  void add_synonyms(const Synonyms& synonyms);
  void add_half(GroupId to, const std::vector<Posting>& postings);

  Stemmer stemmer_;
  TextMap<GroupId> by_form_;
  TextMap<GroupId> by_stem_;
  std::vector<WordGroup> groups_;
};

/// Takes compounds apart by the words that a handbook uses alone.
class CompoundSplitter {
public:
  /// `words` are those that a part may be, written forms and stems alike, in lower case. The
  /// stemmer must outlive this.
  CompoundSplitter(TextSet words, const Stemmer& stemmer)
      : words_(std::move(words)),
        stemmer_(stemmer) {}

  /// "läkemedelshanteringen" is "läkemedel" and "hanteringen"; the s between them belongs to
  /// neither. No value for what is not made of two known words of at least four letters. Of several
  /// ways the one with the longest last part, which carries the meaning.
  std::optional<std::pair<std::string, std::string>> split(std::string_view word) const;

  /// The ways to split a word whose first part is known and whose last part is unknown but has six
  /// letters or more: it may be a word that stands only in compounds.
  std::vector<std::pair<std::string, std::string>> open_splits(std::string_view word) const;

private:
  bool is_known(std::string_view part) const;
  std::string known_first(std::string_view part) const;

  TextSet words_;
  const Stemmer& stemmer_;
};

}  // namespace handbok::search
