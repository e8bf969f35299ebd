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

}  // namespace handbok
