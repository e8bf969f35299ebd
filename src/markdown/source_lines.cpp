#include "markdown/source_lines.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace handbok {

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

}  // namespace handbok
