#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbok::word {

/// Why not all words of a file could be read.
enum class OfficeTextFault : std::uint8_t {
  damaged,   ///< it is no archive, or a part of it cannot be unpacked
  locked,    ///< it is protected by a password
  too_large  ///< it unpacks to more than `office_unpacked_bytes_max`
};

struct OfficeText {
  std::string text;  ///< what could be read, also if something could not
  std::optional<OfficeTextFault> fault;
};

/// All parts of a file together, unpacked; what they hold beside words is not counted.
inline constexpr std::size_t office_unpacked_bytes_max = std::size_t{64} * 1024 * 1024;

/// Every word in an Office document (docx, xlsx, odt …) or another ZIP archive: in all its parts of
/// XML and plain text, in documents that are embedded in it, and the names of its files. In any
/// order, for being searched and not for being read. Pictures and other parts are passed over.
OfficeText office_text(std::string_view bytes);

}  // namespace handbok::word
