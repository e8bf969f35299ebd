#include "word/logical_lines.hpp"

#include <cctype>
#include <utility>

#include "base/strings.hpp"

namespace handbok::word {
namespace {

std::size_t blanks_at(std::string_view line, std::size_t offset) {
  std::size_t count = 0;
  while (offset + count < line.size() && line[offset + count] == ' ')
    ++count;
  return count;
}

/// How long the mark of a list, quotation or footnote is that stands at `offset`, with one blank;
/// 0 if there is none.
std::size_t mark_length(std::string_view line, std::size_t offset) {
  const auto rest = line.substr(offset);
  if (rest.starts_with("> ") || rest.starts_with("- ") || rest.starts_with("* ") ||
      rest.starts_with("+ ")) {
    return 2;
  }
  if (rest == ">") return 1;
  if (rest.starts_with("[^")) {
    const auto end = rest.find("]: ");
    return end == std::string_view::npos ? 0 : end + 3;
  }
  std::size_t digits = 0;
  while (digits < rest.size() && std::isdigit(static_cast<unsigned char>(rest[digits])) != 0)
    ++digits;
  const auto after = rest.substr(digits);
  const bool is_number = digits > 0 && (after.starts_with(". ") || after.starts_with(") "));
  return is_number ? digits + 2 : 0;
}

/// The end of the marks and blanks before the text of the line.
std::size_t lead_length(std::string_view line) {
  std::size_t offset = blanks_at(line, 0);
  while (const auto length = mark_length(line, offset))
    offset += length + blanks_at(line, offset + length);
  return offset;
}

bool stands_alone(std::string_view text) {
  return text.starts_with('#') || text.starts_with('|');
}

bool is_fence(std::string_view text) {
  return text.starts_with("```") || text.starts_with("~~~");
}

/// The signs of a fence at the start: a fence of more signs may hold lines like it.
std::string_view fence_at(std::string_view text) {
  return text.substr(0, text.find_first_not_of(text.substr(0, 1)));
}

/// The line without what Markdown takes off its end, and whether it ends there on purpose.
std::string_view line_text(std::string_view text, bool& ends_on_purpose) {
  ends_on_purpose = text.ends_with('\\') || text.ends_with("  ");
  if (text.ends_with('\\')) text.remove_suffix(1);
  return trim(text);
}

class Splitter {
public:
  std::vector<LogicalLine> split_all(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.empty()) return {};
    for (const auto line : split(text, '\n'))
      add(line);
    return std::move(lines_);
  }

private:
  void add(std::string_view line) {
    if (!fence_.empty()) return add_code(line);
    if (trim(line).empty()) {
      ++blank_lines_;
      return;
    }
    const auto lead = lead_length(line);
    const auto text = line.substr(lead);
    const bool has_mark = !trim(line.substr(0, lead)).empty();
    const bool goes_on = blank_lines_ == 0 && !lines_.empty() && lines_.back().may_break &&
                         !has_mark && !stands_alone(text) && !is_fence(text);
    if (goes_on) return go_on(line, text);
    begin(line, lead);
    if (is_fence(text)) fence_ = fence_at(text);
    lines_.back().may_break = !stands_alone(text) && !is_fence(text);
  }

  void begin(std::string_view line, std::size_t lead) {
    LogicalLine one;
    one.blank_lines = std::exchange(blank_lines_, 0);
    one.depth = depth_of(line, lead);
    one.lead = line.substr(0, lead);
    one.text = line_text(line.substr(lead), ends_on_purpose_);
    one.source = std::string(line) + "\n";
    lines_.push_back(std::move(one));
  }

  void go_on(std::string_view line, std::string_view text) {
    auto& one = lines_.back();
    one.text += ends_on_purpose_ ? '\n' : ' ';
    one.text += line_text(text, ends_on_purpose_);
    one.source.append(line).append("\n");
  }

  void add_code(std::string_view line) {
    LogicalLine one;
    one.blank_lines = 0;
    one.text = line;
    one.source = std::string(line) + "\n";
    lines_.push_back(std::move(one));
    if (fence_at(trim(line)) == trim(line) && trim(line).starts_with(fence_)) fence_.clear();
  }

  /// In how many items of lists the line stands.
  int depth_of(std::string_view line, std::size_t lead) {
    const auto indentation = blanks_at(line, 0);
    while (!items_.empty() && items_.back() > indentation)
      items_.pop_back();
    std::size_t offset = indentation;
    while (offset < lead) {
      const auto length = mark_length(line, offset);
      if (length == 0) break;
      offset += length + blanks_at(line, offset + length);
      items_.push_back(offset);
    }
    return static_cast<int>(items_.size());
  }

  std::vector<LogicalLine> lines_;
  std::vector<std::size_t> items_;  ///< the columns of the texts of the items that are open
  std::string fence_;
  int blank_lines_ = 0;
  bool ends_on_purpose_ = false;
};

}  // namespace

std::vector<LogicalLine> logical_lines(std::string_view text) {
  return Splitter().split_all(text);
}

}  // namespace handbok::word
