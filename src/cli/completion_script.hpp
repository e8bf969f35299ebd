#pragma once

#include <string>

#include "cli/command_table.hpp"
#include "cli/tool_commands.hpp"

namespace handbok {

/// The script that makes a shell complete the commands of `table`, their options, and the words
/// that some options take; other words are completed as files and folders.
std::string completion_script(const CommandTable& table, Shell shell);

}  // namespace handbok
