// "Årshjul": what happens when in the year, as a wheel and as a list.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

/// A month of the wheel.
struct WheelMonth {
  std::string name;
  std::string anchor;              ///< of the month's section on the page; linked if it has items
  std::vector<std::string> items;  ///< what happens, in order
};

constexpr double middle = 260;
constexpr double outer_radius = 250;
constexpr double inner_radius = 92;
constexpr double name_radius = 205;
constexpr double count_radius = 150;
constexpr double baseline_shift = 5;

std::string number(double value) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.1f", value);
  return {buffer.data(), static_cast<std::size_t>(std::max(length, 0))};
}

/// "x y" of a point at an angle, counted clockwise from the top in turns.
std::string point(double radius, double turn) {
  const double angle = turn * 2 * std::numbers::pi;
  return number(middle + radius * std::sin(angle)) + " " +
         number(middle - radius * std::cos(angle));
}

std::string arc(double radius, int sweep, const std::string& to) {
  return "A" + number(radius) + " " + number(radius) + " 0 0 " + std::to_string(sweep) + " " + to;
}

std::string sector_path(double from, double to) {
  return "M" + point(outer_radius, from) + arc(outer_radius, 1, point(outer_radius, to)) + "L" +
         point(inner_radius, to) + arc(inner_radius, 0, point(inner_radius, from)) + "Z";
}

std::string label(double radius, double turn, std::string_view css, std::string_view text) {
  const auto at = point(radius, turn);
  const auto blank = at.find(' ');
  const double y = middle - radius * std::cos(turn * 2 * std::numbers::pi) + baseline_shift;
  return "<text class=\"" + std::string(css) + "\" x=\"" + at.substr(0, blank) + "\" y=\"" +
         number(y) + R"(" text-anchor="middle">)" + escape_html(text) + "</text>";
}

/// How full a month is beside the fullest one, in steps from 0 (nothing) to 3.
std::size_t fullness(const WheelMonth& month, std::size_t most) {
  constexpr std::size_t steps = 3;
  return most == 0 ? 0 : (month.items.size() * steps + most - 1) / most;
}

std::string sector(const WheelMonth& month, std::size_t most, double from, double to) {
  const double half = (from + to) / 2;
  std::string text = "<path class=\"wheel-sector wheel-" + std::to_string(fullness(month, most)) +
                     "\" d=\"" + sector_path(from, to) + "\"/>" +
                     label(name_radius, half, "wheel-name", month.name);
  if (month.items.empty()) return text;
  text += label(count_radius, half, "wheel-count", std::to_string(month.items.size()));
  return "<a href=\"#" + escape_html(month.anchor) + "\"><title>" +
         escape_html(month.name + ": " + join(month.items, "; ")) + "</title>" + text + "</a>";
}

/// Twelve months as sectors of a circle, the first at the top and then clockwise, as inline SVG
/// with classes only. A month that has items is a link to its section and is as deep in colour as
/// it is full; the sections below say the same in words.
Html year_wheel_svg(const std::vector<WheelMonth>& months, const std::string& title) {
  std::string svg = R"(<svg class="year-wheel" viewBox="0 0 520 520" role="group" aria-label=")" +
                    escape_html(title) + "\">\n";
  const auto count = static_cast<double>(months.size());
  std::size_t most = 0;
  for (const auto& month : months)
    most = std::max(most, month.items.size());
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto turn = static_cast<double>(i);
    svg += sector(months[i], most, turn / count, (turn + 1) / count) + "\n";
  }
  return {svg + "</svg>"};
}

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
                                   {escape_html(kind_text(entry, words)), links.text})
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
