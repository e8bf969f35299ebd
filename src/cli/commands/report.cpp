// report, review-pack and agenda: drafts of what people then finish.
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "questions/reports/draft_report.hpp"

namespace handbok {
namespace {

/// Where the draft of a report goes.
struct DraftOptions {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout; a file that is there is brought up to date
};

std::string place_of(const std::string& path, int line) {
  return line == 0 ? path : path + ":" + std::to_string(line);
}

void tell_fault(const StretchFault& fault, const std::string& path, Language language) {
  const auto place = place_of(path, fault.line);
  const auto words =
      fault.problem == StretchProblem::no_stretches
          ? choose(language, "{}: filen är inget utkast från handbok. Ange en annan fil med -o.",
                   "{}: the file is no draft of handbok's. Name another file with -o.")
          : choose(language,
                   "{}: markeringen [handbok:…] är dubbel eller saknar sin andra hälft. Rätta den, "
                   "eller skriv till en ny fil.",
                   "{}: the marker [handbok:…] is doubled or has lost its other half. Mend it, or "
                   "write to a new file.");
  print_error(language, fill_slots(words, {place}));
}

std::string_view words_of(StretchFate fate, Language language) {
  switch (fate) {
    case StretchFate::written: return {};
    case StretchFate::edited:
      return choose(language,
                    "{}: ”{}” är ändrat för hand och lämnas som det är. Töm det så fylls det på "
                    "nytt.",
                    "{}: \"{}\" was changed by hand and is left as it is. Empty it, and it is "
                    "filled again.");
    case StretchFate::absent:
      return choose(language, "{}: ”{}” är borttaget ur filen och skrivs inte dit igen.",
                    "{}: \"{}\" was taken out of the file and is not put back.");
    case StretchFate::unknown:
      return choose(language, "{}: ”{}” hör inte till det här utkastet och lämnas som det är.",
                    "{}: \"{}\" does not belong to this draft and is left as it is.");
  }
  return {};
}

/// Tells what was not renewed; true if somebody's changes stand in the way.
bool tell_notes(const std::vector<StretchNote>& notes, const std::string& path,
                const CommonOptions& common) {
  bool is_edited = false;
  for (const auto& note : notes) {
    is_edited = is_edited || note.fate == StretchFate::edited;
    const auto words = words_of(note.fate, common.language);
    const bool is_told = !common.quiet || note.fate == StretchFate::edited;
    if (!words.empty() && is_told)
      print_message(fill_slots(words, {place_of(path, note.line), note.name}));
  }
  return is_edited;
}

void tell_missing(const ReportDraft& draft, const CommonOptions& common) {
  if (draft.missing.empty() || common.quiet) return;
  const auto words = draft.missing.size() == 1
                         ? choose(common.language, "En uppgift saknas i underlaget, se sist.",
                                  "One piece of material is missing, see at the end.")
                         : choose(common.language, "{} uppgifter saknas i underlaget, se sist.",
                                  "{} pieces of material are missing, see at the end.");
  print_message(fill_slots(words, {std::to_string(draft.missing.size())}));
}

Option draft_output_option(DraftOptions& draft) {
  return text("-o,--output", draft.output,
              {"Filen att skriva till; finns den uppdateras bara det som ingen har ändrat för hand "
               "(stdout)",
               "The file to write to; one that is there is brought up to date where nobody has "
               "changed it by hand (stdout)"});
}

/// Prints the draft, or writes it to the file asked for. A file that is there is brought up to
/// date: what somebody wrote is kept, and what could not be renewed is told on stderr. Tells how
/// much is missing. `found_something` if a stretch was left because somebody has changed it,
/// `could_not_run`, with nothing written, if the file is no draft.
ExitStatus give_draft(const ReportDraft& draft, const DraftOptions& options,
                      const CommonOptions& common) {
  if (options.output.empty()) {
    print(new_draft(draft.sections));
    tell_missing(draft, common);
    return ExitStatus::fine;
  }
  const auto existing = read_named_file(options.output);
  if (!existing || existing->empty()) {
    write_result(options.output, new_draft(draft.sections));
    tell_missing(draft, common);
    return ExitStatus::fine;
  }
  const auto updated = update_draft(*existing, draft.sections);
  if (!updated) {
    tell_fault(updated.error(), options.output, common.language);
    return ExitStatus::could_not_run;
  }
  if (updated->text != *existing) write_result(options.output, updated->text);
  const bool is_edited = tell_notes(updated->notes, options.output, common);
  tell_missing(draft, common);
  return is_edited ? ExitStatus::found_something : ExitStatus::fine;
}

struct ReportCommand {
  ReportTopic topic = ReportTopic::quality;
  int year = 0;
  int period = 0;  ///< of a tertial report; 0: the last one that has ended
  std::string unit;
  DraftOptions draft;
};

struct ReviewPackCommand {
  DraftOptions draft;
};

struct AgendaCommand {
  std::string forum;
  DraftOptions draft;
};

std::vector<Option> describe_report(ReportCommand& command) {
  constexpr int year_min = 1900;
  constexpr int year_max = 2200;
  constexpr int periods_max = 12;
  return {required(as_word({"slag", "kind"},
                           choice<ReportTopic>({}, command.topic,
                                               {{"control", ReportTopic::control},
                                                {"quality", ReportTopic::quality},
                                                {"safety", ReportTopic::safety},
                                                {"tertial", ReportTopic::tertial}},
                                               {"quality, safety, tertial eller control",
                                                "quality, safety, tertial or control"}))),
          required(number("--year", command.year, {year_min, year_max},
                          {"Året som utkastet handlar om", "The year that the draft is about"})),
          number("--period", command.period, {1, periods_max},
                 {"Tertialets nummer (det senast avslutade)",
                  "The number of the period (the last one that has ended)"}),
          text("--unit", command.unit,
               {"Bara enheten och det under den", "Only the unit and what lies below it"}),
          source_word(command.draft.source),
          as_of_option(command.draft.as_of),
          draft_output_option(command.draft)};
}

Option meeting_option(DraftOptions& draft) {
  return date("--on", draft.as_of,
              {"Mötets dag, ÅÅÅÅ-MM-DD (i dag; för ett forum dess nästa möte)",
               "The day of the meeting, YYYY-MM-DD (today; for a forum its next meeting)"});
}

std::vector<Option> describe_review_pack(ReviewPackCommand& command) {
  return {source_word(command.draft.source), meeting_option(command.draft),
          draft_output_option(command.draft)};
}

std::vector<Option> describe_agenda(AgendaCommand& command) {
  return {
      required(as_word({"forum", "forum"}, text("--forum", command.forum,
                                                {"Till exempel FOR-02", "For example FOR-02"}))),
      source_word(command.draft.source), meeting_option(command.draft),
      draft_output_option(command.draft)};
}

void tell_problem(ReportProblem problem, const ReportCommand& command, Language language) {
  switch (problem) {
    case ReportProblem::no_such_unit: return;  // told before
    case ReportProblem::no_such_period:
      print_error(language,
                  fill_slots(choose(language, "--period {}: året har inte så många perioder.",
                                    "--period {}: the year has not that many periods."),
                             {std::to_string(command.period)}));
      return;
    case ReportProblem::not_begun:
      print_error(
          language,
          fill_slots(choose(language, "{}: perioden har inte börjat, eller ingen är slut än.",
                            "{}: the period has not begun, or none is over yet."),
                     {std::to_string(command.year)}));
      return;
    case ReportProblem::no_care:
      print_error(language,
                  choose(language,
                         "handboken säger inte vilken verksamhet berättelsen gäller; skriv "
                         "safety_report_regimes under [yearly] i handbook.toml.",
                         "the handbook does not say what work the report is about; write "
                         "safety_report_regimes under [yearly] in handbook.toml."));
      return;
  }
}

ExitStatus run_report(const ReportCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  if (command.period != 0 && command.topic != ReportTopic::tertial) {
    print_error(common.language, choose(common.language, "--period hör bara till report tertial.",
                                        "--period belongs to report tertial alone."));
    return ExitStatus::could_not_run;
  }
  const auto handbook = open_handbook(command.draft.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.draft.as_of);
  if (!use_code(*handbook, day, SubjectKind::unit, command.unit, common.language))
    return ExitStatus::could_not_run;
  const auto result =
      draft_report(*handbook, day, {command.topic, command.year, command.period, command.unit});
  if (const auto* const problem = std::get_if<ReportProblem>(&result)) {
    tell_problem(*problem, command, common.language);
    return ExitStatus::could_not_run;
  }
  return give_draft(*std::get_if<ReportDraft>(&result), command.draft, common);
}

ExitStatus run_review_pack(const ReviewPackCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.draft.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  return give_draft(
      draft_review_pack(*handbook, day_or_today(command.draft.as_of), day_or_today(std::nullopt)),
      command.draft, common);
}

ExitStatus run_agenda(const AgendaCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto handbook = open_handbook(command.draft.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto today = day_or_today(std::nullopt);
  const auto& day = command.draft.as_of;
  if (!use_code(*handbook, day.value_or(today), SubjectKind::row, command.forum, common.language))
    return ExitStatus::could_not_run;
  const auto draft = day ? draft_agenda(*handbook, *day, command.forum, today)
                         : draft_next_agenda(*handbook, command.forum, today);
  if (!draft) {
    print_error(common.language,
                command.forum + std::string(choose(common.language, ": forumet finns inte.",
                                                   ": there is no such forum.")));
    return ExitStatus::could_not_run;
  }
  return give_draft(*draft, command.draft, common);
}

}  // namespace

CommandSpec report_command() {
  return command_spec<ReportCommand>(
      "report",
      {"Skriver ett utkast till en berättelse eller plan med underlag",
       "Drafts a report or plan with its material"},
      &describe_report, &run_report);
}

CommandSpec review_pack_command() {
  return command_spec<ReviewPackCommand>("review-pack",
                                         {"Skriver underlaget till ledningens genomgång",
                                          "Writes the material for the management review"},
                                         &describe_review_pack, &run_review_pack);
}

CommandSpec agenda_command() {
  return command_spec<AgendaCommand>(
      "agenda", {"Skriver underlaget till ett forums möte", "Writes the material for a forum"},
      &describe_agenda, &run_agenda);
}

}  // namespace handbok
