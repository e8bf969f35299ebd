// "Årshjul": what happens when in the year, as a wheel and as a list.
#include <algorithm>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/year_wheel.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;

Html when_html(const CalendarEntry& entry, const LinkScope& scope) {
  const auto& words = scope.site.words();
  auto html = date_html(entry.on, words);
  if (entry.is_by_law) {
    html = lines_html({html, badge_html("binding", words[Word::calendar_by_law])});
  }
  if (entry.is_moved) {
    html.text += "<br><small>" + text_html(words[Word::calendar_moved]).text + "</small>";
  }
  return html;
}

/// True if the only thing that the entry is about has the same name, as the row of a self-check
/// has: the name is then the link, and is not said twice.
bool is_named_by_link(const CalendarEntry& entry, const Html& link) {
  return entry.links.size() == 1 && link.text.ends_with(">" + escape_html(entry.title) + "</a>");
}

void add_entry(TableBuilder& table, const CalendarEntry& entry, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto links = entities_html(entry.links, scope);
  std::vector<Html> cells{when_html(entry, scope), roles_html(entry.roles, scope),
                          units_html(entry.units, scope)};
  if (is_named_by_link(entry, links)) {
    const bool has_kind = entry.kind != DueKind::calendar;
    table.add({},
              has_kind ? word_html(words, Word::calendar_titled,
                                   {escape_html(words[due_word(entry.kind)]), links.text})
                       : links,
              std::move(cells));
    return;
  }
  cells.push_back(links);
  table.add({}, text_html(entry_text(entry, words)), std::move(cells));
}

TableSection month_section(Date month, const std::vector<CalendarEntry>& entries,
                           const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      month_anchor(month), month_heading(month, words),
      {words[Word::calendar_what], words[Word::calendar_when], words[Word::calendar_who],
       words[Word::calendar_units], words[Word::calendar_links]});
  for (const auto& entry : entries)
    add_entry(table, entry, scope);
  return table.take();
}

}  // namespace

bool has_calendar_page(const Handbook& handbook) {
  return !handbook.calendar.empty();
}

std::vector<TableSection> calendar_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  const auto first = Date::from_ymd(day.year(), day.month(), 1).value_or(day);
  std::vector<TableSection> sections(1);
  std::vector<WheelMonth> wheel;
  for (int i = 0; i < months_in_a_year; ++i) {
    const auto month = first.plus_months(i);
    const auto entries = calendar_entries(month, month.plus_months(1), scope);
    WheelMonth wheel_month{words[month_word(month.month())], month_anchor(month), {}};
    for (const auto& entry : entries)
      wheel_month.items.push_back(entry_text(entry, words));
    wheel.push_back(std::move(wheel_month));
    if (!entries.empty()) sections.push_back(month_section(month, entries, scope));
  }
  sections.front().anchor = "hjulet";
  sections.front().heading = words[Word::calendar_wheel];
  sections.front().figure = year_wheel_svg(wheel, words[Word::calendar_title]);
  sections.front().intro = data_file_html(address::calendar_file, Word::calendar_file, scope);
  return sections;
}

}  // namespace handbok
