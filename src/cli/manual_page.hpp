#pragma once

#include <string>

#include "cli/command_table.hpp"

namespace handbok {

/// handbok(1) in the macros of man(7), UTF-8.
std::string manual_page(const CommandTable& table, Language language);

}  // namespace handbok
