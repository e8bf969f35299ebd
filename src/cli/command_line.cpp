// The only user of CLI11: the whole command line on one page. The options of the commands that
// change sources are in cli/edit_options.cpp.
#include "cli/command_line.hpp"

#include <cstdio>
#include <string_view>

#include <CLI/CLI.hpp>

#include "cli/command_table.hpp"
#include "cli/console.hpp"
#include "cli/edit_options.hpp"
#include "cli/option_sink.hpp"
#include "cli/plain_options.hpp"
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
  SubcommandOptions(CLI::App& subcommand, std::string source_help)
      : subcommand_(subcommand),
        source_help_(std::move(source_help)) {}

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
  void choice(const std::string& name, std::map<std::string, std::function<void()>> choices,
              const std::string& help) override {
    std::vector<std::string> words;
    for (const auto& [word, act] : choices)
      words.push_back(word);
    subcommand_
        .add_option_function<std::string>(
            name, [choices](const std::string& word) { choices.at(word)(); }, help)
        ->check(CLI::IsMember(words));
  }
  void exclude(const std::string& name, const std::string& other) override {
    subcommand_.get_option(name)->excludes(subcommand_.get_option(other));
  }

private:
  CLI::App& subcommand_;
  std::string source_help_;
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

/// Builds the parser: one block a command. Texts come in both languages; the one asked for is used.
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
    add_build();
    add_check();
    add_explain();
    add_asof();
    add_declared("digest", digest_);
    add_diff();
    add_declared("graph", graph_);
    add_matrix();
    add_due();
    add_impact();
    add_report();
    add_review_pack();
    add_agenda();
    add_stats();
    add_export();
    add_publish();
    add_verify();
    add_declared("preview", preview_);
    add_declared("proof", proof_);
    add_document_life();
    add_declared("init", init_);
    add_declared("serve", serve_);
    add_declared("doctor", doctor_);
    add_declared("completion", completion_);
    add_declared("man", man_);
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
    std::vector<std::string> names;
    for (const auto* const command : app_.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(command->get_name());
    return names;
  }

  /// Adds a subcommand that fills `command` and makes it the one to run.
  template <typename Options>
  CLI::App* add(const char* name, const std::string& help, Options& command) {
    return add_below(app_, name, help, command);
  }

  /// The same as a subcommand of another one.
  template <typename Options>
  CLI::App* add_below(CLI::App& parent, const char* name, const std::string& help,
                      Options& command) {
    auto* const subcommand = parent.add_subcommand(name, help);
    subcommand->group(say("Kommandon", "Commands"));
    subcommand->set_help_flag("-h,--help", say("Skriver ut den här hjälpen", "Prints this help"));
    subcommand->fallthrough();
    subcommand->callback([this, &command] { invocation_.command = command; });
    return subcommand;
  }

  void add_source(CLI::App* subcommand, std::string& source) {
    source = "content";
    subcommand->add_option("source", source, source_help());
  }

  std::string source_help() const {
    return say("Mappen med källorna (content)", "The folder of sources (content)");
  }

  static CLI::Option* add_date(CLI::App* subcommand, const std::string& name,
                               std::optional<Date>& day, const std::string& help) {
    return subcommand->add_option_function<std::string>(
        name, [&day, name](const std::string& text) { day = date_of(name, text); }, help);
  }

  void add_as_of(CLI::App* subcommand, std::optional<Date>& day) {
    add_date(subcommand, "--as-of", day,
             say("Dagen som handboken ska visa, ÅÅÅÅ-MM-DD (i dag)",
                 "The day to show, YYYY-MM-DD (today)"));
  }

  template <typename Enum>
  static CLI::Option* add_choice(CLI::App* subcommand, const std::string& name, Enum& value,
                                 const std::map<std::string, Enum>& names,
                                 const std::string& help) {
    std::vector<std::string> words;
    for (const auto& [word, meaning] : names)
      words.push_back(word);
    return subcommand
        ->add_option_function<std::string>(
            name, [&value, names](const std::string& word) { value = names.at(word); }, help)
        ->check(CLI::IsMember(words));
  }

  void add_table_format(CLI::App* subcommand, TableFormat& format) {
    add_choice<TableFormat>(
        subcommand, "--format", format,
        {{"text", TableFormat::text}, {"json", TableFormat::json}, {"csv", TableFormat::csv}},
        say("text, json eller csv", "text, json or csv"));
  }

  void add_fail_on(CLI::App* subcommand, Severity& severity) {
    add_choice<Severity>(
        subcommand, "--fail-on", severity,
        {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}},
        say("Slutstatus 1 från den här graden (error)",
            "Exit status 1 from this severity (error)"));
  }

  void add_jobs(CLI::App* subcommand) {
    subcommand
        ->add_option(
            "--jobs", invocation_.common.jobs,
            say("Arbeten samtidigt (ett per processor)", "Works at a time (one a processor)"))
        ->check(CLI::Range(1, 256));
  }

  void add_profile(CLI::App* sub, std::string& profile) const {
    sub->add_option("--profile", profile,
                    say("Vilka webbplatsen är för: internal (också utan valet), external eller en "
                        "av handbokens egna",
                        "Whom the site is for: internal (also if left out), external or one of "
                        "the handbook's own"));
  }

  void add_build() {
    auto* const sub =
        add("build", say("Bygger handbokens webbplats", "Builds the handbook's site"), build_);
    add_source(sub, build_.source);
    sub->add_option("-o,--output", build_.output,
                    say("Mappen att skriva till", "The folder to write to"))
        ->required();
    add_as_of(sub, build_.as_of);
    sub->add_option("--theme", build_.theme, say("Mappen med temat", "The folder of the theme"));
    sub->add_option(
        "--base-url", build_.base_url,
        say("Adressen där webbplatsen ska ligga", "The address where the site will lie"));
    add_profile(sub, build_.profile);
    sub->add_flag("--drafts", build_.drafts,
                  say("Tar med utkast, märkta; aldrig för publicering",
                      "Includes drafts, marked; never for publishing"));
    sub->add_flag("--strict", build_.strict,
                  say("Varje fel stoppar bygget", "Every error stops the build"));
    sub->add_option_function<std::string>(
           "--summary", [this](const std::string&) { build_.json_summary = true; },
           say("json: avslutar med en rad JSON", "json: ends with one line of JSON"))
        ->check(CLI::IsMember({"json"}));
    add_fail_on(sub, build_.fail_on);
    add_jobs(sub);
  }

  void add_check() {
    auto* const sub = add(
        "check",
        say("Kontrollerar handboken utan att bygga den", "Checks the handbook without building it"),
        check_);
    add_source(sub, check_.source);
    add_as_of(sub, check_.as_of);
    add_choice<ReportFormat>(sub, "--format", check_.format,
                             {{"text", ReportFormat::text},
                              {"json", ReportFormat::json},
                              {"sarif", ReportFormat::sarif},
                              {"junit", ReportFormat::junit}},
                             say("text, json, sarif eller junit", "text, json, sarif or junit"));
    add_fail_on(sub, check_.fail_on);
    sub->add_option("--doc", check_.document,
                    say("Bara det som rör dokumentet", "Only what concerns the document"));
    add_jobs(sub);
  }

  void add_explain() {
    auto* const sub = add("explain",
                          say("Förklarar en kod, till exempel doc.review-overdue",
                              "Explains a code, such as doc.review-overdue"),
                          explain_);
    auto* const code = sub->add_option("code", explain_.code, say("Koden", "The code"));
    auto* const markdown = sub->add_flag(
        "--markdown", explain_.markdown,
        say("Skriver alla koder som en Markdown-sida", "Prints all codes as a Markdown page"));
    code->excludes(markdown);
  }

  void add_asof() {
    auto* const sub =
        add("asof", say("Visar vad som gällde en dag", "Shows what applied on a day"), asof_);
    sub->add_option_function<std::string>(
           "date", [this](const std::string& text) { asof_.day = date_of("date", text); },
           say("Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"))
        ->required();
    add_source(sub, asof_.source);
    sub->add_option("--unit", asof_.unit,
                    say("Bara det som gäller enheten", "Only what applies to the unit"));
    sub->add_option("--doc", asof_.document, say("Bara dokumentet", "Only the document"));
    add_table_format(sub, asof_.format);
  }

  /// Numbers are revisions, the first other word is the folder of sources.
  void read_diff_word(const std::string& word) {
    const bool is_number =
        !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) {
      diff_.source = word;
    } else if (!diff_.before) {
      diff_.before = std::stoi(word);
    } else {
      diff_.after = std::stoi(word);
    }
  }

  void add_diff() {
    auto* const sub = add("diff",
                          say("Visar vad som ändrades mellan två utgåvor",
                              "Shows what changed between two revisions"),
                          diff_);
    sub->add_option("document", diff_.document, say("Till exempel RUT-001", "For example RUT-001"))
        ->required();
    sub->add_option_function<std::vector<std::string>>(
           "revisions",
           [this](const std::vector<std::string>& words) {
             for (const auto& word : words)
               read_diff_word(word);
           },
           say("Två utgåvor, till exempel 2 3 (den gällande och den nyaste), och mappen med "
               "källorna (content)",
               "Two revisions, for example 2 3 (the one in force and the newest), and the folder "
               "of "
               "sources (content)"))
        ->expected(0, 3);
    add_as_of(sub, diff_.as_of);
  }

  void add_matrix() {
    auto* const sub = add("matrix",
                          say("Visar krav, rutiner, uppföljning och ansvar",
                              "Shows requirements, routines, follow-up and responsibility"),
                          matrix_);
    add_source(sub, matrix_.source);
    add_as_of(sub, matrix_.as_of);
    sub->add_option("--source", matrix_.legal_source,
                    say("Bara kraven i källan, till exempel sosfs-2011-9",
                        "Only the requirements of the source, such as sosfs-2011-9"));
    sub->add_option("--unit", matrix_.unit,
                    say("Bara det som rör enheten, och läget där",
                        "Only what concerns the unit, and how it stands there"));
    add_table_format(sub, matrix_.format);
  }

  void add_due() {
    constexpr int days_max = 3660;
    auto* const sub = add("due",
                          say("Visar vad som är försenat eller snart ska göras",
                              "Shows what is late or soon falls due"),
                          due_);
    add_source(sub, due_.source);
    add_as_of(sub, due_.as_of);
    sub->add_option("--days", due_.days,
                    say("Så många dagar framåt (handbokens horisont för översyn)",
                        "So many days ahead (the handbook's review horizon)"))
        ->check(CLI::Range(0, days_max));
    sub->add_option("--owner", due_.owner,
                    say("Bara det som rollen ansvarar för", "Only what the role answers for"));
    sub->add_option("--unit", due_.unit,
                    say("Bara det som enheten ska göra", "Only what the unit must do"));
    add_table_format(sub, due_.format);
  }

  void add_impact() {
    auto* const sub = add("impact",
                          say("Visar allt som vilar på något, och vad som fattas utan det",
                              "Shows all that rests on something, and what breaks without it"),
                          impact_);
    sub->add_option("reference", impact_.reference,
                    say("Till exempel RUT-090, \"SFS 2001:453\", sosfs-2011-9/5:3 eller MAS",
                        "For example RUT-090, \"SFS 2001:453\", sosfs-2011-9/5:3 or MAS"))
        ->required();
    add_source(sub, impact_.source);
    add_as_of(sub, impact_.as_of);
    add_table_format(sub, impact_.format);
    add_jobs(sub);
  }

  /// `day_option` names the day that the draft is about.
  void add_draft(CLI::App* subcommand, DraftOptions& draft, const std::string& day_option) {
    add_source(subcommand, draft.source);
    if (day_option == "--as-of") {
      add_as_of(subcommand, draft.as_of);
    } else {
      add_date(subcommand, day_option, draft.as_of,
               say("Mötets dag, ÅÅÅÅ-MM-DD (i dag; för ett forum dess nästa möte)",
                   "The day of the meeting, YYYY-MM-DD (today; for a forum its next meeting)"));
    }
    subcommand->add_option(
        "-o,--output", draft.output,
        say("Filen att skriva till; finns den uppdateras bara det som ingen "
            "har ändrat för hand (stdout)",
            "The file to write to; one that is there is brought up to date where "
            "nobody has changed it by hand (stdout)"));
  }

  void add_report() {
    constexpr int year_min = 1900;
    constexpr int year_max = 2200;
    constexpr int periods_max = 12;
    auto* const sub = add("report",
                          say("Skriver ett utkast till en berättelse eller plan med underlag",
                              "Drafts a report or plan with its material"),
                          report_);
    add_choice<ReportKindWord>(
        sub, "kind", report_.kind,
        {{"quality", ReportKindWord::quality},
         {"safety", ReportKindWord::safety},
         {"tertial", ReportKindWord::tertial},
         {"control", ReportKindWord::control}},
        say("quality, safety, tertial eller control", "quality, safety, tertial or control"))
        ->required();
    sub->add_option("--year", report_.year,
                    say("Året som utkastet handlar om", "The year that the draft is about"))
        ->required()
        ->check(CLI::Range(year_min, year_max));
    sub->add_option("--period", report_.period,
                    say("Tertialets nummer (det senast avslutade)",
                        "The number of the period (the last one that has ended)"))
        ->check(CLI::Range(1, periods_max));
    sub->add_option("--unit", report_.unit,
                    say("Bara enheten och det under den", "Only the unit and what lies below it"));
    add_draft(sub, report_.draft, "--as-of");
  }

  void add_review_pack() {
    auto* const sub = add("review-pack",
                          say("Skriver underlaget till ledningens genomgång",
                              "Writes the material for the management review"),
                          review_pack_);
    add_draft(sub, review_pack_.draft, "--on");
  }

  void add_agenda() {
    auto* const sub = add(
        "agenda", say("Skriver underlaget till ett forums möte", "Writes the material for a forum"),
        agenda_);
    sub->add_option("forum,--forum", agenda_.forum,
                    say("Till exempel FOR-02", "For example FOR-02"))
        ->required();
    add_draft(sub, agenda_.draft, "--on");
  }

  void add_stats() {
    auto* const sub = add("stats",
                          say("Räknar dokument och översyner, och visar dem som inget pekar på",
                              "Counts documents and reviews, and shows what nothing points at"),
                          stats_);
    add_source(sub, stats_.source);
    add_as_of(sub, stats_.as_of);
    add_table_format(sub, stats_.format);
    add_jobs(sub);
  }

  void add_output(CLI::App* subcommand, std::string& output) {
    subcommand->add_option("-o,--output", output,
                           say("Filen att skriva till (stdout)", "The file to write to (stdout)"));
  }

  void add_export() {
    auto* const parent = app_.add_subcommand(
        "export", say("Skriver något i ett annat format", "Writes something in another format"));
    parent->fallthrough();
    parent->group(say("Kommandon", "Commands"));
    parent->require_subcommand(1);
    add_export_calendar(*parent);
    SubcommandOptions feed(
        *add_below(*parent, "atom", help_of(export_feed_, language_), export_feed_), source_help());
    declare(feed, export_feed_, language_);
    add_export_registers(*parent);
    add_export_archive(*parent);
    SubcommandOptions word(
        *add_below(*parent, "docx", help_of(export_word_, language_), export_word_), source_help());
    declare(word, export_word_, language_);
  }

  void add_export_calendar(CLI::App& parent) {
    constexpr int months_max = 120;
    auto& calendar = export_calendar_;
    auto* const sub = add_below(
        parent, "ics",
        say("Skriver planerade dagar som en kalender", "Writes planned days as a calendar"),
        calendar);
    add_source(sub, calendar.source);
    add_as_of(sub, calendar.as_of);
    add_output(sub, calendar.output);
    sub->add_option("--unit", calendar.unit,
                    say("Bara det som enheten ska göra", "Only what the unit must do"));
    sub->add_option("--role", calendar.role,
                    say("Bara det som rollen ansvarar för", "Only what the role answers for"));
    sub->add_option("--months", calendar.months,
                    say("Så många månader framåt (12)", "So many months ahead (12)"))
        ->check(CLI::Range(1, months_max));
  }

  void add_export_archive(CLI::App& parent) {
    constexpr int year_max = 9999;
    auto& archive = export_archive_;
    auto* const sub = add_below(parent, "archive",
                                say("Skriver ett års dokument, att lämna till arkivet",
                                    "Writes the documents of a year, to hand to an archive"),
                                archive);
    add_source(sub, archive.source);
    sub->add_option("--year", archive.year, say("Året", "The year"))
        ->required()
        ->check(CLI::Range(1, year_max));
    sub->add_option("--theme", archive.theme, say("Mappen med temat", "The folder of the theme"));
    add_new_folder(sub, archive.output);
  }

  void add_new_folder(CLI::App* subcommand, std::string& output) {
    subcommand
        ->add_option("-o,--output", output,
                     say("Mappen att skriva; den får inte finnas",
                         "The folder to write; there must be none yet"))
        ->required();
  }

  void add_target(CLI::App* subcommand, std::string& target) {
    subcommand
        ->add_option("--to", target,
                     say("Mappen som handboken publiceras till",
                         "The folder that the handbook is published to"))
        ->required();
  }

  void add_publish() {
    auto* const sub = add("publish",
                          say("Publicerar handboken: allt eller inget",
                              "Publishes the handbook: all of it or nothing"),
                          publish_);
    add_source(sub, publish_.source);
    add_target(sub, publish_.target);
    add_as_of(sub, publish_.as_of);
    sub->add_option("--theme", publish_.theme, say("Mappen med temat", "The folder of the theme"));
    sub->add_option("--base-url", publish_.base_url,
                    say("Adressen där webbplatsen ligger", "The address where the site lies"));
    add_profile(sub, publish_.profile);
    sub->add_flag("--strict", publish_.strict,
                  say("Varje fel stoppar publiceringen", "Every error stops the publication"));
    sub->add_flag("--any-file-system", publish_.any_file_system,
                  say("Godtar ett filsystem som kan tappa det som skrivs",
                      "Accepts a file system that may lose what is written"));
    sub->add_option_function<std::string>(
           "--summary", [this](const std::string&) { publish_.json_summary = true; },
           say("json: skriver en rad JSON", "json: prints one line of JSON"))
        ->check(CLI::IsMember({"json"}));
    add_fail_on(sub, publish_.fail_on);
    add_jobs(sub);
  }

  void add_verify() {
    auto* const sub = add(
        "verify",
        say("Bevisar att det publicerade är orört", "Proves that what is published is untouched"),
        verify_);
    sub->add_option("source", verify_.source,
                    say("Mappen med källorna, om även de ska jämföras",
                        "The folder of sources, if they are to be compared too"));
    add_target(sub, verify_.target);
    sub->add_option("--against", verify_.against,
                    say("Ett vittne: liggarens huvud (42:sha256:…) eller mappen med en kopia",
                        "A witness: a head of the ledger (42:sha256:…) or the folder of a copy"));
    add_choice<bool>(sub, "--format", verify_.json, {{"text", false}, {"json", true}},
                     say("text eller json", "text or json"));
  }

  template <typename EditedCommand>
  void add_declared(const char* name, EditedCommand& command) {
    SubcommandOptions options(*add(name, help_of(command, language_), command), source_help());
    declare(options, command, language_);
  }

  void add_document_life() {
    add_declared("new", new_);
    add_declared("revise", revise_);
    add_declared("submit", submit_);
    add_declared("return", return_);
    add_declared("approve", approve_);
    add_declared("withdraw", withdraw_);
    add_declared("review-keep", review_keep_);
    add_declared("repeal", repeal_);
    add_declared("import", import_);
    add_declared("intake", intake_);
  }

  void add_export_registers(CLI::App& parent) {
    auto* const csv = add_below(parent, "csv",
                                say("Skriver ett register som en tabell för Excel",
                                    "Writes a register as a table for a spreadsheet"),
                                export_csv_);
    csv->add_option("register", export_csv_.name,
                    say("Till exempel documents eller risks", "For example documents or risks"))
        ->required();
    add_source(csv, export_csv_.source);
    add_as_of(csv, export_csv_.as_of);
    add_output(csv, export_csv_.output);
    auto* const json = add_below(parent, "json",
                                 say("Skriver registren som JSON, ett objekt på varje rad",
                                     "Writes the registers as JSON, one object a line"),
                                 export_json_);
    add_source(json, export_json_.source);
    json->add_option(
        "--register", export_json_.name,
        say("Bara det registret, till exempel risks", "Only that register, such as risks"));
    add_as_of(json, export_json_.as_of);
    add_output(json, export_json_.output);
  }

  Language language_;
  CLI::App app_;
  std::string language_word_;
  std::string first_word_;
  Invocation invocation_;
  BuildCommand build_;
  CheckCommand check_;
  ExplainCommand explain_;
  AsOfCommand asof_;
  DigestCommand digest_;
  DiffCommand diff_;
  GraphCommand graph_;
  MatrixCommand matrix_;
  DueCommand due_;
  ImpactCommand impact_;
  ReportCommand report_;
  ReviewPackCommand review_pack_;
  AgendaCommand agenda_;
  StatsCommand stats_;
  ExportCsvCommand export_csv_;
  ExportJsonCommand export_json_;
  ExportCalendarCommand export_calendar_;
  ExportFeedCommand export_feed_;
  PublishCommand publish_;
  VerifyCommand verify_;
  PreviewCommand preview_;
  ProofCommand proof_;
  ExportArchiveCommand export_archive_;
  NewCommand new_;
  ReviseCommand revise_;
  SubmitCommand submit_;
  ReturnCommand return_;
  ApproveCommand approve_;
  WithdrawCommand withdraw_;
  ReviewKeepCommand review_keep_;
  RepealCommand repeal_;
  ImportCommand import_;
  IntakeCommand intake_;
  ExportWordCommand export_word_;
  InitCommand init_;
  ServeCommand serve_;
  DoctorCommand doctor_;
  CompletionCommand completion_;
  ManCommand man_;
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
