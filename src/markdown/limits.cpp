#include "markdown/limits.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "markdown/source_lines.hpp"

namespace handbok {
namespace {

constexpr int max_nesting = limits::nesting;
constexpr std::size_t max_label = 1000;  // that of the parser

/// Looks at one line after the other. Each limit is reported where it is first passed.
class LimitCheck {
public:
  LimitCheck(const SourceLines& lines, Reporter& reporter) : lines_(lines), reporter_(reporter) {}

  bool check() {
    for (int number = 1; number <= lines_.line_count(); ++number) {
      const auto line = lines_.line(number);
      const auto markers = read_block_markers(line);
      check_length(number, line);
      check_nesting(number, markers);
      check_tables(number, markers.text);
    }
    // The cells are reported when all are counted.
    if (table_line_ > 0)
      refuse(Code::markdown_table_too_large, table_line_, cells_, limits::table_cells);
    return is_good_;
  }

private:
  void refuse(Code code, int number, std::size_t value, std::size_t limit) {
    is_good_ = false;
    reporter_.report(code, lines_.position(number, 0),
                     {std::to_string(value), std::to_string(limit)});
  }

  void check_length(int number, std::string_view line) {
    if (line.size() > limits::line_bytes)
      refuse(Code::markdown_line_too_long, number, line.size(), limits::line_bytes);
  }

  /// A list item needs two columns of indentation on later lines, and no line can lie in more
  /// levels than were opened before, plus those it opens itself.
  void check_nesting(int number, const BlockMarkers& markers) {
    const int nesting = std::min(markers.indentation / 2, deepest_) + markers.count;
    if (nesting > max_nesting && deepest_ <= max_nesting) {
      is_good_ = false;
      reporter_.report(Code::markdown_nested_too_deep, lines_.position(number, 0),
                       {std::to_string(max_nesting)});
    }
    deepest_ = std::max(deepest_, nesting);
  }

  /// The parser fills every row up to the columns of its table.
  void check_tables(int number, std::string_view text) {
    if (const auto columns = columns_of_delimiter_row(text); columns > 0) {
      columns_ = columns;
      if (columns > limits::table_columns)
        refuse(Code::markdown_table_too_wide, number, columns, limits::table_columns);
    } else if (trim(text).empty()) {
      columns_ = 0;
    }
    count_cells(number);
  }

  /// The line under the head of a table stands for the head.
  void count_cells(int number) {
    const bool was_within = cells_ <= limits::table_cells;
    cells_ += columns_;
    if (was_within && cells_ > limits::table_cells) table_line_ = number;
  }

  const SourceLines& lines_;
  Reporter& reporter_;
  bool is_good_ = true;
  int deepest_ = 0;
  std::size_t columns_ = 0;
  std::size_t cells_ = 0;
  int table_line_ = 0;
};

/// How often `part` stands in `text`.
std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

/// The parser looks to the end of the text for the end of each of these (CVE-2023-22486 and the
/// like), so thousands of them take it minutes.
bool check_open_ends(std::string_view text, Reporter& reporter) {
  const auto images = count_of(text, "![") - count_of(text, "<![");
  if (images > limits::images) {
    reporter.report(Code::markdown_too_many_images, {},
                    {std::to_string(images), std::to_string(limits::images)});
  }
  const auto declarations = count_of(text, "<!") + count_of(text, "<?");
  if (declarations > limits::declarations) reporter.report(Code::markdown_raw_html, {}, {"<! <?"});
  return images <= limits::images && declarations <= limits::declarations;
}

bool check_growth(std::string_view text, Reporter& reporter) {
  const auto growth = reference_growth(text);
  if (growth <= limits::reference_bytes) return true;
  reporter.report(Code::markdown_references_too_large, {},
                  {std::to_string(growth), std::to_string(limits::reference_bytes)});
  return false;
}

using LengthByLabel = std::map<std::string, std::size_t>;

/// Definitions run on over lines until a blank line or the next definition.
LengthByLabel find_definitions(std::string_view text) {
  LengthByLabel lengths;
  std::size_t* current = nullptr;
  for (const auto line : split(text, '\n')) {
    const auto content = read_block_markers(line).text;
    const auto label = content.starts_with('[') ? label_at(content, 1) : std::string_view{};
    const bool is_definition = !label.empty() && content.substr(label.size() + 1).starts_with("]:");
    if (is_definition) {
      current = &lengths[normal_label(label)];
      *current = std::max(*current, content.size());
    } else if (trim(content).empty()) {
      current = nullptr;
    } else if (current != nullptr) {
      *current += content.size();
    }
  }
  return lengths;
}

}  // namespace

std::size_t columns_of_delimiter_row(std::string_view text) {
  if (text.find('-') == std::string_view::npos ||
      text.find_first_not_of("|:- \t") != std::string_view::npos ||
      text.find_first_of("|:") == std::string_view::npos) {
    return 0;
  }
  text = trim(text);
  if (text.starts_with('|')) text.remove_prefix(1);
  if (text.ends_with('|')) text.remove_suffix(1);
  return static_cast<std::size_t>(std::ranges::count(text, '|')) + 1;
}

std::string_view label_at(std::string_view text, std::size_t begin) {
  const auto end = text.substr(begin, max_label).find_first_of("[]");
  if (end == std::string_view::npos || text[begin + end] != ']') return {};
  return text.substr(begin, end);
}

std::string normal_label(std::string_view label) {
  std::string form;
  for (const char c : to_lower(label)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      form += c;
    } else if (!form.empty() && form.back() != ' ') {
      form += ' ';
    }
  }
  if (form.ends_with(' ')) form.pop_back();
  return form;
}

bool is_within_limits(std::string_view text, const SourceLines& lines, Reporter& reporter) {
  const bool has_good_lines = LimitCheck(lines, reporter).check();
  const bool has_good_ends = check_open_ends(text, reporter);
  return check_growth(text, reporter) && has_good_lines && has_good_ends;
}

bool is_within_growth(std::string_view text, std::span<const TreeStep> tree, Reporter& reporter) {
  std::size_t bytes = 0;
  for (const auto& step : tree) {
    const bool is_link = step.kind == TreeNodeKind::link || step.kind == TreeNodeKind::image;
    if (is_link && step.motion == Motion::enter) bytes += step.text.size() + step.title.size();
  }
  if (bytes <= text.size() + limits::reference_bytes) return true;
  reporter.report(Code::markdown_references_too_large, {},
                  {std::to_string(bytes - text.size()), std::to_string(limits::reference_bytes)});
  return false;
}

std::size_t reference_growth(std::string_view text) {
  if (text.find("]:") == std::string_view::npos) return 0;
  const auto lengths = find_definitions(text);
  if (lengths.empty()) return 0;
  std::size_t growth = 0;
  for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const auto label = label_at(text, at + 1);
    if (label.empty()) continue;
    const auto definition = lengths.find(normal_label(label));
    if (definition != lengths.end()) growth += definition->second;
  }
  return growth;
}

}  // namespace handbok
