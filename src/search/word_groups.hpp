#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_hash.hpp"
#include "search/entry.hpp"
#include "text/stem.hpp"

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

}  // namespace handbok::search
