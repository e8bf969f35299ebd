#include "word/keep_lines.hpp"

#include <optional>
#include <vector>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/diff.hpp"
#include "word/logical_lines.hpp"

namespace handbok::word {
namespace {

using Lines = std::vector<LogicalLine>;

/// What sort of line it is, whatever its number and however far it is indented.
std::string sort_of(const LogicalLine& line) {
  std::string sort = std::to_string(line.depth);
  for (const char byte : line.lead) {
    if (is_digit(byte) && !sort.ends_with('1')) sort += '1';
    if (!is_digit(byte) && byte != ' ') sort += byte == '*' || byte == '+' ? '-' : byte;
  }
  return sort;
}

/// What the line says, with its number if it has one.
std::string key_of(const LogicalLine& line) {
  std::string key = sort_of(line);
  for (const char byte : line.lead) {
    if (is_digit(byte)) key += byte;
  }
  return key.append(" ").append(line.text);
}

std::vector<std::string> keys_of(const Lines& lines) {
  std::vector<std::string> keys;
  keys.reserve(lines.size());
  for (const auto& line : lines)
    keys.push_back(key_of(line));
  return keys;
}

/// The keys of the source's lines: those of the same lines in the common spelling, if each has
/// its counterpart there.
std::vector<std::string> source_keys(const Lines& source, const Lines& base) {
  bool has_counterparts = source.size() == base.size();
  for (std::size_t i = 0; has_counterparts && i < source.size(); ++i)
    has_counterparts = sort_of(source[i]) == sort_of(base[i]);
  return keys_of(has_counterparts ? base : source);
}

/// For each edited line the line of the source that says the same.
std::vector<std::optional<std::size_t>> counterparts(const std::vector<std::string>& source,
                                                     const std::vector<std::string>& edited) {
  std::vector<std::optional<std::size_t>> found(edited.size());
  for (const auto& edit : diff_blocks(source, edited)) {
    if (edit.kind == BlockEditKind::same) found[edit.after] = edit.before;
  }
  return found;
}

/// Knows, reading a line from its start, whether it may break there.
class BreakFinder {
public:
  explicit BreakFinder(std::string_view line) : line_(line) {}

  /// True for a blank outside of code, references and targets of links. To be asked of every place.
  bool may_break_at(std::size_t place) {
    const char byte = line_[place];
    const auto pair = line_.substr(place, 2);
    const bool is_escaped = place > 0 && line_[place - 1] == '\\';
    if (byte == '`' && !is_escaped) is_code_ = !is_code_;
    if (pair == "[[" || pair == "](") ++brackets_;
    if (brackets_ > 0 && (pair == "]]" || byte == ')')) --brackets_;
    return byte == ' ' && !is_code_ && brackets_ == 0;
  }

private:
  std::string_view line_;
  int brackets_ = 0;
  bool is_code_ = false;
};

/// What may not be broken, in its order.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  BreakFinder finder(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (finder.may_break_at(i)) {
      words.emplace_back();
    } else {
      words.back() += text[i];
    }
  }
  return words;
}

/// True if a line that begins with the word would begin something else than text.
bool begins_block(std::string_view word) {
  const auto first = word.substr(0, 1);
  const bool is_number =
      !word.empty() && is_digit(word.front()) && (word.ends_with('.') || word.ends_with(')'));
  return is_number ||
         (!first.empty() && std::string_view("-+*#>|=~`:[").find(first) != std::string_view::npos &&
          !word.starts_with("[[") && !word.starts_with("**"));
}

class Wrapper {
public:
  explicit Wrapper(const LogicalLine& line) : line_(line), hang_(hang_of(line.lead)) {}

  std::string wrapped() {
    std::string text;
    for (const auto part : split(line_.text, '\n')) {
      if (!text.empty()) text += "\\\n";
      add(part, text.empty() ? line_.lead : hang_, text);
    }
    return text + "\n";
  }

private:
  /// Marks of quotations stand before each line; of others only their width does.
  static std::string hang_of(std::string_view lead) {
    if (lead.starts_with("[^")) return "    ";
    std::string hang;
    for (const char byte : lead)
      hang += byte == '>' ? '>' : ' ';
    return hang;
  }

  void add(std::string_view part, std::string_view start, std::string& text) const {
    text += start;
    auto columns = count_code_points(start);
    bool is_first = true;
    for (const auto& word : words_of(part)) {
      const auto width = count_code_points(word);
      const bool is_too_long = columns + 1 + width > static_cast<std::size_t>(line_columns);
      if (!is_first && is_too_long && !begins_block(word)) {
        text.append("\n").append(hang_);
        columns = hang_.size();
      } else if (!is_first) {
        text += ' ';
        ++columns;
      }
      text += word;
      columns += width;
      is_first = false;
    }
  }

  const LogicalLine& line_;
  std::string hang_;
};

}  // namespace

std::string keep_lines(std::string_view edited, std::string_view base, std::string_view source) {
  const auto new_lines = logical_lines(edited);
  const auto old_lines = logical_lines(source);
  const auto kept = counterparts(source_keys(old_lines, logical_lines(base)), keys_of(new_lines));
  std::string text;
  for (std::size_t i = 0; i < new_lines.size(); ++i) {
    const auto& line = new_lines[i];
    // What stood between two lines stands there still, if both do.
    const bool follows_on =
        kept[i] && (i == 0 ? *kept[i] == 0 : kept[i - 1] && *kept[i - 1] + 1 == *kept[i]);
    const int blank_lines = follows_on ? old_lines[*kept[i]].blank_lines : line.blank_lines;
    text.append(static_cast<std::size_t>(i == 0 ? 0 : blank_lines), '\n');
    if (kept[i]) {
      text += old_lines[*kept[i]].source;
    } else {
      text += line.may_break ? Wrapper(line).wrapped() : line.source;
    }
  }
  return text;
}

}  // namespace handbok::word
