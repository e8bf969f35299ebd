#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace handbok {

/// One option or word of a command in one language, as help, completion and the manual page tell of
/// it.
struct OptionHelp {
  std::vector<std::string> names;  ///< "-o", "--output"; none if it can only be given as a word
  std::string word;                ///< what it is called as a word; empty: it is none
  std::string help;
  std::vector<std::string> choices;  ///< what may be given; empty: anything
  bool takes_value = false;
  bool required = false;
  bool repeats = false;  ///< a word of which several may be given
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
  std::vector<OptionHelp> options;    ///< that every command has, without --help
  std::vector<CommandHelp> commands;  ///< also the first words of those with two
};

/// The table of the options that the command line is read by, so that nothing told of it can be
/// wrong.
CommandTable command_table(Language language);

/// "--version", which every command line understands beside --help.
Option version_option();
Option help_option();
/// The options that every command has.
std::vector<Option> common_options(CommonOptions& common);

/// The option in one language.
OptionHelp help_of(const Option& option, Language language);

/// " sv|en", " …" or nothing: what is written after the option's name.
std::string value_note(const OptionHelp& option);

/// The table without the first words of commands that have two.
CommandTable without_groups(const CommandTable& table);

/// True of "export", which only begins other commands.
bool is_group(const CommandHelp& command, const CommandTable& table);

/// What --help prints: of the command called `name`, or of the program if that is empty.
std::string help_page(const CommandTable& table, const std::string& name, Language language);

}  // namespace handbok
