#pragma once

#include <string>

#include "base/value_table.hpp"
#include "cli/command_line.hpp"

namespace handbok {

/// The table as text, JSON lines or CSV; only CSV has headings.
std::string table_in(TableFormat format, const ValueTable& table, Language language);

}  // namespace handbok
