#include "questions/due.hpp"

#include <algorithm>
#include <array>

#include "derive/due_days.hpp"
#include "diag/phrase.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

std::vector<DueRow> rows_of(const DayView& view, std::vector<DueDay> days,
                            const DueQuestion& question) {
  std::vector<DueRow> rows;
  for (auto& day : days) {
    const bool is_theirs = question.owner.empty() || question.owner == day.escalated_to ||
                           std::ranges::find(day.owners, question.owner) != day.owners.end();
    if (!is_theirs) continue;
    rows.push_back({day.on, days_between(view.day(), day.on), day.kind, day.id,
                    due_title(day, view.handbook(), question.language), std::move(day.owners),
                    std::move(day.units), day.since, day.escalated_to, day.occurrence});
  }
  return rows;
}

}  // namespace

std::string due_title(const DueDay& day, const Handbook& handbook, Language language) {
  if (day.kind == DueKind::compilation) {
    const auto last = day.period.to.value_or(day.period.from).plus_days(-1);
    return compilation_title(day.period.from.to_string() + "–" + last.to_string(), language);
  }
  if (day.kind == DueKind::register_day) return day.name + ": " + day.title;
  if (day.report == nullptr && !day.yearly) return day.title;
  const auto named = day.yearly.value_or(day.report == nullptr ? ReportKind() : day.report->kind);
  const auto kind = slot_values_in({"@report." + std::string(name_of(named))}, language).front();
  if (day.yearly) return kind + " " + std::to_string(day.on.year() - 1);
  const auto* const unit = handbook.find_unit(day.report->unit);
  auto title = unit == nullptr ? day.report->unit : unit->name;
  return title.append(": ").append(kind).append(" ").append(std::to_string(day.report->year));
}

std::vector<DueRow> due_rows(const DayView& view, const DueQuestion& question) {
  const auto last = view.day().plus_days(question.days);
  return rows_of(view, due_days(view, last, question.unit), question);
}

std::vector<DueRow> planned_rows(const DayView& view, const DueQuestion& question) {
  const auto last = view.day().plus_days(question.days);
  return rows_of(view, days_ahead(view, last, question.unit), question);
}

std::string_view category_of(DueKind kind, Language language) {
  constexpr auto categories = std::to_array<PhraseOf<DueKind>>({
      {DueKind::review, {"Översyn", "Review"}},
      {DueKind::consultation, {"Samråd", "Consultation"}},
      {DueKind::scrutiny, {"Granskning", "Review of a draft"}},
      {DueKind::approval, {"Fastställande", "Approval"}},
      {DueKind::mending, {"Att ändra", "To be mended"}},
      {DueKind::validity, {"Går ut", "Expires"}},
      {DueKind::self_check, {"Egenkontroll", "Self-check"}},
      {DueKind::action, {"Åtgärd", "Action"}},
      {DueKind::effect_check, {"Effekten prövas", "Effect check"}},
      {DueKind::compilation, {"Sammanställning", "Compilation"}},
      {DueKind::contract_report, {"Entreprenörens rapport", "Contractor's report"}},
      {DueKind::yearly_report, {"Årets rapport", "Yearly report"}},
      {DueKind::calendar, {"Årshjul", "Calendar"}},
      {DueKind::forum, {"Möte", "Meeting"}},
      {DueKind::rollout, {"Införande", "Roll-out"}},
      {DueKind::register_day, {"Register", "Register"}},
  });
  const auto* const found = find_phrase(categories, kind);
  return found == nullptr ? std::string_view{} : found->in(language);
}

std::string compilation_title(std::string_view period, Language language) {
  constexpr Phrase words{"Sammanställning med analys, ", "Compilation with analysis, "};
  return std::string(words.in(language)).append(period);
}

}  // namespace handbok
