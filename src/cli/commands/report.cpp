// report, review-pack and agenda: drafts of what people then finish.
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/draft_file.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "questions/reports/draft_report.hpp"

namespace handbok {
namespace {

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
    case ReportProblem::no_such_unit:
      return;  // told before
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

ExitStatus run_report(const ReportCommand& command, const CommonOptions& common) {
  if (command.period != 0 && command.topic != ReportTopic::tertial) {
    print_error(common.language, choose(common.language, "--period hör bara till report tertial.",
                                        "--period belongs to report tertial alone."));
    return ExitStatus::could_not_run;
  }
  const auto handbook = open_handbook(command.draft.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.draft.as_of);
  if (!are_known(*handbook, day, {}, command.unit, common.language))
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

ExitStatus run_agenda(const AgendaCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.draft.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto today = day_or_today(std::nullopt);
  const auto& day = command.draft.as_of;
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
