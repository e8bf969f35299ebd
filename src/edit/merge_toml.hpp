#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// Why two changes of one TOML text cannot both be kept.
enum class MergeClash : std::uint8_t {
  two_values,   ///< both gave the same key other values
  removed,      ///< one changed what the other removed
  rewritten,    ///< one added to a record that the other began anew, such as a round of review
  not_readable  ///< one of the texts is no plain TOML, or holds the marks of an earlier merge
};

struct MergeConflict {
  MergeClash clash = MergeClash::two_values;
  std::string where;  ///< "[validity] valid_from"; empty: the whole text
};

struct MergedToml {
  std::string text;  ///< with git's marks around each conflict
  std::vector<MergeConflict> conflicts;
};

/// The text before two people changed it, and what each of them made of it. One that is new is
/// empty in `base`.
struct MergeSides {
  std::string_view base;
  std::string_view ours;
  std::string_view theirs;
};

/// Puts the changes of both together, row by row and key by key (decision 0059). A row is known by
/// its `id`; one without is a record of something that was done, known by all that it says: what
/// either side added is kept, in the order of their days. There can be only one approval. Order,
/// comments and layout stay as in `ours`.
MergedToml merge_toml(const MergeSides& sides);

}  // namespace handbok
