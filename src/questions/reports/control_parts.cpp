#include <algorithm>

#include "derive/missing_history.hpp"
#include "questions/reports/report_parts.hpp"

namespace handbok {
namespace {

/// True if the item belongs to an internal control plan of the year.
bool is_planned_for(const Handbook& handbook, const ControlItem& item, int year) {
  return std::ranges::any_of(handbook.plans, [&](const Plan& plan) {
    return plan.id == item.plan && plan.year == year && plan.kind == PlanKind::internal_control;
  });
}

bool has_plan(const Handbook& handbook, int year) {
  return std::ranges::any_of(handbook.plans, [&](const Plan& plan) {
    return plan.year == year && plan.kind == PlanKind::internal_control;
  });
}

/// A control of the plan, or one that is carried over to it.
struct PlannedItem {
  const ControlItem* item = nullptr;
  bool is_carried_over = false;
};

bool is_about_same(const ControlItem& item, const PlannedItem& other) {
  return !item.risk.empty() && other.item->risk == item.risk;
}

std::vector<PlannedItem> planned_items(const Handbook& handbook, int year) {
  std::vector<PlannedItem> items;
  for (const auto& item : handbook.control_items) {
    if (is_planned_for(handbook, item, year)) items.push_back({&item, false});
  }
  for (const auto& item : handbook.control_items) {
    if (!item.carry_over || !is_planned_for(handbook, item, year - 1)) continue;
    const bool has_row = std::ranges::any_of(
        items, [&](const PlannedItem& other) { return is_about_same(item, other); });
    if (!has_row) items.push_back({&item, true});
  }
  return items;
}

/// A control that is carried over to the year counts as its own.
bool is_controlled(const Handbook& handbook, const Risk& risk, int year) {
  return std::ranges::any_of(planned_items(handbook, year), [&](const PlannedItem& planned) {
    const auto& item = *planned.item;
    return item.risk == risk.id ||
           std::ranges::find(risk.handled_by, item.id) != risk.handled_by.end();
  });
}

std::string origin_text(const ReportContext& context, const PlannedItem& planned, int year) {
  return planned.is_carried_over ? context.say(ReportWord::carried_over, {std::to_string(year - 1)})
                                 : context.say(ReportWord::planned_here);
}

std::string item_name(const ControlItem& item) {
  return markdown_text(item.id + " " + item.method);
}

/// Without a day the outcome may have come after the day of the report.
std::string outcome_text(const ReportContext& context, const ControlItem& item) {
  if (item.outcome.empty()) return {};
  if (!was_decided(context.view(), item.outcome_on, "control_items"))
    return item.outcome_on ? std::string() : context.say(ReportWord::not_known);
  const auto undated = item.outcome_on ? "" : " (" + context.say(ReportWord::undated) + ")";
  return markdown_text(item.outcome) + undated;
}

}  // namespace

std::string control_part(ReportContext& context, int year) {
  if (!has_plan(context.handbook(), year))
    context.miss(ReportWord::missing_plan, {std::to_string(year)});
  std::vector<std::vector<std::string>> rows;
  for (const auto& planned : planned_items(context.handbook(), year)) {
    rows.push_back({item_name(*planned.item), context.entity(planned.item->risk),
                    origin_text(context, planned, year)});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_control), context.say(ReportWord::column_risk),
       context.say(ReportWord::column_source)},
      rows);
}

std::string control_calendar_part(const ReportContext& context, int year) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& planned : planned_items(context.handbook(), year)) {
    rows.push_back({item_name(*planned.item), context.role(planned.item->responsible),
                    every_text(context, planned.item->every_months)});
  }
  return markdown_table(
      {context.say(ReportWord::column_control), context.say(ReportWord::column_who),
       context.say(ReportWord::column_how_often)},
      rows);
}

std::string control_outcome_part(const ReportContext& context, int year) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& item : context.handbook().control_items) {
    if (!is_planned_for(context.handbook(), item, year - 1)) continue;
    rows.push_back({item_name(item), outcome_text(context, item)});
  }
  return markdown_table(
      {context.say(ReportWord::column_control), context.say(ReportWord::column_outcome)}, rows);
}

std::string uncontrolled_part(ReportContext& context, int year) {
  const auto& handbook = context.handbook();
  std::vector<std::vector<std::string>> rows;
  for (const auto& figures : risks_in_period(handbook, context.period(), context.scope())) {
    const auto& risk = *figures.risk;
    const bool is_meant = is_open_on(risk, context.period().last()) &&
                          figures.after.must_be_handled && !is_controlled(handbook, risk, year);
    if (!is_meant) continue;
    rows.push_back({markdown_text(risk.id + " " + risk.event),
                    value_text(context, figures.after, context.view().day()),
                    context.role(risk.owner), handling_text(context, risk)});
    if (risk.handled_in == GoverningProcess::internal_control) {
      context.deny(
          ReportWord::missing_control,
          {risk.id, risk.event, std::to_string(figures.after.value), std::to_string(year)});
    }
  }
  if (rows.empty()) return context.say(ReportWord::all_high_controlled, {std::to_string(year)});
  return markdown_table(
      {context.say(ReportWord::column_risk), context.say(ReportWord::column_value),
       context.say(ReportWord::column_owner), context.say(ReportWord::column_handled)},
      rows);
}

}  // namespace handbok
