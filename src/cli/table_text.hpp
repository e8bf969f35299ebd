#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/value_table.hpp"
#include "cli/option.hpp"

namespace handbok {
enum class TableFormat : std::uint8_t { text, json, csv };

Option table_format_option(TableFormat& format);

/// The table as text, JSON lines or CSV; only CSV has headings.
std::string table_in(TableFormat format, const ValueTable& table, Language language);

// Cells.

/// The day as "YYYY-MM-DD", or nothing.
inline std::string date_or_empty(const std::optional<Date>& date) {
  return date ? date->to_string() : "";
}

/// The day as JSON text, or null.
inline Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(date->to_string()) : Json();
}

/// The text, or null if it is empty.
inline Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

}  // namespace handbok
