#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbok::word {

/// A file in a zip archive, as the archive's directory tells of it. What it tells may be untrue.
struct ArchiveEntry {
  std::string_view name;  ///< in the bytes of the archive
  bool is_encrypted = false;
  std::size_t method = 0;  ///< how it is packed
  std::size_t packed_bytes = 0;
  std::size_t unpacked_bytes = 0;
  std::size_t start = 0;  ///< of its own header
};

/// What the directory of a zip archive lists. No value if the bytes are no whole archive, or if it
/// lists nothing or more than `archive_entries_max` files. Of what is larger than 4 GB it knows
/// nothing.
std::optional<std::vector<ArchiveEntry>> read_archive(std::string_view bytes);

inline constexpr std::size_t archive_entries_max = 10000;

/// The file's bytes; no value if they are damaged or encrypted, packed in another way than zip
/// archives usually are, or more than `bytes_max`. Never takes more memory than that and a little.
std::optional<std::string> unpack(std::string_view archive, const ArchiveEntry& entry,
                                  std::size_t bytes_max);

}  // namespace handbok::word
