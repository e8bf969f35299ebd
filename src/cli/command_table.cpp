#include "cli/command_table.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace handbok {

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

}  // namespace handbok
