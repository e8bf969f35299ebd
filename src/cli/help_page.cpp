#include "cli/help_page.hpp"

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

std::string help_page(const CommandTable& table, const std::string& name, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return std::string(choose(language, swedish, english));
  };
  const auto found = std::ranges::find(table.commands, name, &CommandHelp::name);
  const bool is_program = found == table.commands.end();
  const bool has_commands = is_program || is_group(*found, table);
  auto text = (is_program ? table.help : found->help) + "\n" + say("Så här", "Usage") + ": handbok";
  if (!is_program) text += " " + name;
  text += say(" [VÄLJARE]", " [OPTIONS]");
  text += has_commands ? say(" KOMMANDO", " SUBCOMMAND") : words_of(*found);
  text += "\n";
  if (!is_program) {
    std::string words;
    for (const auto& word : found->words)
      words += entry(word.word + (word.names.empty() ? value_note(word) : ""), word.help);
    text += section(say("Ord", "Positionals"), words);
  }
  text += section(say("Väljare", "Options"),
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
