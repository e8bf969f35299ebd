#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/option.hpp"

namespace handbok {

/// How the program ends (design 5).
enum class ExitStatus : int {
  fine = 0,
  found_something = 1,  ///< done, but a document was withheld or a diagnostic reached --fail-on
  stopped = 2,          ///< stopped by errors; nothing was written or switched
  could_not_run = 3     ///< usage, input or output
};

/// Options that every command has.
struct CommonOptions {
  Language language = Language::swedish;
  bool quiet = false;
};

/// A command about to be read from the command line: what `options` take is what `run` works with.
struct PreparedCommand {
  std::vector<Option> options;
  std::function<ExitStatus(const CommonOptions&)> run;
};

/// A command, as the command line, help, completion and the manual page know it. How to add one:
/// write commands/<name>.cpp with a function that gives its CommandSpec, and name it in
/// command_list.def (and the file in src/CMakeLists.txt).
struct CommandSpec {
  std::string_view name;  ///< "build", "export ics"
  Phrase help;
  std::function<PreparedCommand()> prepare;
};

/// The command whose options are put into a `Values` by what `describe` says, and which then does
/// what `run` does.
template <typename Values>
CommandSpec command_spec(std::string_view name, Phrase help,
                         std::vector<Option> (*describe)(Values&),
                         ExitStatus (*run)(const Values&, const CommonOptions&)) {
  return {name, help, [describe, run] {
            const auto values = std::make_shared<Values>();
            return PreparedCommand{describe(*values), [values, run](const CommonOptions& common) {
                                     return run(*values, common);
                                   }};
          }};
}

// The functions of commands/*.cpp.
#define HANDBOK_COMMAND(function) CommandSpec function();
#define HANDBOK_GROUP(name, swedish, english)
#include "cli/command_list.def"
#undef HANDBOK_COMMAND
#undef HANDBOK_GROUP

/// All commands, in the order of the help.
const std::vector<CommandSpec>& all_commands();

}  // namespace handbok
