#include "render/tables/series.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

constexpr std::size_t points_min = 3;
constexpr double width = 180;
constexpr double height = 40;
constexpr double margin = 4;

struct Point {
  Date on;
  double number = 0;
  std::string text;  ///< as it was written
};

/// The number that the text begins with, with a comma or a point: "94 %", "2,5 dygn".
std::optional<double> number_at_start(std::string_view text) {
  double number = 0;
  double place = 0;  // of the next digit after the comma
  bool has_digit = false;
  for (const char c : text) {
    if (is_digit(c)) {
      has_digit = true;
      const double digit = c - '0';
      number = place > 0 ? number + digit * place : number * 10 + digit;
      place /= 10;
    } else if ((c == ',' || c == '.') && has_digit && place == 0) {
      place = 0.1;
    } else {
      break;
    }
  }
  return has_digit ? std::optional(number) : std::nullopt;
}

bool counts(const CheckOccurrence& one, const OrgUnit* unit, const LinkScope& scope) {
  if (scope.site.view().day() < one.done_on) return false;
  if (unit == nullptr) return one.unit.empty();
  const auto of = result_of(scope.site.handbook(), {one.unit, one.together, one.done_on}, *unit,
                            /*is_alone=*/false);
  return of && *of != ResultOf::unsaid;
}

std::vector<Point> points_of(const SelfCheck& check, const OrgUnit* unit, const LinkScope& scope) {
  std::vector<Point> points;
  for (const auto& one : check.occurrences) {
    const auto number = number_at_start(one.value);
    if (number && counts(one, unit, scope)) points.push_back({one.done_on, *number, one.value});
  }
  std::ranges::stable_sort(points, {}, &Point::on);
  return points;
}

/// One decimal, with a point whatever the locale.
std::string decimal(double number) {
  const auto tenths = static_cast<int>(number * 10 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string polyline(const std::vector<Point>& points) {
  const auto [low, high] = std::ranges::minmax(points, {}, &Point::number);
  const double days = std::max(1, days_between(points.front().on, points.back().on));
  const double span = std::max(high.number - low.number, 1e-9);
  std::string places;
  for (const auto& point : points) {
    const double x = days_between(points.front().on, point.on) / days;
    const double y = (point.number - low.number) / span;
    if (!places.empty()) places += ' ';
    places += decimal(margin + x * (width - 2 * margin)) + "," +
              decimal(margin + (1 - y) * (height - 2 * margin));
  }
  return places;
}

}  // namespace

Html series_html(const SelfCheck& check, const OrgUnit* unit, const LinkScope& scope) {
  const auto points = points_of(check, unit, scope);
  if (points.size() < points_min) return {};
  const auto& words = scope.site.words();
  std::string items;
  for (const auto& point : points)
    items += "<li>" + date_html(point.on, words).text + ": " + escape_html(point.text) + "</li>";
  const auto name =
      escape_html(words.fill(Word::series_name, {points.front().text, points.back().text}));
  return {"<svg class=\"series\" viewBox=\"0 0 180 40\" role=\"img\" aria-label=\"" + name +
          "\"><polyline points=\"" + polyline(points) + "\"/></svg><details><summary>" +
          escape_html(words.fill(Word::series_values, {std::to_string(points.size())})) +
          "</summary><ol>" + items + "</ol></details>"};
}

}  // namespace handbok
