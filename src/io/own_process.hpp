#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// True if stdout is a terminal and NO_COLOR is not set.
bool stdout_wants_colour();

/// True if somebody can be asked: stdin and stderr are a terminal.
bool can_ask();

/// Writes `prompt` to stderr and reads a line from stdin, without its end; no value if there is
/// none.
std::optional<std::string> ask_line(std::string_view prompt);

/// The locale of messages that the environment asks for, such as "en_GB.UTF-8"; empty if it asks
/// for none.
std::string system_locale();

/// "NAME=value" for each of the names that the environment has: for a program that needs them.
std::vector<std::string> environment_of(std::initializer_list<const char*> names);

/// True for root, for whom some programs refuse to protect themselves.
bool runs_as_superuser();

/// The folder of the running program's file; "." if the system does not know it.
std::string program_folder();

}  // namespace handbok
