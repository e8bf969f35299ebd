// The only user of CLI11: the list of commands. Their options are in the files *_options.cpp.
#include "cli/command_line.hpp"

#include <memory>
#include <string_view>

#include <CLI/CLI.hpp>

#include "cli/command_table.hpp"
#include "cli/console.hpp"
#include "cli/draft_options.hpp"
#include "cli/edit_options.hpp"
#include "cli/export_options.hpp"
#include "cli/option_sink.hpp"
#include "cli/plain_options.hpp"
#include "cli/question_options.hpp"
#include "cli/site_options.hpp"
#include "cli/tool_options.hpp"
#include "cli/usage_problem.hpp"

namespace handbok {
namespace {

/// The language asked for, looked up before anything is parsed because help texts depend on it.
Language language_in(int count, const char* const* words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word(words[i]);
    const bool is_next = word == "--lang" && i + 1 < count;
    if (word == "--lang=en" || (is_next && std::string_view(words[i + 1]) == "en"))
      return Language::english;
  }
  return Language::swedish;
}

/// The first word that is no option, nor the value of --lang; empty if there is none.
std::string first_name_in(int count, const char* const* words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word(words[i]);
    if (word == "--lang") {
      ++i;
    } else if (!word.starts_with('-')) {
      return std::string(word);
    }
  }
  return {};
}

Date date_of(const std::string& name, const std::string& text) {
  const auto date = Date::parse(text);
  if (!date) throw CLI::ValidationError(name, text + " is no date");
  return *date;
}

/// Hands the options of one command to CLI11.
class SubcommandOptions final : public OptionSink {
public:
  /// `jobs` is where --jobs goes; all three must outlive the parsing.
  SubcommandOptions(CLI::App& subcommand, std::string source_help, int& jobs)
      : subcommand_(subcommand),
        source_help_(std::move(source_help)),
        jobs_(jobs) {}

  void subject(std::string& value, const std::string& help) override {
    subcommand_.add_option("subject", value, help)->required();
  }
  void source(std::string& value) override {
    value = "content";
    subcommand_.add_option("source", value, source_help_);
  }
  void text(const std::string& name, std::string& value, const std::string& help) override {
    subcommand_.add_option(name, value, help);
  }
  void required(const std::string& name) override { subcommand_.get_option(name)->required(); }
  void texts(const std::string& name, std::vector<std::string>& values,
             const std::string& help) override {
    subcommand_.add_option(name, values, help)->delimiter(',')->allow_extra_args(false);
  }
  void date(const std::string& name, std::optional<Date>& day, const std::string& help) override {
    subcommand_.add_option_function<std::string>(
        name, [&day, name](const std::string& text) { day = date_of(name, text); }, help);
  }
  void date(const std::string& name, Date& day, const std::string& help) override {
    subcommand_.add_option_function<std::string>(
        name, [&day, name](const std::string& text) { day = date_of(name, text); }, help);
  }
  void flag(const std::string& name, std::function<void()> set, const std::string& help) override {
    subcommand_.add_flag_callback(name, std::move(set), help);
  }
  void number(const std::string& name, int& value, std::pair<int, int> range,
              const std::string& help) override {
    subcommand_.add_option(name, value, help)->check(CLI::Range(range.first, range.second));
  }
  void number(const std::string& name, std::optional<int>& value, std::pair<int, int> range,
              const std::string& help) override {
    subcommand_.add_option(name, value, help)->check(CLI::Range(range.first, range.second));
  }
  void choice(const std::string& name, std::map<std::string, std::function<void()>> choices,
              const std::string& help) override {
    std::vector<std::string> words;
    words.reserve(choices.size());
    for (const auto& [word, act] : choices)
      words.push_back(word);
    subcommand_
        .add_option_function<std::string>(
            name, [choices](const std::string& word) { choices.at(word)(); }, help)
        ->check(CLI::IsMember(words));
  }
  void words(const std::string& name, std::function<void(const std::string&)> take, int most,
             const std::string& help) override {
    subcommand_
        .add_option_function<std::vector<std::string>>(
            name,
            [take = std::move(take)](const std::vector<std::string>& words) {
              for (const auto& word : words)
                take(word);
            },
            help)
        ->expected(0, most);
  }
  void jobs(const std::string& help) override {
    constexpr int jobs_max = 256;
    number("--jobs", jobs_, {1, jobs_max}, help);
  }
  void exclude(const std::string& name, const std::string& other) override {
    subcommand_.get_option(name)->excludes(subcommand_.get_option(other));
  }

private:
  CLI::App& subcommand_;
  std::string source_help_;
  int& jobs_;
};

/// The words of CLI11's own note on what may be given: "{sv,en}" and the like; else none.
std::vector<std::string> choices_in(const std::string& note) {
  const auto begin = note.find('{');
  const auto end = note.find('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  std::vector<std::string> choices;
  for (auto& choice : CLI::detail::split(note.substr(begin + 1, end - begin - 1), ','))
    choices.push_back(choice.substr(0, choice.find("->")));
  return choices;
}

/// The help text in the language asked for, without CLI11's own names of types.
class HelpFormatter final : public CLI::Formatter {
public:
  explicit HelpFormatter(Language language) {
    if (language == Language::english) return;
    label("Usage", "Så här");
    label("OPTIONS", "VÄLJARE");
    label("SUBCOMMAND", "KOMMANDO");
    label("SUBCOMMANDS", "KOMMANDON");
    label("Positionals", "Ord");
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const auto choices = choices_in(option->get_type_name());
    if (option->get_type_size() == 0 || option->get_items_expected_max() == 0) return {};
    if (!choices.empty()) return " " + CLI::detail::join(choices, "|");
    return option->get_positional() ? std::string() : std::string(" …");
  }
};

/// The parser. Texts come in both languages; the one asked for is used.
class CommandLine {
public:
  explicit CommandLine(Language language)
      : language_(language),
        app_(say("Gör en handbok av Markdown och TOML.",
                 "Compiles handbooks from Markdown and TOML.")) {
    invocation_.common.language = language;
    app_.name("handbok");
    app_.formatter(std::make_shared<HelpFormatter>(language));
    app_.option_defaults()->group(say("Väljare", "Options"));
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string("handbok ") + HANDBOK_VERSION,
                          say("Skriver ut versionen", "Prints the version"));
    app_.set_help_flag("-h,--help", say("Skriver ut den här hjälpen", "Prints this help"));
    app_.add_option("--lang", language_word_,
                    say("Språk i meddelanden: sv eller en", "Language of messages: sv or en"))
        ->check(CLI::IsMember({"sv", "en"}));
    app_.add_flag("--quiet", invocation_.common.quiet,
                  say("Skriver bara fel", "Prints errors only"));
    app_.fallthrough();
    add_all();
  }

  const CLI::App& app() const { return app_; }

  std::variant<Invocation, ExitStatus> parse(int count, const char* const* words) {
    first_word_ = first_name_in(count, words);
    try {
      app_.parse(count, words);
    } catch (const CLI::Success& answered) {
      app_.exit(answered);
      return ExitStatus::fine;
    } catch (const CLI::ParseError& error) {
      print_error(
          language_,
          usage_problem({error.get_name(), error.what(), first_word_}, command_names(), language_) +
              "\n" + say("Kör handbok --help för hjälp.", "Run handbok --help for help."));
      return ExitStatus::could_not_run;
    }
    return std::move(invocation_);
  }

private:
  std::string say(const char* swedish, const char* english) const {
    return language_ == Language::swedish ? swedish : english;
  }

  std::vector<std::string> command_names() const {
    const auto commands = app_.get_subcommands([](const CLI::App*) { return true; });
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const auto* const command : commands)
      names.push_back(command->get_name());
    return names;
  }

  void describe(CLI::App& command) const {
    command.group(say("Kommandon", "Commands"));
    command.fallthrough();
  }

  /// Adds a command below `parent`; given on the command line, it is the one to run.
  template <typename Options>
  void add(CLI::App& parent, const char* name) {
    const auto command = std::make_shared<Options>();
    auto& subcommand = *parent.add_subcommand(name, help_of(*command, language_));
    describe(subcommand);
    subcommand.set_help_flag("-h,--help", say("Skriver ut den här hjälpen", "Prints this help"));
    subcommand.callback([this, command] { invocation_.command = *command; });
    SubcommandOptions options(
        subcommand, say("Mappen med källorna (content)", "The folder of sources (content)"),
        invocation_.common.jobs);
    declare(options, *command, language_);
  }

  void add_all() {
    add<BuildCommand>(app_, "build");
    add<CheckCommand>(app_, "check");
    add<ExplainCommand>(app_, "explain");
    add<AsOfCommand>(app_, "asof");
    add<DigestCommand>(app_, "digest");
    add<DiffCommand>(app_, "diff");
    add<GraphCommand>(app_, "graph");
    add<MatrixCommand>(app_, "matrix");
    add<DueCommand>(app_, "due");
    add<ImpactCommand>(app_, "impact");
    add<ReportCommand>(app_, "report");
    add<ReviewPackCommand>(app_, "review-pack");
    add<AgendaCommand>(app_, "agenda");
    add<StatsCommand>(app_, "stats");
    add_exports();
    add<PublishCommand>(app_, "publish");
    add<VerifyCommand>(app_, "verify");
    add<PreviewCommand>(app_, "preview");
    add<ProofCommand>(app_, "proof");
    add_document_life();
    add<InitCommand>(app_, "init");
    add<ServeCommand>(app_, "serve");
    add<DoctorCommand>(app_, "doctor");
    add<CompletionCommand>(app_, "completion");
    add<ManCommand>(app_, "man");
  }

  void add_exports() {
    auto& parent = *app_.add_subcommand(
        "export", say("Skriver något i ett annat format", "Writes something in another format"));
    describe(parent);
    parent.require_subcommand(1);
    add<ExportCalendarCommand>(parent, "ics");
    add<ExportFeedCommand>(parent, "atom");
    add<ExportCsvCommand>(parent, "csv");
    add<ExportJsonCommand>(parent, "json");
    add<ExportArchiveCommand>(parent, "archive");
    add<ExportWordCommand>(parent, "docx");
  }

  void add_document_life() {
    add<NewCommand>(app_, "new");
    add<ReviseCommand>(app_, "revise");
    add<SubmitCommand>(app_, "submit");
    add<ReturnCommand>(app_, "return");
    add<ApproveCommand>(app_, "approve");
    add<WithdrawCommand>(app_, "withdraw");
    add<ReviewKeepCommand>(app_, "review-keep");
    add<RepealCommand>(app_, "repeal");
    add<ImportCommand>(app_, "import");
    add<IntakeCommand>(app_, "intake");
  }

  Language language_;
  CLI::App app_;
  std::string language_word_;
  std::string first_word_;
  Invocation invocation_;
};

OptionHelp help_of_option(const CLI::Option& option) {
  OptionHelp help;
  if (option.get_positional()) {
    help.names = {option.get_name(true)};
  } else {
    for (const auto& name : option.get_snames())
      help.names.push_back("-" + name);
    for (const auto& name : option.get_lnames())
      help.names.push_back("--" + name);
  }
  help.help = option.get_description();
  help.choices = choices_in(option.get_type_name());
  help.takes_value = option.get_items_expected_max() > 0;
  help.required = option.get_required();
  return help;
}

CommandHelp help_of_command(const CLI::App& command, const std::string& name) {
  CommandHelp help;
  help.name = name;
  help.help = command.get_description();
  for (const auto* const option : command.get_options()) {
    if (option == command.get_help_ptr()) continue;
    (option->get_positional() ? help.words : help.options).push_back(help_of_option(*option));
  }
  return help;
}

void add_commands(const CLI::App& parent, const std::string& prefix,
                  std::vector<CommandHelp>& commands) {
  for (const auto* const command : parent.get_subcommands([](const CLI::App*) { return true; })) {
    const auto name = prefix + command->get_name();
    if (command->get_subcommands([](const CLI::App*) { return true; }).empty()) {
      commands.push_back(help_of_command(*command, name));
    } else {
      add_commands(*command, name + " ", commands);
    }
  }
}

}  // namespace

CommandTable command_table(Language language) {
  const CommandLine line(language);
  CommandTable table;
  table.help = line.app().get_description();
  table.options = help_of_command(line.app(), {}).options;
  add_commands(line.app(), {}, table.commands);
  return table;
}

std::variant<Invocation, ExitStatus> parse_command_line(int count, const char* const* words) {
  return CommandLine(language_in(count, words)).parse(count, words);
}

}  // namespace handbok
