#include "markdown/write_table.hpp"

#include "base/strings.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_label = 80;

std::string_view class_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::none: return "";
    case Alignment::left: return " class=\"align-left\"";
    case Alignment::center: return " class=\"align-center\"";
    case Alignment::right: return " class=\"align-right\"";
  }
  return "";
}

/// True if the bar at `at` is one of the table, not of its text.
bool is_bar(std::string_view line, std::size_t at) {
  return line[at] == '|' && (at == 0 || line[at - 1] != '\\');
}

std::string_view text_of(std::string_view line) {
  return trim(read_block_markers(line).text);
}

}  // namespace

void TableWriter::write_frame(const TreeStep& step) {
  const bool is_start = step.motion == Motion::enter;
  if (step.kind == TreeNodeKind::table_header) {
    is_in_head_ = is_start;
    builder_.html(is_start ? "<thead><tr>" : "</tr></thead>\n");
    if (!is_start) name_table();
  } else if (step.kind == TreeNodeKind::table_row) {
    if (is_start && !has_body_) builder_.html("<tbody>");
    has_body_ = true;
    builder_.html(is_start ? "<tr>" : "</tr>\n");
  } else if (is_start) {
    start_table();
  } else {
    builder_.html(has_body_ ? "</tbody></table></section>\n" : "</table></section>\n");
  }
}

std::string_view TableWriter::open_cell(const TreeStep& step, bool is_empty) {
  if (is_in_head_) ++columns_;
  const bool is_head = is_in_head_ && !is_empty;
  builder_.html(is_head ? "<th scope=\"col\"" : "<td");
  builder_.html(class_of(step.alignment));
  builder_.html(">");
  return is_head ? "</th>" : "</td>";
}

void TableWriter::note_cell(const std::string& text) {
  const auto words = trim(text);
  if (!is_in_head_ || words.empty()) return;
  if (!head_.empty()) head_ += ", ";
  head_ += words;
}

void TableWriter::start_table() {
  head_.clear();
  columns_ = 0;
  has_body_ = false;
  builder_.html(R"(<section class="table-scroll" tabindex="0" aria-label=")");
  label_ = builder_.mark();
  builder_.html("\"><table>\n");
}

void TableWriter::name_table() {
  auto label = head_.empty() ? std::string("…") : excerpt(head_, max_label);
  const int count = ++labels_[label];
  if (count > 1) label += " (" + std::to_string(count) + ")";
  builder_.insert(label_, escape_html(label));
}

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
