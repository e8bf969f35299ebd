#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace handbok {

enum class TomlItemKind : std::uint8_t { entry, table, table_of_list, other };

/// A line of TOML text, or several if a value runs over them. Offsets are into the text.
struct TomlItem {
  TomlItemKind kind = TomlItemKind::other;  ///< other: a comment or a blank line
  std::string_view name;                    ///< of the key or the table
  std::size_t begin = 0;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
  std::size_t end = 0;  ///< after the line end

  bool is_header() const {
    return kind == TomlItemKind::table || kind == TomlItemKind::table_of_list;
  }
};

/// The items that `text` consists of, in order and without gaps. The text must be valid TOML;
/// quoted keys keep their quotation marks.
std::vector<TomlItem> toml_items(std::string_view text);

}  // namespace handbok
