#include "markdown/source_lines.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

constexpr int tab_stop = 4;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// A blank or the end of the line must follow a list marker.
bool ends_marker(std::string_view line, std::size_t offset) {
  return offset == line.size() || is_blank(line[offset]);
}

/// How many bytes the list marker at the start of `line` has; 0 if there is none.
std::size_t list_marker_size(std::string_view line) {
  if (std::string_view("-+*").find(line.front()) != std::string_view::npos) {
    return ends_marker(line, 1) ? 1 : 0;
  }
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits]))
    ++digits;
  const bool has_delimiter = digits > 0 && digits < 10 && digits < line.size() &&
                             (line[digits] == '.' || line[digits] == ')');
  return has_delimiter && ends_marker(line, digits + 1) ? digits + 1 : 0;
}

/// "[^name]:", the start of a footnote.
std::size_t footnote_marker_size(std::string_view line) {
  if (!line.starts_with("[^")) return 0;
  const auto end = line.find(']');
  if (end == std::string_view::npos || !line.substr(end).starts_with("]:")) return 0;
  return end + 2;
}

std::size_t marker_size(std::string_view line) {
  if (line.empty()) return 0;
  if (line.front() == '>') return 1;
  const auto size = list_marker_size(line);
  return size > 0 ? size : footnote_marker_size(line);
}

bool is_rule(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  const char mark = line[first];
  return (mark == '-' || mark == '*') && std::ranges::count(line, mark) >= 3 &&
         std::ranges::all_of(line, [mark](char c) { return c == mark || is_blank(c); });
}

/// Takes the blanks at the start of `line` away and gives how many columns they are.
int take_blanks(std::string_view& line) {
  int columns = 0;
  while (!line.empty() && is_blank(line.front())) {
    columns += line.front() == '\t' ? tab_stop : 1;
    line.remove_prefix(1);
  }
  return columns;
}

}  // namespace

SourceLines::SourceLines(std::string_view text, int first_line) : first_line_(first_line) {
  // The parser also ends a line at CR and CR LF, which the check of the file refuses.
  const bool has_returns = text.find('\r') != std::string_view::npos;
  std::size_t start = 0;
  while (start <= text.size()) {
    const auto found = has_returns ? text.find_first_of("\r\n", start) : text.find('\n', start);
    const auto end = std::min(found, text.size());
    lines_.push_back(text.substr(start, end - start));
    start = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
}

std::string_view SourceLines::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  return lines_[static_cast<std::size_t>(number) - 1];
}

TextPosition SourceLines::position(int number, std::size_t offset) const {
  if (counted_.line != number || counted_.offset > offset) counted_ = {number, 0, 0};
  const auto text = line(number);
  offset = std::min(offset, text.size());
  const auto between = text.substr(counted_.offset, offset - counted_.offset);
  counted_.code_points += static_cast<int>(count_code_points(between));
  counted_.offset = offset;
  return {number + first_line_ - 1, counted_.code_points + 1};
}

BlockMarkers read_block_markers(std::string_view line) {
  BlockMarkers markers;
  markers.text = line;
  markers.indentation = take_blanks(markers.text);
  if (is_rule(markers.text)) return markers;
  for (auto size = marker_size(markers.text); size > 0; size = marker_size(markers.text)) {
    markers.text.remove_prefix(size);
    ++markers.count;
    const int columns = take_blanks(markers.text);
    markers.indentation += columns > tab_stop ? columns - 1 : 0;
  }
  return markers;
}

}  // namespace handbok
