#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "model/body.hpp"

namespace handbok {

struct TomlTable;

/// A value read from TOML, in our own types, with its place in the file. Times of day and numbers
/// with decimals are not used in sources and are kept as `Other`.
struct TomlValue {
  struct Other {};
  using Array = std::vector<TomlValue>;

  std::variant<std::string, std::int64_t, bool, Date, Array, std::vector<TomlTable>, Other> content;
  TextPosition position;
  bool is_meant_literally = false;  ///< "G:\temp": the backslash is meant as a character
  bool has_code_points = false;     ///< written as escapes: "\u00E5"
};

/// A table: its keys in the order of the file. A sub-table is a value with one TomlTable; an array
/// of tables is a value with several.
struct TomlTable {
  struct Entry {
    std::string key;
    TextPosition key_position;
    TomlValue value;
  };
  std::vector<Entry> entries;
  TextPosition position;

  const Entry* find(std::string_view key) const {
    for (const auto& entry : entries) {
      if (entry.key == key) return &entry;
    }
    return nullptr;
  }

  /// The text of that key; empty if it is absent or something else.
  std::string text(std::string_view key) const {
    const auto* const entry = find(key);
    const auto* const text =
        entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.content);
    return text == nullptr ? std::string() : *text;
  }
};

/// Why TOML text gave no table.
enum class TomlFault : std::uint8_t { syntax, duplicate_key, key_too_deep, line_continuation };

struct TomlError {
  TomlFault fault = TomlFault::syntax;
  TextPosition position;
};

/// What parse_toml gives: a table, or the first fault.
struct TomlResult {
  std::optional<TomlTable> table;
  TomlError error;  ///< meaningful when there is no table
};

/// Reads TOML 1.0. `text` must be valid UTF-8; `first_line` is the line of the file on which it
/// starts. Never throws, whatever the text.
TomlResult parse_toml(std::string_view text, int first_line);

}  // namespace handbok
