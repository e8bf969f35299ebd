#pragma once

#include <cstdint>
#include <string>

#include "questions/reports/report_context.hpp"

namespace handbok {

// The parts of drafts, each as Markdown without a heading. A part says to the context what is
// missing in it, and gives a sentence rather than nothing when the handbook has nothing.

/// What the draft is about: its days and the units it covers.
std::string overview_part(ReportContext& context);

/// Who answered for what: duties by level, who might decide what, and the units as they stood, the
/// closed ones included (SOSFS 2011:9, 7 kap. 2 § p 1).
std::string responsibility_part(ReportContext& context);

/// With whom the work met, by which routine and agreement (7 kap. 2 § p 3).
std::string collaboration_part(ReportContext& context);

/// The self-checks with what was planned, made and found (7 kap. 2 § p 2).
std::string self_check_part(ReportContext& context);

/// The risks with their values before and after, the highest first (7 kap. 2 § p 4).
std::string risk_part(ReportContext& context);

/// The actions that were decided, open or done.
std::string action_part(ReportContext& context);

/// The goals and what came out.
std::string goal_part(ReportContext& context);

/// Whether a table of counts is followed by what the analyses found.
enum class Analyses : std::uint8_t { told, left_out };

/// How many messages of these kinds came in each period of compilation, and what was found.
std::string count_part(ReportContext& context, const std::vector<std::string>& kinds,
                       Analyses analyses = Analyses::told);

/// Events investigated and serious injuries of the year and the year before: from the report's row
/// in the register, or else the compilations (7 kap. 2 §, third paragraph). Never masked.
std::string event_part(ReportContext& context, int year);

/// A section for each unit: who heads it, its counts (masked), self-checks, risks and actions.
std::string unit_part(ReportContext& context);

/// What is demanded of the report itself: its row in the register, whom it covers, and what
/// contractors owe for the year. Only what is missing.
void check_report_row(ReportContext& context, ReportKind kind, int year);

/// Everything that parts have missed; to be made last.
std::string missing_part(const ReportContext& context);

/// How one risk is valued on the day, "12 (kritisk)".
std::string value_text(const ReportContext& context, const RiskValue& value, Date day);

/// What handles a risk, or that nothing does.
std::string handling_text(const ReportContext& context, const Risk& risk);

/// Where an action stands on the last day of the period.
std::string action_state_text(const ReportContext& context, const Action& action);

/// "var 4:e månad".
std::string every_text(const ReportContext& context, int months);

// Parts of the internal control plan of a year, drafted from the year before.

/// The controls of the plan, and those of the year before that are carried over.
std::string control_part(ReportContext& context, int year);

/// Who makes each of them, and how often.
std::string control_calendar_part(const ReportContext& context, int year);

/// What came of the controls of the year before.
std::string control_outcome_part(const ReportContext& context, int year);

/// The open risks at or above their threshold that no control of the year's plan is about, the
/// highest first, and what handles them. One that is carried over is not in the plan until it has a
/// row of its own there.
std::string uncontrolled_part(ReportContext& context, int year);

}  // namespace handbok
