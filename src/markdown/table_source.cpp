#include "markdown/table_source.hpp"

#include "base/strings.hpp"
#include "markdown/block_markers.hpp"

namespace handbok {
namespace {

/// True if the bar at `at` is one of the table, not of its text.
bool is_bar(std::string_view line, std::size_t at) {
  return line[at] == '|' && (at == 0 || line[at - 1] != '\\');
}

std::string_view text_of(std::string_view line) {
  return trim(read_block_markers(line).text);
}

}  // namespace

std::size_t cells_in_row(std::string_view line) {
  auto row = text_of(line);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (!row.empty() && is_bar(row, row.size() - 1)) row.remove_suffix(1);
  std::size_t cells = 1;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (is_bar(row, at)) ++cells;
  }
  return cells;
}

bool looks_like_table(const SourceLines& lines, int line, int end_line) {
  return line < end_line && text_of(lines.line(line)).starts_with('|') &&
         text_of(lines.line(line + 1)).starts_with('|');
}

}  // namespace handbok
