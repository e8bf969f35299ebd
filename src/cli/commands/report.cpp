// report, review-pack and agenda: drafts of what people then finish.
#include "app/reports/draft_report.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/draft_file.hpp"
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
      print_error(language, command.unit + std::string(choose(language, ": enheten finns inte.",
                                                              ": there is no such unit.")));
      return;
    case ReportProblem::no_such_period:
      print_error(language, std::to_string(command.year) +
                                std::string(choose(language, ": det finns ingen sådan period än.",
                                                   ": there is no such period yet.")));
      return;
  }
}

}  // namespace

ExitStatus run(const ReportCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.draft.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto result =
      ask_report(*sources, day_or_today(command.draft.as_of),
                 {topic_of(command.kind), command.year, command.period, command.unit});
  if (const auto* const problem = std::get_if<ReportProblem>(&result)) {
    tell_problem(*problem, command, common.language);
    return ExitStatus::could_not_run;
  }
  return give_draft(*std::get_if<ReportDraft>(&result), command.draft, common);
}

ExitStatus run(const ReviewPackCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.draft.source, common);
  if (!sources) return ExitStatus::could_not_run;
  return give_draft(ask_review_pack(*sources, day_or_today(command.draft.as_of)), command.draft,
                    common);
}

ExitStatus run(const AgendaCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.draft.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto draft = ask_agenda(*sources, day_or_today(command.draft.as_of), command.forum);
  if (!draft) {
    print_error(common.language,
                command.forum + std::string(choose(common.language, ": forumet finns inte.",
                                                   ": there is no such forum.")));
    return ExitStatus::could_not_run;
  }
  return give_draft(*draft, command.draft, common);
}

}  // namespace handbok
