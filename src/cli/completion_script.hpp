#pragma once

#include <cstdint>
#include <string>

#include "cli/command_table.hpp"

namespace handbok {

enum class Shell : std::uint8_t { bash, zsh, fish };

/// The script that makes a shell complete the commands of the table, their options, and the words
/// that some options take; other words are completed as files and folders.
std::string completion_script(const CommandTable& all, Shell shell);

}  // namespace handbok
