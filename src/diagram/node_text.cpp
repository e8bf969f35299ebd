#include "diagram/node_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/strings.hpp"
#include "diagram/label_text.hpp"

namespace handbok {
namespace {

using drawing::font_size;
using drawing::line_height;

constexpr double box_width = 176;
constexpr double diamond_width = 208;
constexpr double exit_label_width = 110;
constexpr double least_height = 44;
constexpr double least_diamond_height = 76;

double tag_space(const FlowNode& node) {
  return node.is_collaboration ? drawing::tag_height + drawing::tag_gap : 0;
}

/// What the shape itself takes from the width, on both sides together.
double side_space(NodeKind kind) {
  switch (kind) {
    case NodeKind::start:
    case NodeKind::end:
      return 28;
    case NodeKind::subprocess:
      return 36;
    case NodeKind::reference:
      return 30;
    case NodeKind::wait:
      return 48;
    case NodeKind::activity:
    case NodeKind::decision:
      return 22;
  }
  return 0;
}

/// The height of the flattest diamond of the usual width around these lines: the farther from the
/// middle a line lies, the less room there is for it.
double diamond_height(const std::vector<std::string>& lines, const FlowNode& node) {
  const double text_height = static_cast<double>(lines.size()) * line_height + tag_space(node);
  double height = least_diamond_height;
  double top = -text_height / 2;
  for (const std::string& line : lines) {
    const double distance = std::max(std::abs(top), std::abs(top + line_height)) + 1;
    const double share = std::min(text_width(line, font_size) / diamond_width, 0.9);
    height = std::max(height, 2 * distance / (1 - share));
    top += line_height;
  }
  return std::max(height, node.is_collaboration ? 2.6 * text_height : 0);
}

double widest_word(const std::string& text) {
  double width = 0;
  for (const std::string_view word : split(text, ' '))
    width = std::max(width, text_width(word, font_size));
  return width;
}

/// The usual width, or as much more as the longest word needs to stay whole: a word broken with a
/// hyphen is not the step's name to somebody who speaks it to the computer (WCAG 2.5.3).
double box_width_for(const std::string& label, NodeKind kind) {
  const double needed = std::ceil(widest_word(label) + side_space(kind));
  return std::clamp(needed, box_width, diamond_width);
}

/// Of the ways to wrap the label, the one that makes the flattest diamond without breaking words.
NodeText measure_diamond(const FlowNode& node) {
  constexpr double widest_line = 150;
  constexpr double step = 5;
  constexpr double worth_a_line = 8;  // what more lines must save in height
  const std::string label = full_label(node);
  const double narrowest_line = std::min(widest_line, std::max(80.0, widest_word(label)));
  NodeText best{{}, diamond_width, std::numeric_limits<double>::max()};
  double width = widest_line;
  do {
    std::vector<std::string> lines = wrap_text(label, font_size, width);
    const double height = std::ceil(diamond_height(lines, node));
    if (height + worth_a_line < best.height) best = {std::move(lines), diamond_width, height};
    width -= step;
  } while (width >= narrowest_line);
  return best;
}

}  // namespace

std::string full_label(const FlowNode& node) {
  return node.number == 0 ? node.label : std::to_string(node.number) + ". " + node.label;
}

std::vector<std::string> wrap_exit_label(const std::string& label) {
  return wrap_text(label, drawing::small_font_size * drawing::bold, exit_label_width);
}

NodeText measure_node(const FlowNode& node) {
  if (node.kind == NodeKind::decision) return measure_diamond(node);
  const std::string label = full_label(node);
  const double width = box_width_for(label, node.kind);
  std::vector<std::string> lines = wrap_text(label, font_size, width - side_space(node.kind));
  const double text_height = static_cast<double>(lines.size()) * line_height + tag_space(node);
  return {std::move(lines), width, std::max(least_height, text_height + 20)};
}

}  // namespace handbok
