#include "questions/register_tables.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "derive/action_state.hpp"
#include "derive/calendar_days.hpp"
#include "derive/organisation.hpp"
#include "derive/review_dates.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "derive/topics.hpp"
#include "model/own_declaration.hpp"
#include "questions/asof.hpp"
#include "questions/matrix.hpp"
#include "questions/register_cells.hpp"

namespace handbok {
namespace {

/// Drafts are in it only if they are being written on the day: nothing that is not yet begun.
ValueTable documents_table(const DayView& view) {
  ValueTable table{{"id", "revision", "state", "type", "title", "owner", "unit", "regimes",
                    "valid_from", "valid_until", "last_review", "next_review"},
                   {}};
  for (const auto& row : as_of_rows(view, nullptr)) {
    const auto* const document = view.find(row.id);
    const auto* const revision = row.missing                  ? row.missing->held
                                 : document->shown != nullptr ? document->shown
                                                              : document->upcoming;
    if (revision == nullptr) continue;
    const auto dates = review_dates(*document->document, *revision, view.day());
    const bool is_reviewed = document->in_force != nullptr;
    table.rows.push_back(
        {row.id, row.revision ? Json(*row.revision) : Json(), state_name(row), revision->type,
         row.title, text_or_null(revision->owner), text_or_null(revision->unit), revision->regimes,
         date_or_null(row.valid_from), date_or_null(row.valid_until), date_or_null(dates.last),
         is_reviewed ? date_or_null(dates.next) : Json()});
  }
  return table;
}

using Cells = std::vector<Json>;

Cells requirement_facts(const DayView& view, const RegisterRow& row) {
  return {name_of(requirement_on(view, *row.as<Requirement>()).status)};
}

/// How a risk was judged last.
Cells risk_facts(const DayView& view, const RegisterRow& row) {
  const auto judged = risk_value_on(view.handbook().settings, *row.as<Risk>(), view.day());
  if (judged.assessment == nullptr) return {Json(), Json(), Json(), Json(), Json()};
  return {judged.assessment->probability, judged.assessment->consequence,
          judged.value == 0 ? Json() : Json(judged.value),
          judged.band == nullptr ? Json() : Json(judged.band->name),
          judged.assessment->on.to_string()};
}

Cells self_check_facts(const DayView& view, const RegisterRow& row) {
  const auto& check = *row.as<SelfCheck>();
  const auto* const last = last_result(check, view.day());
  return {date_or_null(next_planned_day(view.handbook(), check, view.day())),
          last == nullptr ? Json() : Json(last->done_on.to_string()),
          last == nullptr ? Json() : text_or_null(last->value)};
}

Cells routine_facts(const DayView& view, const RegisterRow& row) {
  Json::Array routines;
  for (const auto* const routine : reporting_routines(view, *row.as<ReportingDuty>()))
    routines.emplace_back(routine->document);
  return {Json(std::move(routines))};
}

Cells forum_facts(const DayView& view, const RegisterRow& row) {
  return {date_or_null(next_meeting(*row.as<Forum>(), view.day()))};
}

/// The days of the item in the year of the day.
Cells calendar_facts(const DayView& view, const RegisterRow& row) {
  Json::Array days;
  for (const auto& day : calendar_year(view.handbook(), view.day().year())) {
    if (day.item == row.row) days.emplace_back(day.on.to_string());
  }
  return {Json(std::move(days))};
}

Cells unit_facts(const DayView& view, const RegisterRow& row) {
  return {text_or_null(parent_on(*row.as<OrgUnit>(), view.day()))};
}

/// What follows from the rows of a register, in columns after those of their keys.
struct Facts {
  std::string_view file;
  std::vector<std::string> columns;
  Cells (*cells)(const DayView& view, const RegisterRow& row);
};

const std::vector<Facts>& known_facts() {
  static const std::vector<Facts> facts = {
      {"requirements", {"status"}, &requirement_facts},
      {"risks", {"probability", "consequence", "value", "band", "date"}, &risk_facts},
      {"self_checks", {"next_day", "last_done", "value"}, &self_check_facts},
      {"reporting_duties", {"routine"}, &routine_facts},
      {"forums", {"next_day"}, &forum_facts},
      {"calendar", {"date"}, &calendar_facts},
      {"units", {"lies_below"}, &unit_facts},
  };
  return facts;
}

/// True if readers may know of the row on the day: the document that it is about is no draft.
bool is_told(const DayView& view, const RegisterRow& row) {
  if (const auto* const rollout = row.as<Rollout>()) return is_known_on(view, *rollout);
  const auto* const item = row.as<ControlItem>();
  if (item == nullptr && row.as<Plan>() == nullptr && row.as<YearlyReport>() == nullptr)
    return true;
  const auto* const document = view.find(item == nullptr ? row.id() : item->plan);
  return document != nullptr && is_published(document->state);
}

/// The cells of a row's keys. What will be done or cancelled on a later day is still going on.
Cells key_cells(const DayView& view, const RegisterRow& row) {
  Cells cells;
  const auto* const action = row.as<Action>();
  const bool is_undone_yet = action != nullptr && action->done_on && view.day() < *action->done_on;
  for (const auto& key : row.shape().keys) {
    cells.push_back(is_undone_yet && key.name == "status"
                        ? Json(name_of(ActionStatus::ongoing))
                        : cell_of(row.shape(), key, row.row, view.day()));
  }
  return cells;
}

ValueTable table_of(const DayView& view, const Register& about) {
  ValueTable table;
  for (const auto& key : about.shape().keys)
    table.columns.emplace_back(key.name);
  const auto& all = known_facts();
  const auto facts = std::ranges::find(all, about.file, &Facts::file);
  if (facts != all.end())
    table.columns.insert(table.columns.end(), facts->columns.begin(), facts->columns.end());
  for_each_row(view.handbook(), about, [&](const RegisterRow& row) {
    if (!is_known_on(row, view.day()) || !is_told(view, row)) return;
    auto cells = key_cells(view, row);
    if (facts != all.end()) {
      for (auto& cell : facts->cells(view, row))
        cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(cells));
  });
  if (const auto* const declared = declaration_of(view.handbook(), about)) {
    table.headings.emplace_back("Id");
    for (const auto& field : declared->said.fields)
      table.headings.push_back(field.name);
  }
  return table;
}

/// The name as register_names has it: a file's name and place are taken too ("self_checks.toml").
std::string register_called(std::string_view given) {
  constexpr std::string_view folder = "registers/";
  constexpr std::string_view extension = ".toml";
  if (given.starts_with(folder)) given.remove_prefix(folder.size());
  if (given.ends_with(extension)) given.remove_suffix(extension.size());
  std::string name(given);
  std::ranges::replace(name, '_', '-');
  return name;
}

void append_json(std::string& text, const ValueTable& table, std::string_view name) {
  ValueTable named{table.columns, table.rows};
  named.columns.insert(named.columns.begin(), "register");
  for (auto& row : named.rows)
    row.insert(row.begin(), Json(name));
  text += write_json_lines(named);
}

}  // namespace

std::vector<std::string> register_names(const Handbook& handbook) {
  std::vector<std::string> names{"documents"};
  for (const auto* const about : registers_of(handbook))
    names.push_back(public_name(*about));
  return names;
}

std::optional<ValueTable> register_table(const DayView& view, std::string_view given) {
  const auto name = register_called(given);
  if (name == "documents") return documents_table(view);
  for (const auto* const about : registers_of(view.handbook())) {
    if (public_name(*about) == name) return table_of(view, *about);
  }
  return std::nullopt;
}

std::optional<std::string> registers_json(const DayView& view, std::string_view given) {
  const auto name = register_called(given);
  std::string text;
  bool is_found = false;
  for (const auto& one : register_names(view.handbook())) {
    if (!name.empty() && name != one) continue;
    is_found = true;
    append_json(text, *register_table(view, one), one);
  }
  if (!is_found) return std::nullopt;
  return text;
}

}  // namespace handbok
