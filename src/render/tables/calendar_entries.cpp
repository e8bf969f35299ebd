#include "render/tables/calendar_entries.hpp"

#include "base/ascii.hpp"
#include "render/document_face.hpp"
#include "render/html.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;

std::string contract_report_title(const ContractReport& report, const SiteContext& site) {
  const auto unit = unit_link(report.unit, {}, site).text;
  const auto& words = site.words();
  return words.fill(Word::calendar_contract_report,
                    {words[report_word(report.kind)], std::to_string(report.year), unit});
}

/// What the row is called, without its kind.
std::string title_of(const DueDay& day, const SiteContext& site) {
  const auto& words = site.words();
  if (day.kind == DueKind::compilation) {
    return words.fill(Word::calendar_compilation, {period_text(day.period, words)});
  }
  if (day.yearly) return words[report_word(*day.yearly)] + " " + std::to_string(day.on.year() - 1);
  return day.report == nullptr ? day.title : contract_report_title(*day.report, site);
}

/// What the row leads to. A compilation that is not made yet has no row of its own.
std::vector<std::string> links_of(const DueDay& day, const Handbook& handbook) {
  if (day.item != nullptr) return day.item->links;
  if (day.report != nullptr || day.yearly) return {};
  if (day.kind == DueKind::rollout) {
    const auto* const rollout = find_by_id(handbook.rollouts, day.id);
    return {rollout == nullptr ? day.id : rollout->document};
  }
  const bool is_made = handbook.find_compilation(day.id) != nullptr;
  if (day.kind == DueKind::compilation && !is_made) return {};
  return {day.id};
}

Word due_word(DueKind kind) {
  switch (kind) {
    case DueKind::review: return Word::due_review;
    case DueKind::consultation: return Word::due_consultation;
    case DueKind::scrutiny: return Word::due_scrutiny;
    case DueKind::approval: return Word::due_approval;
    case DueKind::mending: return Word::due_mending;
    case DueKind::validity: return Word::due_validity;
    case DueKind::self_check: return Word::due_self_check;
    case DueKind::action: return Word::due_action;
    case DueKind::effect_check: return Word::due_effect_check;
    case DueKind::compilation: return Word::due_compilation;
    case DueKind::contract_report: return Word::due_contract_report;
    case DueKind::yearly_report: return Word::due_yearly_report;
    case DueKind::calendar: return Word::due_calendar;
    case DueKind::forum: return Word::due_forum;
    case DueKind::rollout: return Word::due_rollout;
    case DueKind::register_day: return Word::due_register_day;
  }
  return Word::due_calendar;
}

}  // namespace

CalendarEntry calendar_entry(const DueDay& day, const SiteContext& site) {
  return {.on = day.on,
          .kind = day.kind,
          .title = title_of(day, site),
          .name = day.name,
          .roles = day.owners,
          .units = day.units,
          .links = links_of(day, site.handbook()),
          .is_by_law = day.item != nullptr && day.item->kind == CalendarKind::deadline_by_law,
          .is_moved = day.is_moved};
}

std::string entry_text(const CalendarEntry& entry, const WordTable& words) {
  if (entry.kind == DueKind::calendar) return entry.title;
  return words.fill(Word::calendar_titled, {kind_text(entry, words), entry.title});
}

std::vector<CalendarEntry> calendar_entries(Date from, Date until, const LinkScope& scope) {
  std::vector<CalendarEntry> entries;
  for (const auto& day : year_days(scope.site.view(), from, until))
    entries.push_back(calendar_entry(day, scope.site));
  return entries;
}

const std::string& kind_text(const CalendarEntry& entry, const WordTable& words) {
  return entry.name.empty() ? words[due_word(entry.kind)] : entry.name;
}

std::string month_heading(Date month, const WordTable& words) {
  auto text = words.fill(Word::calendar_month,
                         {words[month_word(month.month())], std::to_string(month.year())});
  if (!text.empty()) text.front() = ascii_upper(text.front());
  return text;
}

std::string month_anchor(Date month) {
  constexpr std::size_t year_and_month = 7;
  return "m" + month.to_string().substr(0, year_and_month);
}

std::string period_text(const Interval& period, const WordTable& words) {
  const auto last = period.to.value_or(period.from).plus_days(-1);
  auto year = std::to_string(last.year());
  const auto& last_month = words[month_word(last.month())];
  if (period.from.plus_months(1) > last)
    return words.fill(Word::calendar_month, {last_month, year});
  if (period.from.plus_months(months_in_a_year).plus_days(-1) == last) return year;
  return words.fill(Word::calendar_span,
                    {words[month_word(period.from.month())], last_month, year});
}

}  // namespace handbok
