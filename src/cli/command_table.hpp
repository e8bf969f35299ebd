#pragma once

#include <string>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// One option or word of a command, as help, completion and the manual page tell of it.
struct OptionHelp {
  std::vector<std::string> names;  ///< "-o", "--output"; a word without dash has its one name
  std::string help;
  std::vector<std::string> choices;  ///< what may be given; empty: anything
  bool takes_value = false;
  bool required = false;
};

struct CommandHelp {
  std::string name;  ///< "build", "export ics"
  std::string help;
  std::vector<OptionHelp> words;    ///< in their order
  std::vector<OptionHelp> options;  ///< without --help
};

/// What the program understands.
struct CommandTable {
  std::string help;
  std::vector<OptionHelp> options;  ///< that every command has
  std::vector<CommandHelp> commands;
};

/// The table that the command line is read by, so that nothing told of it can be wrong.
CommandTable command_table(Language language);

}  // namespace handbok
