// The only user of CLI11, which finds out which word belongs to which option of which command. What
// the words mean, and what is wrong with them, is told by the options themselves (cli/option.hpp).
#include "cli/command_line.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <variant>

#include <CLI/CLI.hpp>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command_table.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// The language of what is said before the command is known, help among it: the one asked for, that
/// of the handbook where the user stands, that of the system, or Swedish.
Language language_in(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_next = words[i] == "--lang" && i + 1 < words.size();
    const auto asked = is_next ? "--lang=" + words[i + 1] : words[i];
    if (asked == "--lang=en") return Language::english;
    if (asked == "--lang=sv") return Language::swedish;
  }
  if (const auto language = language_of_sources(default_sources())) return *language;
  return language_of_system().value_or(Language::swedish);
}

/// "handbok help build" means "handbok build --help".
void read_help_as_option(std::vector<std::string>& words) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--lang" && word + 1 != words.end()) {
      ++word;
    } else if (!word->starts_with('-')) {
      if (*word != "help") return;
      words.erase(word);
      words.emplace_back("--help");
      return;
    }
  }
}

/// "a, b eller c"
std::string alternatives(const std::vector<std::string>& words, Language language) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 < words.size() ? ", " : choose(language, " eller ", " or ");
    text += words[i];
  }
  return text;
}

std::string shown_name(const Option& option, Language language) {
  return option.is_word() ? std::string(option.word.in(language)) : option.names.back();
}

/// Why `given` is no value of the option.
std::string refused(const Option& option, const std::string& given, Language language) {
  const auto name = shown_name(option, language);
  switch (option.kind) {
    case ValueKind::number:
      return fill_slots(choose(language, "{}: ange ett heltal från {} till {}.",
                               "{}: give a whole number from {} to {}."),
                        {name, std::to_string(option.least), std::to_string(option.most)});
    case ValueKind::date:
      return fill_slots(choose(language,
                               "{}: \"{}\" är inget datum från 1970 till 2199; skriv det som "
                               "2026-11-21.",
                               "{}: \"{}\" is no date from 1970 to 2199; write it as 2026-11-21."),
                        {name, given});
    case ValueKind::choice:
      return fill_slots(choose(language, "{}: \"{}\" finns inte att välja; ange {}.",
                               "{}: \"{}\" is no choice; give {}."),
                        {name, given, alternatives(option.choices, language)});
    case ValueKind::nothing:
    case ValueKind::text:
    case ValueKind::texts: break;
  }
  return fill_slots(
      choose(language, "{}: \"{}\" går inte att förstå.", "{}: \"{}\" cannot be understood."),
      {name, given});
}

/// What the words on the command line ask for.
struct Invocation {
  CommonOptions common;
  std::function<ExitStatus(const CommonOptions&)> run;
};

/// Options, and what CLI11 knows them as.
struct BoundOptions {
  std::vector<Option> options;
  std::vector<const CLI::Option*> parsed;
};

struct BoundCommand {
  const CommandSpec* spec = nullptr;
  CLI::App* app = nullptr;
  BoundOptions bound;
  std::function<ExitStatus(const CommonOptions&)> run;
};

/// Tells CLI11 of one option. Words get names that no option can have.
const CLI::Option* add_to(CLI::App& app, const Option& option, std::size_t number) {
  auto names = option.names;
  if (option.is_word()) names.insert(names.begin(), "word-" + std::to_string(number));
  const auto joined = join(names, ",");
  if (option.kind == ValueKind::nothing) return app.add_flag(joined);
  auto* const added = app.add_option(joined);
  added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  if (option.kind == ValueKind::texts) added->delimiter(',');
  if (option.values_max > 1)
    added->expected(0, static_cast<int>(option.values_max))->allow_extra_args();
  return added;
}

BoundOptions bind(CLI::App& app, std::vector<Option> options) {
  BoundOptions bound{std::move(options), {}};
  for (const auto& option : bound.options)
    bound.parsed.push_back(add_to(app, option, bound.parsed.size()));
  return bound;
}

/// The parser. What it says is in the language asked for.
class CommandLine {
public:
  explicit CommandLine(Language language) : language_(language), app_("", "handbok") {
    common_.language = language;
    app_.require_subcommand(0, 1);
    app_.set_version_flag("--version", std::string("handbok ") + HANDBOK_VERSION);
    app_.set_help_flag("-h,--help");
    bound_common_ = bind(app_, common_options(common_));
    for (const auto& spec : all_commands())
      add(spec);
  }

  std::variant<Invocation, ExitStatus> parse(std::vector<std::string> words) {
    try {
      std::ranges::reverse(words);  // as CLI11 wants it
      app_.parse(words);
    } catch (const CLI::CallForHelp&) {
      print(help_page(command_table(language_), asked_name(), language_));
      return ExitStatus::fine;
    } catch (const CLI::CallForVersion& version) {
      print(std::string(version.what()) + "\n");
      return ExitStatus::fine;
    } catch (const CLI::ExtrasError&) {
      return refuse(unexpected(app_.remaining(true)));
    } catch (const CLI::ArgumentMismatch& error) {
      const std::string complaint = error.what();
      return refuse(fill_slots(say("{}: ett värde fattas.", "{}: a value is missing."),
                               {complaint.substr(0, complaint.find(':'))}));
    } catch (const CLI::ParseError& error) {
      return refuse(say("kommandot går inte att förstå.", error.what()));
    }
    return read_values();
  }

private:
  std::string say(const char* swedish, const char* english) const {
    return std::string(choose(language_, swedish, english));
  }

  void add(const CommandSpec& spec) {
    const auto blank = spec.name.find(' ');
    auto& parent = blank == std::string_view::npos
                       ? app_
                       : *app_.get_subcommand(std::string(spec.name.substr(0, blank)));
    const auto name = blank == std::string_view::npos ? spec.name : spec.name.substr(blank + 1);
    auto& app = *parent.add_subcommand(std::string(name), "");
    app.set_help_flag("-h,--help");
    app.fallthrough();
    BoundCommand command{&spec, &app, {}, {}};
    if (spec.prepare) {
      auto prepared = spec.prepare();
      command.bound = bind(app, std::move(prepared.options));
      command.run = std::move(prepared.run);
    } else {
      app.require_subcommand(0, 1);
    }
    commands_.push_back(std::move(command));
  }

  /// The command that the words name; nothing if they name none.
  const BoundCommand* asked() const {
    const CLI::App* deepest = &app_;
    while (!deepest->get_subcommands().empty())
      deepest = deepest->get_subcommands().front();
    const auto found = std::ranges::find(commands_, deepest, &BoundCommand::app);
    return found == commands_.end() ? nullptr : &*found;
  }

  std::string asked_name() const {
    const auto* const command = asked();
    return command == nullptr ? std::string() : std::string(command->spec->name);
  }

  std::variant<Invocation, ExitStatus> read_values() {
    const auto* const command = asked();
    if (auto problem = take(bound_common_)) return refuse(*problem);
    if (command == nullptr || !command->run)
      return refuse(say("ange ett kommando.", "name a command."));
    if (auto problem = take(command->bound)) return refuse(*problem);
    choose_language(command->bound);
    return Invocation{common_, command->run};
  }

  /// Without --lang, a handbook is told of in its own language.
  void choose_language(const BoundOptions& bound) {
    if (bound_common_.parsed.front()->count() > 0) return;
    for (std::size_t i = 0; i < bound.options.size(); ++i) {
      if (!bound.options[i].otherwise) continue;
      auto given = bound.parsed[i]->results();
      if (given.empty()) given.push_back(bound.options[i].otherwise());
      for (const auto& folder : given)
        common_.language = language_of_sources(sources_named(folder)).value_or(common_.language);
    }
  }

  /// Hands the options what was given; what is wrong with it, if something is.
  std::optional<std::string> take(const BoundOptions& bound) const {
    for (std::size_t i = 0; i < bound.options.size(); ++i) {
      if (auto problem = take_one(bound.options[i], *bound.parsed[i])) return problem;
    }
    for (std::size_t i = 0; i < bound.options.size(); ++i) {
      if (auto problem = check_presence(bound, i)) return problem;
    }
    return std::nullopt;
  }

  std::optional<std::string> take_one(const Option& option, const CLI::Option& parsed) const {
    if (option.kind == ValueKind::nothing) {
      if (parsed.count() == 0) return std::nullopt;
      const bool has_value = std::ranges::any_of(
          parsed.results(), [](const std::string& given) { return given != "true"; });
      if (has_value)
        return fill_slots(say("{} tar inget värde.", "{} takes no value."),
                          {shown_name(option, language_)});
      option.take({});
      return std::nullopt;
    }
    if (option.kind != ValueKind::texts && parsed.count() > option.values_max) {
      return fill_slots(say("{} får anges bara en gång.", "{} may be given only once."),
                        {shown_name(option, language_)});
    }
    if (parsed.count() == 0 && option.otherwise) option.take(option.otherwise());
    for (const auto& given : parsed.results())
      if (!option.take(given)) return refused(option, given, language_);
    return std::nullopt;
  }

  std::optional<std::string> check_presence(const BoundOptions& bound, std::size_t index) const {
    const auto& option = bound.options[index];
    const bool is_given = bound.parsed[index]->count() > 0;
    if (option.required && !is_given) {
      return fill_slots(say("{} måste anges.", "{} must be given."),
                        {shown_name(option, language_)});
    }
    if (!is_given || option.excludes.empty()) return std::nullopt;
    for (std::size_t i = 0; i < bound.options.size(); ++i) {
      const auto& names = bound.options[i].names;
      const bool is_other = std::ranges::find(names, option.excludes) != names.end();
      if (!is_other || bound.parsed[i]->count() == 0) continue;
      return fill_slots(
          say("{} och {} går inte att ange samtidigt.", "{} and {} cannot be given together."),
          {shown_name(option, language_), option.excludes});
    }
    return std::nullopt;
  }

  /// What might have stood in the place of a word that nobody knows: commands, or options.
  std::vector<std::string> known_beside(const std::string& word) const {
    std::vector<std::string> names;
    const auto* const command = asked();
    if (word.starts_with('-')) {
      for (const auto* const bound : {&bound_common_, command ? &command->bound : nullptr}) {
        for (std::size_t i = 0; bound != nullptr && i < bound->options.size(); ++i)
          std::ranges::copy(bound->options[i].names, std::back_inserter(names));
      }
      return names;
    }
    const auto before = command == nullptr ? std::string() : asked_name() + " ";
    for (const auto& other : commands_) {
      const auto name = other.spec->name;
      const bool is_near = name.starts_with(before) && name.find(' ', before.size()) == name.npos;
      if (is_near) names.emplace_back(name.substr(before.size()));
    }
    return names;
  }

  /// Of several words that do not belong, an unknown option is the cause of the others.
  std::string unexpected(std::vector<std::string> words) const {
    const auto option =
        std::ranges::find_if(words, [](const std::string& word) { return word.starts_with('-'); });
    if (option != words.end()) words = {option->substr(0, option->find('='))};
    auto sentence =
        fill_slots(say("\"{}\" hör inte hit.", "\"{}\" does not belong here."), {join(words, " ")});
    if (const auto near = nearest(words.front(), known_beside(words.front())))
      sentence += fill_slots(say(" Menade du {}?", " Did you mean {}?"), {*near});
    return sentence;
  }

  ExitStatus refuse(const std::string& problem) const {
    print_error(
        language_,
        problem + "\n" + say("Kör handbok --help för hjälp.", "Run handbok --help for help."));
    return ExitStatus::could_not_run;
  }

  Language language_;
  CLI::App app_;
  CommonOptions common_;
  BoundOptions bound_common_;
  std::vector<BoundCommand> commands_;
};

/// Reads the command line. What needs no command, such as --help, is answered here; then, and when
/// the words make no sense (which is said on stderr), there is no invocation but an exit status.
std::variant<Invocation, ExitStatus> parse_command_line(int count, const char* const* words) {
  std::vector<std::string> given(words + 1, words + count);
  read_help_as_option(given);
  return CommandLine(language_in(given)).parse(given);
}

ExitStatus run_invocation(const Invocation& invocation) {
  const auto status = invocation.run(invocation.common);
  if (flush_results()) return status;
  print_error(invocation.common.language,
              choose(invocation.common.language, "resultatet gick inte att skriva ut.",
                     "the result could not be written."));
  return ExitStatus::could_not_run;
}

}  // namespace

int run_handbok(int count, const char* const* words) {
  const auto parsed = parse_command_line(count, words);
  if (const auto* const status = std::get_if<ExitStatus>(&parsed)) return static_cast<int>(*status);
  const auto& invocation = *std::get_if<Invocation>(&parsed);
  if (!has_sensible_clock()) {
    print_error(invocation.common.language,
                choose(invocation.common.language,
                       "SOURCE_DATE_EPOCH är inte sekunder sedan 1970, eller en dag efter 2199.",
                       "SOURCE_DATE_EPOCH is not seconds since 1970, or a day after 2199."));
    return static_cast<int>(ExitStatus::could_not_run);
  }
  try {
    return static_cast<int>(run_invocation(invocation));
  } catch (const std::exception& error) {
    print_error(invocation.common.language, error.what());
    return static_cast<int>(ExitStatus::could_not_run);
  }
}

}  // namespace handbok
