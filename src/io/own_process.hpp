#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// True if stdout is a terminal and NO_COLOR is not set.
bool stdout_wants_colour();

/// True if somebody can be asked: stdin and stderr are a terminal.
bool can_ask();

/// Writes `prompt` to stderr and reads a line from stdin, without its end; no value if there is
/// none.
std::optional<std::string> ask_line(std::string_view prompt);

/// The folder in which the running program's file lies; "." if the system does not tell.
std::string program_folder();

}  // namespace handbok
