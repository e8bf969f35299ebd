// Plans, goals, reviews by the management, and the calendar of the year.

#include <algorithm>
#include <initializer_list>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/organisation.hpp"
#include "derive/row_days.hpp"
#include "derive/yearly_duties.hpp"
#include "diag/code_names.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

/// True if the document was adopted and has not been repealed: it may have run out.
bool is_adopted_document(const CheckContext& context, const DocumentId& id) {
  const auto* const document = context.view().find(id);
  if (document == nullptr) return false;
  return document->state == DocumentState::upcoming || document->state == DocumentState::in_force ||
         document->state == DocumentState::expired;
}

bool has_plan(const CheckContext& context, PlanKind kind, int year) {
  return std::ranges::any_of(context.handbook().plans, [&](const Plan& plan) {
    return plan.kind == kind && plan.year == year && is_adopted_document(context, plan.id);
  });
}

/// Who heads the principal: what the whole handbook lacks is theirs to see to.
RoleId head_of_principal(const Handbook& handbook) {
  const auto* const principal = handbook.find_unit(handbook.settings.principal);
  return principal == nullptr ? RoleId() : principal->head;
}

void report_demand(CheckContext& context, CheckReport report) {
  report.location = context.handbook().settings.yearly.location;
  report.owner = head_of_principal(context.handbook());
  report.part = Part::common;
  context.report_entry(std::move(report));
}

/// True if the year of the day is one for which something is demanded.
bool is_demanding(const CheckContext& context) {
  const auto& from = context.handbook().settings.yearly.from;
  return from && from->year() <= context.day().year();
}

void report_goal(CheckContext& context, const Goal& goal, CheckReport report) {
  report.location = goal.location;
  report.what.insert(report.what.begin(), {goal.id, goal.title});
  report.subject = goal.id;
  report.owner = goal.owner;
  context.report_entry(std::move(report));
}

std::vector<std::string> missing_measures(const Goal& goal) {
  std::vector<std::string> missing;
  if (trim(goal.indicator).empty()) missing.emplace_back("indicator");
  if (trim(goal.target).empty()) missing.emplace_back("target");
  return missing;
}

/// True if every operative unit of ours lies within the unit, as under a board and the one
/// administration below it. An operative unit itself is never the whole.
bool is_whole_organisation(const CheckContext& context, const UnitId& id) {
  const auto& handbook = context.handbook();
  const auto* const whole = handbook.find_unit(id);
  const auto& units = context.view().units();
  if (whole == nullptr || units.is_operative(*whole)) return false;
  return std::ranges::all_of(handbook.units, [&](const OrgUnit& unit) {
    return !units.is_operative(unit) || units.is_within(unit, id);
  });
}

/// True if it is a goal of the whole organisation and of no part of it. A goal that names no unit
/// and breaks down no other is everybody's.
bool is_common_goal(const CheckContext& context, const Goal& goal) {
  if (!goal.parent.empty()) return false;
  return std::ranges::all_of(
      goal.units, [&](const UnitId& unit) { return is_whole_organisation(context, unit); });
}

bool is_broken_down(const CheckContext& context, const Goal& goal) {
  return std::ranges::any_of(context.handbook().goals, [&](const Goal& other) {
    return other.parent == goal.id && is_valid_on(other, context.day());
  });
}

bool is_reviewed_in_time(const ManagementReview& last, int months, Date day) {
  return day <= last.held_on->plus_months(months);
}

bool recurs_on(const CalendarItem& item, Date day) {
  return !item.valid_to || day < *item.valid_to;
}

/// Reports a demand for which no item of one of the kinds recurs. The first kind is recommended.
void check_scheduled(CheckContext& context, const std::string& demand,
                     std::initializer_list<CalendarKind> kinds, const std::string& kind_name) {
  const auto& items = context.handbook().calendar;
  const bool is_scheduled = std::ranges::any_of(items, [&](const CalendarItem& item) {
    return recurs_on(item, context.day()) && std::ranges::find(kinds, item.kind) != kinds.end();
  });
  if (is_scheduled) return;
  CheckReport report{Code::calendar_unscheduled, {}, {"@yearly." + demand}, {kind_name}};
  report.subject = demand;
  report_demand(context, std::move(report));
}

/// Reports each unit of a level that is to hold a risk dialogue and has none in the calendar.
void check_dialogues(CheckContext& context) {
  const auto& handbook = context.handbook();
  const auto& levels = handbook.settings.yearly.risk_dialogue_levels;
  for (const auto& unit : handbook.units) {
    const bool is_asked = unit.kind == UnitKind::own && exists_on(unit, context.day()) &&
                          std::ranges::find(levels, unit.level) != levels.end();
    const bool is_scheduled = std::ranges::any_of(handbook.calendar, [&](const CalendarItem& item) {
      return item.kind == CalendarKind::risk_dialogue && recurs_on(item, context.day()) &&
             std::ranges::find(item.units, unit.id) != item.units.end();
    });
    if (!is_asked || is_scheduled) continue;
    CheckReport report{Code::calendar_unscheduled, unit.location, {unit.name}, {"risk_dialogue"}};
    report.subject = unit.id;
    report.owner = unit.head;
    context.report_entry(std::move(report));
  }
}

bool is_report_demanded(const CheckContext& context, ReportKind kind) {
  return report_deadline(context.handbook(), kind, context.day().year()).has_value();
}

}  // namespace

void check_plan_missing(CheckContext& context) {
  if (!is_demanding(context)) return;
  const int year = context.day().year();
  for (const auto kind : context.handbook().settings.yearly.plans) {
    if (has_plan(context, kind, year)) continue;
    const auto name = std::string(name_of(kind));
    const auto year_text = std::to_string(year);
    CheckReport report{Code::plan_missing, {}, {"@plan." + name, year_text}, {name, year_text}};
    report.subject = std::string(name).append("-").append(year_text);
    report_demand(context, std::move(report));
  }
}

void check_goal_unmeasurable(CheckContext& context) {
  for (const auto& goal : context.handbook().goals) {
    const auto missing = missing_measures(goal);
    if (missing.empty() || !is_valid_on(goal, context.day())) continue;
    report_goal(context, goal, {Code::goal_unmeasurable, {}, {join(missing, ", ")}});
  }
}

void check_goal_unit_missing(CheckContext& context) {
  for (const auto& goal : context.handbook().goals) {
    if (!is_valid_on(goal, context.day()) || !is_common_goal(context, goal)) continue;
    if (!is_broken_down(context, goal))
      report_goal(context, goal, {Code::goal_unit_missing, {}, {}, {goal.id}});
  }
}

void check_review_missing(CheckContext& context) {
  const auto& yearly = context.handbook().settings.yearly;
  if (!yearly.from || context.day() < *yearly.from || yearly.review_every_months == 0) return;
  const auto* const last = last_review_held(context.handbook(), context.day());
  const int months = yearly.review_every_months;
  if (last != nullptr && is_reviewed_in_time(*last, months, context.day())) return;
  CheckReport report{
      Code::review_missing,
      {},
      {std::to_string(months), last == nullptr ? "@nothing.never" : last->held_on->to_string()}};
  report.subject = "handboken";
  report.lacking_on = context.day().plus_months(-months);
  report_demand(context, std::move(report));
}

void check_review_outcome_missing(CheckContext& context) {
  for (const auto& review : context.handbook().reviews) {
    if (!review.held_on || context.day() < *review.held_on) continue;
    if (review.outcome != ReviewOutcome::none) continue;
    CheckReport report{
        Code::review_outcome_missing, review.location, {review.id, review.held_on->to_string()}};
    report.subject = review.id;
    report.owner = head_of_principal(context.handbook());
    context.report_entry(std::move(report));
  }
}

void check_calendar_unscheduled(CheckContext& context) {
  if (context.handbook().calendar.empty() || !is_demanding(context)) return;
  const auto& yearly = context.handbook().settings.yearly;
  const auto reports = {CalendarKind::report, CalendarKind::deadline_by_law};
  if (is_report_demanded(context, ReportKind::quality))
    check_scheduled(context, "quality_report", reports, "report");
  if (is_report_demanded(context, ReportKind::patient_safety))
    check_scheduled(context, "patient_safety_report", reports, "deadline_by_law");
  if (!yearly.plans.empty())
    check_scheduled(context, "plans", {CalendarKind::planning}, "planning");
  if (yearly.review_every_months > 0)
    check_scheduled(context, "management_review", {CalendarKind::review}, "review");
  check_dialogues(context);
}

}  // namespace handbok
