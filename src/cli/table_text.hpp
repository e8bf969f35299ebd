#pragma once

#include <cstdint>
#include <string>

#include "base/value_table.hpp"
#include "cli/option.hpp"

namespace handbok {

enum class TableFormat : std::uint8_t { text, json, csv };

Option table_format_option(TableFormat& format);

/// The table as text, JSON lines or CSV; only CSV has headings.
std::string table_in(TableFormat format, const ValueTable& table, Language language);

}  // namespace handbok
