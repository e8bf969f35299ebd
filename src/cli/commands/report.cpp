// report, review-pack and agenda: drafts of what people then finish.
#include "app/reports/draft_report.hpp"
#include "base/strings.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/draft_file.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"

namespace handbok {
namespace {

ReportTopic topic_of(ReportKindWord kind) {
  switch (kind) {
    case ReportKindWord::quality:
      return ReportTopic::quality;
    case ReportKindWord::safety:
      return ReportTopic::safety;
    case ReportKindWord::tertial:
      return ReportTopic::tertial;
    case ReportKindWord::control:
      return ReportTopic::control;
  }
  return ReportTopic::quality;
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

}  // namespace

ExitStatus run(const ReportCommand& command, const CommonOptions& common) {
  if (command.period != 0 && command.kind != ReportKindWord::tertial) {
    print_error(common.language, choose(common.language, "--period hör bara till report tertial.",
                                        "--period belongs to report tertial alone."));
    return ExitStatus::could_not_run;
  }
  const auto sources = open_sources(command.draft.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.draft.as_of);
  if (!are_known(*sources, day, {}, command.unit, common.language))
    return ExitStatus::could_not_run;
  const auto result = ask_report(
      *sources, day, {topic_of(command.kind), command.year, command.period, command.unit});
  if (const auto* const problem = std::get_if<ReportProblem>(&result)) {
    tell_problem(*problem, command, common.language);
    return ExitStatus::could_not_run;
  }
  return give_draft(*std::get_if<ReportDraft>(&result), command.draft, common);
}

ExitStatus run(const ReviewPackCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.draft.source, common);
  if (!sources) return ExitStatus::could_not_run;
  return give_draft(
      ask_review_pack(*sources, day_or_today(command.draft.as_of), day_or_today(std::nullopt)),
      command.draft, common);
}

ExitStatus run(const AgendaCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.draft.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto draft =
      ask_agenda(*sources, command.draft.as_of, command.forum, day_or_today(std::nullopt));
  if (!draft) {
    print_error(common.language,
                command.forum + std::string(choose(common.language, ": forumet finns inte.",
                                                   ": there is no such forum.")));
    return ExitStatus::could_not_run;
  }
  return give_draft(*draft, command.draft, common);
}

}  // namespace handbok
