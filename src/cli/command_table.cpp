#include "cli/command_table.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

/// A name, and what is said of it in a column of its own.
std::string entry(const std::string& name, const std::string& help) {
  constexpr std::size_t column = 30;
  auto line = "  " + name;
  const auto width = count_code_points(line);
  line += width < column ? std::string(column - width, ' ')
                         : std::string("\n").append(std::string(column, ' '));
  return line.append(help).append("\n");
}

std::string option_entry(const OptionHelp& option) {
  return entry(join(option.names, ",") + value_note(option), option.help);
}

std::string section(std::string_view heading, const std::string& entries) {
  return entries.empty() ? std::string() : "\n" + std::string(heading) + ":\n" + entries;
}

/// " dokument [källor]"
std::string words_of(const CommandHelp& command) {
  std::string text;
  for (const auto& word : command.words) {
    const auto name = word.word + (word.repeats ? "…" : "");
    text.append(" ").append(word.required ? name : "[" + name + "]");
  }
  return text;
}

std::string options_of(const CommandHelp& command, Language language) {
  std::string entries = option_entry(help_of(help_option(), language));
  for (const auto& word : command.words)
    if (!word.names.empty()) entries += option_entry(word);
  for (const auto& option : command.options)
    entries += option_entry(option);
  return entries;
}

/// The commands whose names are one word longer than `prefix`.
std::string commands_below(const std::string& prefix, const CommandTable& table) {
  std::string entries;
  for (const auto& command : table.commands) {
    if (!command.name.starts_with(prefix)) continue;
    const auto rest = command.name.substr(prefix.size());
    if (rest.find(' ') == std::string::npos) entries += entry(rest, command.help);
  }
  return entries;
}

std::string program_options(const CommandTable& table, Language language) {
  std::string entries;
  for (std::size_t i = 0; i < table.options.size(); ++i) {
    entries += option_entry(table.options[i]);
    if (i == 0) entries += option_entry(help_of(help_option(), language));
  }
  return entries;
}

}  // namespace

const std::vector<CommandSpec>& all_commands() {
  static const std::vector<CommandSpec> commands{
#define HANDBOK_COMMAND(function) function(),
#define HANDBOK_GROUP(name, swedish, english) CommandSpec{name, {swedish, english}, {}},
#include "cli/command_list.def"
#undef HANDBOK_COMMAND
#undef HANDBOK_GROUP
  };
  return commands;
}

Option version_option() {
  bool unused = false;
  return flag("--version", unused, {"Skriver ut versionen", "Prints the version"});
}

Option help_option() {
  bool unused = false;
  return flag("-h,--help", unused, {"Skriver ut den här hjälpen", "Prints this help"});
}

std::vector<Option> common_options(CommonOptions& common) {
  return {choice<Language>("--lang", common.language,
                           {{"sv", Language::swedish}, {"en", Language::english}},
                           {"Språk i meddelanden: sv eller en (handbokens)",
                            "Language of messages: sv or en (the handbook's)"}),
          flag("--quiet", common.quiet, {"Skriver bara fel", "Prints errors only"})};
}

OptionHelp help_of(const Option& option, Language language) {
  OptionHelp help{option.names,
                  std::string(option.word.in(language)),
                  std::string(option.help.in(language)),
                  option.choices,
                  option.kind != ValueKind::nothing,
                  option.required,
                  option.values_max > 1};
  if (option.required && !option.is_word())
    help.help += choose(language, " (måste anges)", " (must be given)");
  return help;
}

std::string value_note(const OptionHelp& option) {
  if (!option.takes_value) return {};
  if (!option.choices.empty()) return " " + join(option.choices, "|");
  return option.names.empty() ? std::string() : std::string(" …");
}

bool is_group(const CommandHelp& command, const CommandTable& table) {
  return std::ranges::any_of(table.commands, [&](const CommandHelp& other) {
    return other.name.starts_with(command.name + " ");
  });
}

CommandTable without_groups(const CommandTable& table) {
  auto result = table;
  std::erase_if(result.commands,
                [&](const CommandHelp& command) { return is_group(command, table); });
  return result;
}

CommandTable command_table(Language language) {
  CommandTable table;
  table.help = choose(language, "Gör en handbok av Markdown och TOML.",
                      "Compiles handbooks from Markdown and TOML.");
  CommonOptions unused;
  table.options.push_back(help_of(version_option(), language));
  for (const auto& option : common_options(unused))
    table.options.push_back(help_of(option, language));
  for (const auto& spec : all_commands()) {
    CommandHelp command{std::string(spec.name), std::string(spec.help.in(language)), {}, {}};
    const auto options = spec.prepare ? spec.prepare().options : std::vector<Option>();
    for (const auto& option : options)
      (option.is_word() ? command.words : command.options).push_back(help_of(option, language));
    table.commands.push_back(std::move(command));
  }
  return table;
}

std::string help_page(const CommandTable& table, const std::string& name, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return std::string(choose(language, swedish, english));
  };
  const auto found = std::ranges::find(table.commands, name, &CommandHelp::name);
  const bool is_program = found == table.commands.end();
  const bool has_commands = is_program || is_group(*found, table);
  auto text = (is_program ? table.help : found->help) + "\n" + say("Så här", "Usage") + ": handbok";
  if (!is_program) text += " " + name;
  text += say(" [VAL]", " [OPTIONS]");
  text += has_commands ? say(" KOMMANDO", " SUBCOMMAND") : words_of(*found);
  text += "\n";
  if (!is_program) {
    std::string words;
    for (const auto& word : found->words)
      words += entry(word.word + (word.names.empty() ? value_note(word) : ""), word.help);
    text += section(say("Ord", "Positionals"), words);
  }
  text += section(say("Val", "Options"),
                  is_program ? program_options(table, language) : options_of(*found, language));
  if (has_commands) {
    text += section(say("Kommandon", "Commands"),
                    commands_below(is_program ? std::string() : name + " ", table));
  }
  if (is_program) {
    text += say("\nhandbok help KOMMANDO berättar mer om ett kommando.\n",
                "\nhandbok help COMMAND tells more of a command.\n");
  }
  return text;
}

}  // namespace handbok
