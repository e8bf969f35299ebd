#include "questions/due.hpp"

#include <algorithm>

#include "derive/due_days.hpp"
#include "diag/slot_words.hpp"
#include "questions/due_words.hpp"

namespace handbok {
namespace {

/// "@report.quality", as diag/slot_words has it.
std::string report_key(ReportKind kind) {
  switch (kind) {
    case ReportKind::quality:
      return "@report.quality";
    case ReportKind::patient_safety:
      return "@report.patient_safety";
    case ReportKind::operational:
      return "@report.operational";
    case ReportKind::tertial:
      return "@report.tertial";
  }
  return {};
}

/// What the handbook has no name for, in the language of the question.
std::string title_of(const DueDay& day, const Handbook& handbook, Language language) {
  if (day.kind == DueKind::compilation) {
    const auto last = day.period.to.value_or(day.period.from).plus_days(-1);
    return compilation_title(day.period.from.to_string() + "–" + last.to_string(), language);
  }
  if (day.kind == DueKind::register_day) return day.name + ": " + day.title;
  if (day.report == nullptr) return day.title;
  const auto* const unit = handbook.find_unit(day.report->unit);
  const auto kind = slot_values_in({report_key(day.report->kind)}, language).front();
  auto title = unit == nullptr ? day.report->unit : unit->name;
  return title.append(": ").append(kind).append(" ").append(std::to_string(day.report->year));
}

std::vector<DueRow> rows_of(const DayView& view, std::vector<DueDay> days,
                            const DueQuestion& question) {
  std::vector<DueRow> rows;
  for (auto& day : days) {
    const bool is_theirs =
        question.owner.empty() || std::ranges::find(day.owners, question.owner) != day.owners.end();
    if (!is_theirs) continue;
    rows.push_back({day.on, days_between(view.day(), day.on), day.kind, day.id,
                    title_of(day, view.handbook(), question.language), std::move(day.owners),
                    std::move(day.units)});
  }
  return rows;
}

}  // namespace

std::vector<DueRow> due_rows(const DayView& view, const DueQuestion& question) {
  const auto last = view.day().plus_days(question.days);
  return rows_of(view, due_days(view, last, question.unit), question);
}

std::vector<DueRow> planned_rows(const DayView& view, const DueQuestion& question) {
  const auto last = view.day().plus_days(question.days);
  return rows_of(view, days_ahead(view, last, question.unit), question);
}

std::string_view name_of(DueKind kind) {
  switch (kind) {
    case DueKind::review:
      return "review";
    case DueKind::validity:
      return "validity";
    case DueKind::self_check:
      return "self_check";
    case DueKind::action:
      return "action";
    case DueKind::effect_check:
      return "effect_check";
    case DueKind::compilation:
      return "compilation";
    case DueKind::contract_report:
      return "contract_report";
    case DueKind::calendar:
      return "calendar";
    case DueKind::forum:
      return "forum";
    case DueKind::rollout:
      return "rollout";
    case DueKind::register_day:
      return "register_day";
  }
  return {};
}

}  // namespace handbok
