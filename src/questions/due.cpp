#include "questions/due.hpp"

#include <algorithm>

#include "derive/due_days.hpp"
#include "diag/slot_words.hpp"
#include "questions/due_words.hpp"

namespace handbok {
namespace {

/// What the handbook has no name for, in the language of the question.
std::string title_of(const DueDay& day, const Handbook& handbook, Language language) {
  if (day.kind == DueKind::compilation) {
    const auto last = day.period.to.value_or(day.period.from).plus_days(-1);
    return compilation_title(day.period.from.to_string() + "–" + last.to_string(), language);
  }
  if (day.report == nullptr) return day.title;
  const auto* const unit = handbook.find_unit(day.report->unit);
  const auto kind =
      slot_values_in({"@report." + std::string(name_of(day.report->kind))}, language).front();
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

}  // namespace handbok
