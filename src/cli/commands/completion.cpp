#include <cstdint>
#include <string_view>

#include "cli/command.hpp"
#include "cli/command_table.hpp"

namespace handbok {
namespace {

enum class Shell : std::uint8_t { bash, zsh, fish };

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

/// A text between single quotes, for a POSIX-like shell.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      result += c;
    }
  }
  return result += "'";
}

std::vector<std::string> names_of(const std::vector<OptionHelp>& options) {
  std::vector<std::string> names;
  for (const auto& option : options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::vector<OptionHelp> options_of(const CommandHelp& command, const CommandTable& table) {
  auto options = command.options;
  options.insert(options.end(), table.options.begin(), table.options.end());
  return options;
}

bool is_below(const CommandHelp& command) {
  return command.name.find(' ') != std::string::npos;
}

/// "export" of "export ics"; the name itself if it is one word.
std::string first_word(const CommandHelp& command) {
  return command.name.substr(0, command.name.find(' '));
}

std::vector<std::string> first_words(const CommandTable& table) {
  std::vector<std::string> words;
  for (const auto& command : table.commands) {
    auto word = first_word(command);
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> words_below(const std::string& parent, const CommandTable& table) {
  std::vector<std::string> words;
  for (const auto& command : table.commands) {
    if (is_below(command) && first_word(command) == parent) {
      words.push_back(command.name.substr(parent.size() + 1));
    }
  }
  return words;
}

// bash: one case of "command option" for what an option takes, one of "command" for the rest.

void add_bash_values(const CommandHelp& command, const CommandTable& table, std::string& text) {
  for (const auto& option : options_of(command, table)) {
    if (option.choices.empty()) continue;
    for (const auto& name : option.names) {
      text.append("    ").append(quoted(command.name + " " + name)).append(") words=");
      text.append(quoted(joined(option.choices, " "))).append(" ;;\n");
    }
  }
}

std::string bash_script(const CommandTable& table) {
  std::string text =
      "_handbok() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command= words= word\n"
      "  COMPREPLY=()\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case \"$command $word\" in\n";
  for (const auto& word : first_words(table)) {
    text.append("      ").append(quoted(" " + word)).append(") command=");
    text.append(word).append(" ;;\n");
  }
  for (const auto& command : table.commands) {
    if (!is_below(command)) continue;
    text.append("      ").append(quoted(command.name)).append(") command=");
    text.append(quoted(command.name)).append(" ;;\n");
  }
  text += "    esac\n  done\n  case \"$command $previous\" in\n";
  for (const auto& command : table.commands)
    add_bash_values(command, table, text);
  text +=
      "  esac\n"
      "  if [ -n \"$words\" ]; then\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$command\" in\n";
  text.append("    '') words=").append(quoted(joined(first_words(table), " "))).append(" ;;\n");
  for (const auto& word : first_words(table)) {
    const auto below = words_below(word, table);
    if (below.empty()) continue;
    text.append("    ").append(word).append(") words=").append(quoted(joined(below, " ")));
    text += " ;;\n";
  }
  for (const auto& command : table.commands) {
    auto words = names_of(options_of(command, table));
    if (!command.words.empty())
      words.insert(words.end(), command.words[0].choices.begin(), command.words[0].choices.end());
    text.append("    ").append(quoted(command.name)).append(") words=");
    text.append(quoted(joined(words, " "))).append(" ;;\n");
  }
  return text +=
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  if [ -n \"$command\" ] && [ \"${current#-}\" = \"$current\" ]; then\n"
         "    compopt -o filenames\n"
         "    COMPREPLY+=($(compgen -f -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -F _handbok handbok\n";
}

// zsh: one _arguments call for each command.

/// A text that may stand in brackets or before a colon of a specification.
std::string zsh_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string zsh_value(const OptionHelp& option) {
  if (!option.choices.empty()) return "(" + joined(option.choices, " ") + ")";
  return "_files";
}

std::string zsh_arguments(const CommandHelp& command, const CommandTable& table) {
  std::string text = "_arguments -s";
  for (const auto& option : options_of(command, table)) {
    for (const auto& name : option.names) {
      auto specification = name + (option.takes_value && name.starts_with("--") ? "=" : "");
      specification.append("[").append(zsh_text(option.help)).append("]");
      if (option.takes_value) specification.append(": :").append(zsh_value(option));
      text.append(" \\\n          ").append(quoted(specification));
    }
  }
  for (const auto& word : command.words) {
    const auto place = std::string(":").append(zsh_text(word.help)).append(":");
    text.append(" \\\n          ").append(quoted(place + zsh_value(word)));
  }
  return text;
}

std::string zsh_descriptions(const CommandTable& table) {
  std::string text;
  for (const auto& word : first_words(table)) {
    for (const auto& command : table.commands) {
      if (first_word(command) != word) continue;
      const auto help = is_below(command) ? std::string() : command.help;
      text.append("        ").append(quoted(word + ":" + zsh_text(help))).append("\n");
      break;
    }
  }
  return text;
}

std::string zsh_script(const CommandTable& table) {
  std::string text =
      "#compdef handbok\n"
      "_handbok() {\n"
      "  local state line name\n"
      "  _arguments -C '1: :->command' '*:: :->rest'\n"
      "  case $state in\n"
      "    command)\n"
      "      local -a commands=(\n";
  text += zsh_descriptions(table);
  text +=
      "      )\n"
      "      _describe handbok commands ;;\n"
      "    rest)\n"
      "      name=$words[1]\n"
      "      case $name in\n";
  for (const auto& word : first_words(table)) {
    const auto below = words_below(word, table);
    if (below.empty()) continue;
    text.append("        ").append(word).append(")\n");
    text.append("          if (( CURRENT == 2 )); then compadd ").append(joined(below, " "));
    text += "; return; fi\n          name=\"$name $words[2]\"; shift words; (( CURRENT-- )) ;;\n";
  }
  text += "      esac\n      case $name in\n";
  for (const auto& command : table.commands) {
    text.append("        ").append(quoted(command.name)).append(")\n          ");
    text.append(zsh_arguments(command, table)).append(" ;;\n");
  }
  return text += "      esac ;;\n  esac\n}\n_handbok \"$@\"\n";
}

// fish: one line for each option of each command.

std::string fish_option(const OptionHelp& option, const std::string& condition) {
  std::string text = "complete -c handbok";
  if (!condition.empty()) text.append(" -n ").append(quoted(condition));
  for (const auto& name : option.names)
    text.append(name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1));
  if (option.takes_value) text += " -r";
  if (!option.choices.empty()) text.append(" -f -a ").append(quoted(joined(option.choices, " ")));
  return text.append(" -d ").append(quoted(option.help)).append("\n");
}

std::string fish_condition(const CommandHelp& command) {
  auto condition = "__fish_seen_subcommand_from " + first_word(command);
  if (is_below(command)) {
    condition.append("; and __fish_seen_subcommand_from ");
    condition.append(command.name.substr(first_word(command).size() + 1));
  }
  return condition;
}

std::string fish_command(const CommandHelp& command) {
  const bool below = is_below(command);
  const auto word = below ? command.name.substr(first_word(command).size() + 1) : command.name;
  const auto place = below ? "__fish_seen_subcommand_from " + first_word(command)
                           : std::string("__fish_use_subcommand");
  auto text = "complete -c handbok -n " + quoted(place);
  text.append(" -a ").append(word).append(" -d ").append(quoted(command.help)).append("\n");
  const auto condition = fish_condition(command);
  for (const auto& argument : command.words) {
    if (argument.choices.empty()) continue;
    text.append("complete -c handbok -n ").append(quoted(condition)).append(" -f -a ");
    text.append(quoted(joined(argument.choices, " "))).append("\n");
  }
  for (const auto& option : command.options)
    text += fish_option(option, condition);
  return text;
}

std::string fish_script(const CommandTable& table) {
  std::string text;
  for (const auto& option : table.options)
    text += fish_option(option, {});
  for (const auto& command : table.commands)
    text += fish_command(command);
  for (const auto& word : first_words(table)) {
    if (words_below(word, table).empty()) continue;
    text.append("complete -c handbok -n __fish_use_subcommand -a ").append(word).append("\n");
  }
  return text;
}

/// The script that makes a shell complete the commands of the table, their options, and the words
/// that some options take; other words are completed as files and folders.
std::string completion_script(const CommandTable& all, Shell shell) {
  const auto table = without_groups(all);
  switch (shell) {
    case Shell::bash: return bash_script(table);
    case Shell::zsh: return zsh_script(table);
    case Shell::fish: return fish_script(table);
  }
  return {};
}

struct CompletionCommand {
  Shell shell = Shell::bash;
};

std::vector<Option> describe(CompletionCommand& command) {
  return {required(
      as_word({"skal", "shell"},
              choice<Shell>({}, command.shell,
                            {{"bash", Shell::bash}, {"fish", Shell::fish}, {"zsh", Shell::zsh}},
                            {"bash, zsh eller fish", "bash, zsh or fish"})))};
}

ExitStatus run(const CompletionCommand& command, const CommonOptions& common) {
  print(completion_script(command_table(common.language), command.shell));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec completion_command() {
  return command_spec<CompletionCommand>("completion",
                                         {"Skriver ett skript som fyller i kommandon i skalet",
                                          "Prints a script that completes commands in the shell"},
                                         &describe, &run);
}

}  // namespace handbok
