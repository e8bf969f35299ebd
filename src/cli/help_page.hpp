#pragma once

#include <string>

#include "cli/command_table.hpp"

namespace handbok {

/// What --help prints: of the command called `name`, or of the program if that is empty.
std::string help_page(const CommandTable& table, const std::string& name, Language language);

}  // namespace handbok
