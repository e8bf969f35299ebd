#pragma once

#include <string>

#include "questions/reports/report_context.hpp"

namespace handbok {

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
