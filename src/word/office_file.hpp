#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace handbok::word {

/// What is wrong with the bytes of a file that should be a Word document.
enum class OfficeFault : std::uint8_t {
  not_word,   ///< no Word document, or a damaged one
  locked,     ///< protected by a password, or of Word's old kind
  macros,     ///< it brings programs
  too_large,  ///< it would unpack to more than `unpacked_bytes_max`
};

/// What the file is before anything of it is unpacked.
struct OfficeFile {
  std::optional<OfficeFault> fault;
  std::size_t unpacked_bytes = 0;  ///< what its directory says
};

inline constexpr std::size_t unpacked_bytes_max = std::size_t{150} * 1024 * 1024;

/// Looks at the directory of the archive that a Word document is. What the directory says may be
/// untrue: who unpacks needs limits of his own.
OfficeFile look_at_office_file(std::string_view bytes);

/// True if `path` is that of the part called `name` in the archive of a Word document:
/// "word/document.xml", and "word/document2.xml", as Word on the web writes.
bool is_part(std::string_view path, std::string_view name);

/// True for no bytes, and for an archive without its directory, which stands last: what a file
/// looks like while it is being copied. A damaged file may look the same.
bool is_cut_short(std::string_view bytes);

/// A property that whoever made the Word document gave it, such as "handbok-id", which stays when
/// its text is changed; empty if it has none of that name.
std::string custom_property(std::string_view bytes, std::string_view name);

}  // namespace handbok::word
