#include "questions/register_tables.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "derive/action_state.hpp"
#include "derive/calendar_days.hpp"
#include "derive/dated_row.hpp"
#include "derive/organisation.hpp"
#include "derive/review_dates.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "questions/asof.hpp"
#include "questions/matrix.hpp"
#include "questions/registers/planning_tables.hpp"
#include "questions/registers/quality_tables.hpp"
#include "questions/registers/value_cells.hpp"

namespace handbok {
namespace {

std::vector<std::string> role_ids(const std::vector<Responsible>& responsible) {
  std::vector<std::string> ids;
  ids.reserve(responsible.size());
  for (const auto& one : responsible)
    ids.push_back(one.role);
  return ids;
}

/// Drafts are in it only if they are being written on the day: nothing that is not yet begun.
ValueTable documents_table(const DayView& view) {
  ValueTable table{{"id", "revision", "state", "type", "title", "owner", "unit", "regimes",
                    "valid_from", "valid_until", "next_review"},
                   {}};
  for (const auto& row : as_of_rows(view, nullptr)) {
    const auto* const document = view.find(row.id);
    const auto* const revision = document->shown != nullptr ? document->shown : document->upcoming;
    if (revision == nullptr) continue;
    const auto dates = review_dates(*document->document, *revision, view.day());
    const bool is_reviewed = document->in_force != nullptr;
    table.rows.push_back({row.id, row.revision ? Json(*row.revision) : Json(), name_of(row.state),
                          revision->type, row.title, text_value(revision->owner),
                          text_value(revision->unit), list_value(revision->regimes),
                          day_value(row.valid_from), day_value(row.valid_until),
                          is_reviewed ? day_value(dates.next) : Json()});
  }
  return table;
}

ValueTable requirements_table(const DayView& view) {
  ValueTable table{{"id", "clause", "text", "status", "evidence", "followed_up_by", "responsible"},
                   {}};
  for (const auto& row : matrix_rows(view, {}, nullptr)) {
    table.rows.push_back({row.id, text_value(row.clause), row.text, name_of(row.status),
                          list_value(row.documents), list_value(row.followed_up_by),
                          list_value(role_ids(row.responsible))});
  }
  return table;
}

/// The cells that tell how a risk was judged: probability, consequence, value, band, and the day.
struct JudgedCells {
  Json probability;
  Json consequence;
  Json value;
  Json band;
  Json date;
};

JudgedCells judged_cells(const RiskValue& value) {
  if (value.assessment == nullptr) return {};
  return {value.assessment->probability, value.assessment->consequence,
          value.value == 0 ? Json() : Json(value.value),
          value.band == nullptr ? Json() : Json(value.band->name),
          value.assessment->on.to_string()};
}

ValueTable risks_table(const DayView& view) {
  ValueTable table{{"id", "event", "unit", "process", "owner", "probability", "consequence",
                    "value", "band", "handled_by", "date", "closed_on"},
                   {}};
  const auto& handbook = view.handbook();
  for (const auto& risk : handbook.risks) {
    if (!is_known_on(risk, view.day())) continue;
    const auto judged = judged_cells(risk_value_on(handbook.settings, risk, view.day()));
    const bool is_closed = risk.closed_on && *risk.closed_on <= view.day();
    table.rows.push_back({risk.id, risk.event, text_value(risk.unit), text_value(risk.process),
                          text_value(risk.owner), judged.probability, judged.consequence,
                          judged.value, judged.band, list_value(risk.handled_by), judged.date,
                          is_closed ? day_value(risk.closed_on) : Json()});
  }
  return table;
}

/// The last occurrence known on the day, or nullptr.
const CheckOccurrence* last_occurrence(const SelfCheck& check, Date day) {
  const CheckOccurrence* last = nullptr;
  for (const auto& occurrence : check.occurrences) {
    if (occurrence.done_on <= day) last = &occurrence;
  }
  return last;
}

ValueTable self_checks_table(const DayView& view) {
  ValueTable table{{"id", "title", "every_months", "next_day", "performed_by", "analysed_by",
                    "checks", "units", "last_done", "value"},
                   {}};
  for (const auto& check : view.handbook().self_checks) {
    if (!is_made_on(check, view.day())) continue;
    const auto* const last = last_occurrence(check, view.day());
    table.rows.push_back(
        {check.id, check.what, check.every_months == 0 ? Json() : Json(check.every_months),
         day_value(next_planned_day(check, view.day())), list_value(check.performed_by),
         list_value(check.analysed_by), list_value(check.checks), list_value(check.units),
         last == nullptr ? Json() : Json(last->done_on.to_string()),
         last == nullptr ? Json() : text_value(last->value)});
  }
  return table;
}

std::string_view name_of(ActionStatus status) {
  switch (status) {
    case ActionStatus::decided:
      return "decided";
    case ActionStatus::ongoing:
      return "ongoing";
    case ActionStatus::done:
      return "done";
    case ActionStatus::cancelled:
      return "cancelled";
  }
  return {};
}

std::string_view name_of(ActionEffect effect) {
  switch (effect) {
    case ActionEffect::unchecked:
      return "unchecked";
    case ActionEffect::effective:
      return "effective";
    case ActionEffect::partly:
      return "partly";
    case ActionEffect::ineffective:
      return "ineffective";
  }
  return {};
}

ValueTable actions_table(const DayView& view) {
  ValueTable table{{"id", "title", "origin", "responsible", "unit", "decided_on", "due_on",
                    "status", "done_on", "effect_check_on", "effect", "planned_in", "escalated_to"},
                   {}};
  for (const auto& action : view.handbook().actions) {
    if (!is_known_on(action, view.day())) continue;
    const bool is_done = is_done_on(action, view.day());
    const bool is_undone_yet = action.status == ActionStatus::done && !is_done;
    const auto status = is_undone_yet ? ActionStatus::ongoing : action.status;
    table.rows.push_back(
        {action.id, action.title, text_value(action.origin_id), text_value(action.responsible),
         text_value(action.unit), day_value(action.decided_on), day_value(action.due_on),
         name_of(status), is_done ? day_value(action.done_on) : Json(),
         day_value(action.effect_check_on), is_done ? Json(name_of(action.effect)) : Json(),
         text_value(action.planned_in), text_value(action.escalated_to)});
  }
  return table;
}

/// One row for each number. Small numbers of a unit are the register's own; it holds none
/// (RUT-005).
ValueTable compilations_table(const DayView& view) {
  ValueTable table{{"id", "first_day", "until", "kind", "unit", "process", "count", "analysed_on"},
                   {}};
  for (const auto& compilation : view.handbook().compilations) {
    if (view.day() < compilation.until) continue;
    for (const auto& count : compilation.counts) {
      table.rows.push_back({compilation.id, compilation.first_day.to_string(),
                            compilation.until.to_string(), count.kind, text_value(count.unit),
                            text_value(count.process), count.number,
                            day_value(compilation.analysed_on)});
    }
  }
  return table;
}

ValueTable goals_table(const DayView& view) {
  ValueTable table{
      {"id", "title", "units", "target", "owner", "outcome", "valid_from", "valid_until"}, {}};
  for (const auto& goal : view.handbook().goals) {
    if (goal.valid_from && view.day() < *goal.valid_from) continue;
    Json::Array outcomes;
    for (const auto& outcome : goal.outcomes) {
      if (outcome.on <= view.day()) outcomes.emplace_back(outcome.period + ": " + outcome.value);
    }
    table.rows.push_back({goal.id, goal.title, list_value(goal.units), text_value(goal.target),
                          text_value(goal.owner), std::move(outcomes), day_value(goal.valid_from),
                          day_value(goal.valid_to)});
  }
  return table;
}

/// "SFS 2001:453 14 kap. 3 §"; empty without a clause.
std::string clause_text(const Handbook& handbook, const Duty& duty) {
  if (duty.clause.empty()) return {};
  const auto* const source = handbook.find_source(duty.source);
  const auto& name = source == nullptr ? duty.source : source->number;
  return name + " " + duty.clause;
}

std::vector<RoleId> holders_on(const Duty& duty, const std::string& level) {
  std::vector<RoleId> roles;
  for (const auto& holder : duty.responsible) {
    if (holder.level == level) roles.push_back(holder.role);
  }
  return roles;
}

/// One row for each level that answers for the duty.
ValueTable duties_table(const DayView& view) {
  ValueTable table{{"id", "title", "clause", "level", "responsible"}, {}};
  for (const auto& duty : view.handbook().duties) {
    if (!is_valid_on(duty, view.day())) continue;
    for (const auto& level : duty.levels) {
      table.rows.push_back({duty.id, duty.title, text_value(clause_text(view.handbook(), duty)),
                            level, list_value(holders_on(duty, level))});
    }
  }
  return table;
}

ValueTable units_table(const DayView& view) {
  ValueTable table{
      {"id", "name", "level", "parent", "regimes", "head", "valid_from", "valid_until"}, {}};
  for (const auto& unit : view.handbook().units) {
    if (!exists_on(unit, view.day())) continue;
    table.rows.push_back({unit.id, unit.name, text_value(unit.level),
                          text_value(parent_on(unit, view.day())), list_value(unit.regimes),
                          text_value(unit.head), day_value(unit.valid_from),
                          day_value(unit.valid_to)});
  }
  return table;
}

ValueTable roles_table(const DayView& view) {
  ValueTable table{{"id", "name", "level"}, {}};
  for (const auto& role : view.handbook().roles)
    table.rows.push_back({role.id, role.name, text_value(role.level)});
  return table;
}

ValueTable sources_table(const DayView& view) {
  ValueTable table{
      {"id", "number", "title", "short_name", "in_force_from", "repealed_on", "replaced_by"}, {}};
  for (const auto& source : view.handbook().sources) {
    table.rows.push_back({source.id, source.number, source.title, text_value(source.short_name),
                          day_value(source.in_force_from), day_value(source.repealed_on),
                          list_value(source.replaced_by)});
  }
  return table;
}

/// The items of the year of the day, by day.
ValueTable calendar_table(const DayView& view) {
  ValueTable table{{"date", "id", "title", "responsible", "units"}, {}};
  for (const auto& day : calendar_year(view.handbook(), view.day().year())) {
    table.rows.push_back({day.on.to_string(), day.item->id, day.item->title,
                          list_value(day.item->responsible), list_value(day.item->units)});
  }
  return table;
}

struct Register {
  std::string_view name;
  ValueTable (*table)(const DayView& view);
};

constexpr auto registers = std::to_array<Register>({
    {"documents", &documents_table},
    {"requirements", &requirements_table},
    {"duties", &duties_table},
    {"risks", &risks_table},
    {"self-checks", &self_checks_table},
    {"actions", &actions_table},
    {"compilations", &compilations_table},
    {"goals", &goals_table},
    {"calendar", &calendar_table},
    {"units", &units_table},
    {"roles", &roles_table},
    {"sources", &sources_table},
    {"findings", &findings_table},
    {"services", &services_table},
    {"collaboration", &collaboration_table},
    {"decisions", &decisions_table},
    {"reporting-duties", &reporting_duties_table},
    {"forums", &forums_table},
    {"reviews", &reviews_table},
    {"plans", &plans_table},
    {"control-items", &control_items_table},
    {"reports", &reports_table},
    {"contract-reports", &contract_reports_table},
    {"methods", &methods_table},
    {"information-sources", &information_sources_table},
    {"external-systems", &external_systems_table},
    {"evidence", &evidence_table},
    {"rollouts", &rollouts_table},
    {"waivers", &waivers_table},
    {"terms", &terms_table},
    {"clauses", &clauses_table},
});

void append_json(std::string& text, const ValueTable& table, std::string_view name) {
  ValueTable named{table.columns, table.rows};
  named.columns.insert(named.columns.begin(), "register");
  for (auto& row : named.rows)
    row.insert(row.begin(), Json(name));
  text += write_json_lines(named);
}

}  // namespace

std::vector<std::string> register_names() {
  std::vector<std::string> names;
  names.reserve(registers.size());
  for (const auto& one : registers)
    names.emplace_back(one.name);
  return names;
}

std::optional<ValueTable> register_table(const DayView& view, std::string_view name) {
  const auto* const found = std::ranges::find(registers, name, &Register::name);
  if (found == registers.end()) return std::nullopt;
  return found->table(view);
}

std::optional<std::string> registers_json(const DayView& view, std::string_view name) {
  std::string text;
  bool is_found = false;
  for (const auto& one : registers) {
    if (!name.empty() && name != one.name) continue;
    is_found = true;
    append_json(text, one.table(view), one.name);
  }
  if (!is_found) return std::nullopt;
  return text;
}

}  // namespace handbok
