#include "render/tables/year_wheel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

#include "base/strings.hpp"

namespace handbok {
namespace {

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

}  // namespace

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

}  // namespace handbok
