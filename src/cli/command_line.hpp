#pragma once

#include <functional>
#include <variant>

#include "cli/command.hpp"

namespace handbok {

/// What the words on the command line ask for.
struct Invocation {
  CommonOptions common;
  std::function<ExitStatus(const CommonOptions&)> run;
};

/// Reads the command line. What needs no command, such as --help, is answered here; then, and when
/// the words make no sense (which is said on stderr), there is no invocation but an exit status.
std::variant<Invocation, ExitStatus> parse_command_line(int count, const char* const* words);

}  // namespace handbok
