#include "questions/registers/planning_tables.hpp"

#include "derive/dated_row.hpp"
#include "derive/forum_days.hpp"
#include "derive/reporting_routines.hpp"
#include "questions/registers/value_cells.hpp"

namespace handbok {
namespace {

std::string_view name_of(PointKind kind) {
  return kind == PointKind::internal ? "internal" : "external";
}

std::string_view name_of(ReviewOutcome outcome) {
  switch (outcome) {
    case ReviewOutcome::approved:
      return "approved";
    case ReviewOutcome::approved_with_improvements:
      return "approved_with_improvements";
    case ReviewOutcome::not_approved:
      return "not_approved";
    case ReviewOutcome::none:
      break;
  }
  return "none";
}

std::string_view name_of(PlanKind kind) {
  switch (kind) {
    case PlanKind::operational:
      return "operational_plan";
    case PlanKind::action:
      return "action_plan";
    case PlanKind::internal_control:
      return "internal_control";
    case PlanKind::introduction:
      return "introduction";
    case PlanKind::self_check:
      return "self_check_plan";
    case PlanKind::budget_part:
      return "budget_part";
    case PlanKind::preparedness:
      return "preparedness";
  }
  return {};
}

Json year_value(int year) {
  return year == 0 ? Json() : Json(year);
}

/// True if somebody may know of the document on the day: not if it is a draft.
bool is_told(const DayView& view, std::string_view id) {
  const auto* const document = view.find(id);
  return document != nullptr && is_published(document->state);
}

}  // namespace

ValueTable services_table(const DayView& view) {
  ValueTable table{{"id", "name", "description", "regimes", "units", "processes"}, {}};
  for (const auto& service : view.handbook().services) {
    table.rows.push_back({service.id, service.name, text_value(service.description),
                          list_value(service.regimes), list_value(service.units),
                          list_value(service.processes)});
  }
  return table;
}

ValueTable collaboration_table(const DayView& view) {
  ValueTable table{
      {"id", "kind", "partner", "partner_kinds", "purpose", "routine", "agreement", "contact"}, {}};
  for (const auto& point : view.handbook().collaboration_points) {
    table.rows.push_back({point.id, name_of(point.kind), text_value(point.partner),
                          list_value(point.partner_kinds), text_value(point.purpose),
                          text_value(point.routine), text_value(point.agreement),
                          text_value(point.contact_way)});
  }
  return table;
}

ValueTable decisions_table(const DayView& view) {
  ValueTable table{{"id", "title", "decider", "delegated_by", "report_to", "ref", "regimes",
                    "valid_from", "valid_until"},
                   {}};
  for (const auto& decision : view.handbook().decisions) {
    if (!is_valid_on(decision, view.day())) continue;
    table.rows.push_back({decision.id, decision.title, text_value(decision.decider),
                          text_value(decision.delegated_by), text_value(decision.report_to),
                          text_value(decision.ref), list_value(decision.regimes),
                          day_value(decision.valid_from), day_value(decision.valid_to)});
  }
  return table;
}

ValueTable reporting_duties_table(const DayView& view) {
  ValueTable table{{"id", "title", "regimes", "what", "when", "report_to", "routine",
                    "investigated_by", "valid_from", "valid_until"},
                   {}};
  for (const auto& duty : view.handbook().reporting_duties) {
    if (!is_valid_on(duty, view.day())) continue;
    std::vector<std::string> routines;
    for (const auto* const routine : reporting_routines(view, duty))
      routines.push_back(routine->document);
    table.rows.push_back({duty.id, duty.title, list_value(duty.regimes), duty.what, duty.when,
                          list_value(duty.to), list_value(routines),
                          list_value(duty.investigated_by), day_value(duty.valid_from),
                          day_value(duty.valid_to)});
  }
  return table;
}

namespace {

/// The points by their titles: what they list is in tables of its own.
std::vector<std::string> titles_of(const std::vector<AgendaPoint>& agenda) {
  std::vector<std::string> titles;
  titles.reserve(agenda.size());
  for (const auto& point : agenda)
    titles.push_back(point.title);
  return titles;
}

}  // namespace

ValueTable forums_table(const DayView& view) {
  ValueTable table{
      {"id", "name", "level", "every_months", "next_day", "roles", "agenda", "kept_at"}, {}};
  for (const auto& forum : view.handbook().forums) {
    table.rows.push_back({forum.id, forum.name, text_value(forum.level), forum.every_months,
                          day_value(next_meeting(forum, view.day())), list_value(forum.roles),
                          list_value(titles_of(forum.agenda)), text_value(forum.minutes_kept_at)});
  }
  return table;
}

ValueTable reviews_table(const DayView& view) {
  ValueTable table{{"id", "held_on", "planned_on", "participants", "outcome", "conclusion",
                    "decisions", "minutes"},
                   {}};
  for (const auto& review : view.handbook().reviews) {
    const bool is_held = review.held_on && *review.held_on <= view.day();
    table.rows.push_back({review.id, is_held ? day_value(review.held_on) : Json(),
                          day_value(review.planned_on), list_value(review.participants),
                          is_held ? Json(name_of(review.outcome)) : Json(),
                          is_held ? text_value(review.conclusion) : Json(),
                          is_held ? list_value(review.decisions) : list_value({}),
                          is_held ? text_value(review.minutes) : Json()});
  }
  return table;
}

ValueTable plans_table(const DayView& view) {
  ValueTable table{{"id", "kind", "year", "unit"}, {}};
  for (const auto& plan : view.handbook().plans) {
    if (!is_told(view, plan.id)) continue;
    table.rows.push_back(
        {plan.id, name_of(plan.kind), year_value(plan.year), text_value(plan.unit)});
  }
  return table;
}

ValueTable control_items_table(const DayView& view) {
  ValueTable table{
      {"id", "plan", "risk", "method", "responsible", "every_months", "outcome", "carry_over"}, {}};
  for (const auto& item : view.handbook().control_items) {
    table.rows.push_back({item.id, text_value(item.plan), text_value(item.risk),
                          text_value(item.method), text_value(item.responsible), item.every_months,
                          text_value(item.outcome), item.carry_over});
  }
  return table;
}

ValueTable reports_table(const DayView& view) {
  ValueTable table{
      {"id", "kind", "year", "covers", "investigated_events", "serious_injuries", "board_action"},
      {}};
  for (const auto& report : view.handbook().reports) {
    if (!is_told(view, report.id)) continue;
    table.rows.push_back({report.id, name_of(report.kind), year_value(report.year),
                          list_value(report.covers), number_value(report.investigated_events),
                          number_value(report.serious_injuries), text_value(report.board_action)});
  }
  return table;
}

ValueTable contract_reports_table(const DayView& view) {
  ValueTable table{{"id", "unit", "agreement", "kind", "year", "due_on", "received_on"}, {}};
  for (const auto& report : view.handbook().contract_reports) {
    const bool is_received = report.received_on && *report.received_on <= view.day();
    table.rows.push_back({report.id, text_value(report.unit), text_value(report.agreement),
                          name_of(report.kind), year_value(report.year),
                          report.due_on == Date() ? Json() : Json(report.due_on.to_string()),
                          is_received ? day_value(report.received_on) : Json()});
  }
  return table;
}

}  // namespace handbok
