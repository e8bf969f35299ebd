#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"

namespace handbok {

/// What the directory of an archive says of one of its files. It may be untrue.
struct ZipEntry {
  std::string name;  ///< as its bytes are; may be any
  bool is_encrypted = false;
  std::size_t method = 0;  ///< 0: as it is, 8: deflated; others cannot be unpacked
  std::size_t packed_bytes = 0;
  std::size_t unpacked_bytes = 0;
  std::size_t offset = 0;  ///< of the file's own head
};

/// The directory of a ZIP archive, which Office documents are too. No value for other bytes, a
/// damaged or empty directory, and one with more than 10,000 files. Of ZIP64 only what older
/// programs can read too.
std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes);

/// Why a file of an archive was not unpacked.
enum class ZipFault : std::uint8_t { damaged, locked, too_large };

/// The file of the archive that `entry` tells of. Stops as soon as it would be larger than
/// `bytes_max`, whatever the directory says.
Expected<std::string, ZipFault> unpack(std::string_view archive, const ZipEntry& entry,
                                       std::size_t bytes_max);

/// A file that goes into an archive.
struct ZipFile {
  std::string name;
  std::string bytes;
};

/// A ZIP archive of files as they are, without date. Together they must be smaller than 4 GB.
std::string write_zip(const std::vector<ZipFile>& files);

enum class InflateFault : std::uint8_t { damaged, too_large };

/// What was deflated (RFC 1951, without a head, as in ZIP archives). Stops as soon as it would be
/// larger than `bytes_max`: a few bytes can stand for a billion.
Expected<std::string, InflateFault> inflate(std::string_view packed, std::size_t bytes_max);

}  // namespace handbok
