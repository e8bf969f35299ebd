#include "diagram/svg_parts.hpp"

#include <cmath>

#include "base/strings.hpp"

namespace handbok {
namespace {

constexpr double bend_radius = 5;
constexpr double border_inset = 4;
constexpr double bar_inset = 7;

/// A point as "x y".
std::string at(double x, double y) {
  return svg_number(x) + ' ' + svg_number(y);
}

std::string rectangle(std::string_view css_class, const Box& box, double radius) {
  std::string text = "<rect" + svg_attribute("class", css_class) + svg_box(box);
  if (radius > 0) text += svg_attribute("rx", svg_number(radius));
  return text + "/>";
}

std::string path(std::string_view css_class, const std::string& d) {
  return "<path" + svg_attribute("class", css_class) + svg_attribute("d", d) + "/>";
}

std::string diamond(std::string_view css_class, const Box& box) {
  const Point center = box.center();
  return path(css_class, "M" + at(center.x, box.top) + "L" + at(box.right(), center.y) + "L" +
                             at(center.x, box.bottom()) + "L" + at(box.left, center.y) + "Z");
}

std::string upright_bar(double x, const Box& box) {
  return path("flow-mark", "M" + at(x, box.top) + "V" + svg_number(box.bottom()));
}

/// A box with bulging sides.
std::string barrel(std::string_view css_class, const Box& box) {
  const double left = box.left + wait_bulge;
  const double right = box.right() - wait_bulge;
  const double middle = box.center().y;
  return path(css_class, "M" + at(left, box.top) + "H" + svg_number(right) + "Q" +
                             at(box.right() + wait_bulge, middle) + " " + at(right, box.bottom()) +
                             "H" + svg_number(left) + "Q" + at(box.left - wait_bulge, middle) +
                             " " + at(left, box.top) + "Z");
}

/// A small clock face inside the left side of a wait.
std::string clock(const Box& box) {
  const double x = box.left + wait_bulge + 5;
  const double y = box.center().y;
  return path("flow-mark", "M" + at(x - 6, y) + "a6 6 0 1 1 12 0a6 6 0 1 1-12 0M" + at(x, y - 3.5) +
                               "V" + svg_number(y) + "L" + at(x + 2.5, y + 2));
}

/// `corner` moved towards `other` by `distance`, along an upright or level piece.
Point towards(Point corner, Point other, double distance) {
  const double length = std::abs(other.x - corner.x) + std::abs(other.y - corner.y);
  const double share = length == 0 ? 0 : std::min(distance / length, 0.5);
  return {corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share};
}

constexpr Box frame{0, 0, 48, 28};
constexpr Box shape{3, 3, 42, 22};

std::string sample(std::string_view css_class, const std::string& content) {
  return R"(<svg class="flow-sample" aria-hidden="true" viewBox="0 0 48 28")" +
         svg_attribute("width", svg_number(frame.width)) +
         svg_attribute("height", svg_number(frame.height)) + "><g" +
         svg_attribute("class", css_class) + ">" + content + "</g></svg>";
}

}  // namespace

std::string svg_number(double value) {
  const long tenths = std::lround(value * 10);
  const long magnitude = std::abs(tenths);
  std::string text = (tenths < 0 ? "-" : "") + std::to_string(magnitude / 10);
  if (magnitude % 10 != 0) text.append(1, '.').append(std::to_string(magnitude % 10));
  return text;
}

std::string svg_attribute(std::string_view name, std::string_view value) {
  std::string text = " ";
  return text.append(name).append("=\"").append(escape_html(value)).append("\"");
}

std::string svg_box(const Box& box) {
  return svg_attribute("x", svg_number(box.left)) + svg_attribute("y", svg_number(box.top)) +
         svg_attribute("width", svg_number(box.width)) +
         svg_attribute("height", svg_number(box.height));
}

std::string svg_path(const Polyline& line) {
  std::string d = "M" + at(line.front().x, line.front().y);
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const Point before = towards(line[i], line[i - 1], bend_radius);
    const Point after = towards(line[i], line[i + 1], bend_radius);
    d += "L" + at(before.x, before.y) + "Q" + at(line[i].x, line[i].y) + " " + at(after.x, after.y);
  }
  return d + "L" + at(line.back().x, line.back().y);
}

std::string svg_shape(NodeKind kind, const Box& box) {
  constexpr std::string_view outline = "flow-shape";
  std::string rounded = rectangle(outline, box, corner_radius(kind, box));
  switch (kind) {
    case NodeKind::start:
    case NodeKind::end:
    case NodeKind::activity: return rounded;
    case NodeKind::decision: return diamond(outline, box);
    case NodeKind::subprocess:
      return rounded + upright_bar(box.left + bar_inset, box) +
             upright_bar(box.right() - bar_inset, box);
    case NodeKind::reference: return rounded + rectangle("flow-mark", box.grown(-border_inset), 1);
    case NodeKind::wait: return barrel(outline, box) + clock(box);
  }
  return rounded;
}

std::string svg_collaboration_border(NodeKind kind, const Box& box) {
  constexpr std::string_view dashed = "flow-dashes";
  if (kind == NodeKind::decision) return diamond(dashed, box.grown(-2 * border_inset));
  if (kind == NodeKind::wait) return barrel(dashed, box.grown(-border_inset));
  Box inner = box.grown(kind == NodeKind::reference ? -2 * border_inset : -border_inset);
  if (kind == NodeKind::subprocess) {
    inner.left += bar_inset;
    inner.width -= 2 * bar_inset;
  }
  return rectangle(dashed, inner, std::max(2.0, corner_radius(kind, box) - border_inset));
}

std::string_view svg_class(NodeKind kind) {
  switch (kind) {
    case NodeKind::start: return "flow-start";
    case NodeKind::end: return "flow-end";
    case NodeKind::activity: return "flow-activity";
    case NodeKind::decision: return "flow-decision";
    case NodeKind::subprocess: return "flow-subprocess";
    case NodeKind::reference: return "flow-reference";
    case NodeKind::wait: return "flow-wait";
  }
  return {};
}

std::string legend_sample(NodeKind kind) {
  return sample(svg_class(kind), svg_shape(kind, shape));
}

std::string collaboration_sample() {
  return sample(
      "flow-activity flow-collaboration",
      svg_shape(NodeKind::activity, shape) + svg_collaboration_border(NodeKind::activity, shape));
}

}  // namespace handbok
