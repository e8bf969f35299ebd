#include "word/keep_lines.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/diff.hpp"

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

/// What the line says, with its number if it has one. Word knows neither the language of code nor
/// its fence, and takes it out of quotations: only its text counts.
std::string key_of(const LogicalLine& line) {
  if (!line.fence.empty()) return "code " + line.text;
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

/// The keys of the source's lines. If each line has its counterpart in the common spelling, those
/// are taken: the edited text has that spelling too.
std::vector<std::string> source_keys(const Lines& source, const Lines& base) {
  bool has_counterparts = source.size() == base.size();
  for (std::size_t i = 0; has_counterparts && i < source.size(); ++i)
    has_counterparts = source[i].fence.empty() == base[i].fence.empty() &&
                       (!source[i].fence.empty() || sort_of(source[i]) == sort_of(base[i]));
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

/// True if a line that begins with the word might be read as a list, heading or other block.
bool begins_block(std::string_view word) {
  const auto first = word.substr(0, 1);
  const bool is_number =
      !word.empty() && is_digit(word.front()) && (word.ends_with('.') || word.ends_with(')'));
  return is_number ||
         (!first.empty() && std::string_view("-+*#>|=~`:[").find(first) != std::string_view::npos &&
          !word.starts_with("[[") && !word.starts_with("**"));
}

/// What the later lines of a block begin with. Every line of a quotation repeats its mark; a list
/// needs only the width of its own.
std::string hang_of(std::string_view lead) {
  if (lead.starts_with("[^")) return "    ";
  std::string hang;
  for (const char byte : lead)
    hang += byte == '>' ? '>' : ' ';
  return hang;
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

constexpr std::size_t indentation_max = 3;  ///< a line further in begins no block of its own

std::size_t blanks_at(std::string_view line, std::size_t offset) {
  const auto end = line.find_first_not_of(' ', offset);
  return std::min(end, line.size()) - std::min(offset, line.size());
}

/// A quotation, an item of a list or a footnote: what holds lines.
struct Container {
  bool is_quotation = false;
  std::size_t width = 0;  ///< blanks that a later line of an item or footnote begins with
};

/// What a line begins a container with.
struct Mark {
  std::size_t length = 0;  ///< 0 if there is none
  bool is_quotation = false;
  bool may_interrupt = true;  ///< begins a container also on the line after one of a paragraph
};

Mark number_mark(std::string_view text) {
  constexpr std::size_t digits_max = 9;
  const auto digits =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
  const auto after = text.substr(digits);
  const bool is_mark =
      digits > 0 && digits <= digits_max && (after.starts_with(". ") || after.starts_with(") "));
  if (!is_mark) return {};
  // A year at the end of a sentence that was broken before it is no item.
  return {digits + 1, false, text.substr(0, digits) == "1"};
}

/// The mark at the start of `text`, without the blanks after it.
Mark mark_of(std::string_view text) {
  if (text.starts_with('>')) return {1, true};
  if (text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ")) return {1};
  if (text.starts_with("[^")) {
    const auto end = text.find("]: ");
    return end == std::string_view::npos ? Mark{} : Mark{end + 2};
  }
  return number_mark(text);
}

/// The container that the mark begins at `at`, which moves to where its text does.
Container container_of(std::string_view line, const Mark& mark, std::size_t& at) {
  constexpr std::size_t footnote_indentation = 4;
  const auto start = at;
  const bool is_footnote = line.substr(at + blanks_at(line, at)).starts_with('[');
  at += blanks_at(line, at) + mark.length;
  const auto blanks = blanks_at(line, at);
  if (mark.is_quotation) {
    at += std::min<std::size_t>(blanks, 1);
    return {true};
  }
  at += blanks > indentation_max + 1 ? 1 : blanks;
  return {false, is_footnote ? footnote_indentation : at - start};
}

/// True for a line across the page: "---", "* * *".
bool is_rule(std::string_view text) {
  const char sign = text.empty() ? ' ' : text.front();
  return (sign == '-' || sign == '*' || sign == '_') && std::ranges::count(text, sign) >= 3 &&
         text.find_first_not_of(std::string{sign, ' '}) == std::string_view::npos;
}

/// True for a line of dashes without a blank: under a paragraph it makes a heading of it.
bool is_underline(std::string_view text) {
  return trim(text).find_first_not_of('-') == std::string_view::npos;
}

bool stands_alone(std::string_view text) {
  return text.starts_with('#') || text.starts_with('|') || is_rule(text);
}

/// The signs that open code at the start of `text`, as many as there are: code between more signs
/// may hold lines of fewer. Empty if it opens none.
std::string_view fence_of(std::string_view text) {
  const auto signs = text.substr(0, text.find_first_not_of(text.substr(0, 1)));
  if (!signs.starts_with("```") && !signs.starts_with("~~~")) return {};
  const bool is_code_in_text =
      signs.front() == '`' && text.find('`', signs.size()) != std::string_view::npos;
  return is_code_in_text ? std::string_view() : signs;
}

/// The line without what Markdown takes off its end, and whether it ends there on purpose.
std::string_view line_text(std::string_view text, bool& ends_on_purpose) {
  ends_on_purpose = text.ends_with('\\') || text.ends_with("  ");
  if (text.ends_with('\\')) text.remove_suffix(1);
  return trim(text);
}

/// True if the line ends the code that `fence` opened.
bool is_end_of_code(std::string_view line, std::string_view fence) {
  const auto signs = trim(line);
  return blanks_at(line, 0) <= indentation_max && signs.starts_with(fence) &&
         signs.find_first_not_of(fence.front()) == std::string_view::npos;
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
    std::size_t at = 0;
    const auto kept = containers_that_go_on(line, at);
    if (!fence_.empty()) {
      if (kept == containers_.size()) return add_code(line, at);
      fence_.clear();  // code ends with the quotation or item that it stands in
    }
    if (trim(line.substr(at)).empty()) return add_blank(line);
    const bool is_in_paragraph = before_.empty() && !lines_.empty() && lines_.back().may_break;
    const auto opened = take_marks(line, at, is_in_paragraph && kept == containers_.size());
    const auto blanks = blanks_at(line, at);
    const auto text = line.substr(at + blanks);
    if (is_in_paragraph && opened.empty() && goes_on_with(text, blanks)) return go_on(line, text);
    containers_.resize(kept);
    containers_.insert(containers_.end(), opened.begin(), opened.end());
    if (text.empty() && trim(line) == ">") return add_blank(line);
    const bool is_indented_code = blanks > indentation_max;
    begin(line, is_indented_code ? at : at + blanks);
    if (!is_indented_code) fence_ = fence_of(text);
    if (!fence_.empty()) lines_.back().text.clear();
    lines_.back().fence = fence_;
    lines_.back().may_break =
        !is_indented_code && fence_.empty() && !text.empty() && !stands_alone(text);
  }

  void add_blank(std::string_view line) {
    before_.append(trim(line).empty() ? std::string_view() : line).append("\n");
  }

  /// How many of the open containers the line belongs to. Moves `at` past their marks and blanks.
  std::size_t containers_that_go_on(std::string_view line, std::size_t& at) const {
    std::size_t count = 0;
    for (const auto& container : containers_) {
      const auto blanks = blanks_at(line, at);
      const bool is_blank = at + blanks == line.size();
      if (container.is_quotation) {
        if (blanks > indentation_max || is_blank || line[at + blanks] != '>') break;
        at += blanks + 1;
        at += std::min<std::size_t>(blanks_at(line, at), 1);
      } else {
        if (blanks < container.width && !is_blank) break;
        at += std::min(blanks, container.width);
      }
      ++count;
    }
    return count;
  }

  /// The containers that begin on the line; moves `at` past their marks.
  static std::vector<Container> take_marks(std::string_view line, std::size_t& at,
                                           bool is_in_paragraph) {
    std::vector<Container> opened;
    while (blanks_at(line, at) <= indentation_max) {
      const auto text = line.substr(at + blanks_at(line, at));
      const auto mark = mark_of(text);
      const bool is_text = is_in_paragraph && opened.empty() && !mark.may_interrupt;
      if (mark.length == 0 || is_text || is_rule(text)) break;
      opened.push_back(container_of(line, mark, at));
    }
    return opened;
  }

  static bool goes_on_with(std::string_view text, std::size_t blanks) {
    if (blanks > indentation_max) return true;
    return !text.empty() && fence_of(text).empty() && (is_underline(text) || !stands_alone(text));
  }

  void begin(std::string_view line, std::size_t lead) {
    LogicalLine one;
    one.before = std::exchange(before_, {});
    one.depth = static_cast<int>(containers_.size());
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

  void add_code(std::string_view line, std::size_t lead) {
    auto& code = lines_.back();
    code.source.append(line).append("\n");
    const auto text = line.substr(lead);
    if (is_end_of_code(text, fence_)) {
      fence_.clear();
    } else {
      code.text.append(text).append("\n");
    }
  }

  std::vector<LogicalLine> lines_;
  std::vector<Container> containers_;  ///< that are open, the outermost first
  std::string fence_;                  ///< of the code that is open; empty if none is
  std::string before_;                 ///< the blank lines since the last line
  bool ends_on_purpose_ = false;
};

using Places = std::vector<std::optional<std::size_t>>;

/// For each edited line the line of the source whose place it has: the one that says the same, or,
/// where as many lines went as came between two that stayed, the one that it replaces.
Places places_of(Places kept, std::size_t source_size) {
  std::size_t next = 0;  // in the source
  for (std::size_t i = 0; i < kept.size();) {
    auto end = i;
    while (end < kept.size() && !kept[end])
      ++end;
    const auto source_end = end < kept.size() ? *kept[end] : source_size;
    const bool is_replaced = source_end - next == end - i;
    for (; i < end; ++i, ++next) {
      if (is_replaced) kept[i] = next;
    }
    next = source_end + 1;
    ++i;
  }
  return kept;
}

/// Code that somebody changed, with the fence, the language and the marks that it has in the
/// source.
std::string changed_code(const LogicalLine& code, const LogicalLine& old) {
  const auto lines = split(code.text, '\n');
  const bool ends_early = std::ranges::any_of(
      lines, [&](std::string_view line) { return is_end_of_code(line, old.fence); });
  if (ends_early) return code.source;
  const auto hang = hang_of(old.lead);
  std::string text = old.source.substr(0, old.source.find('\n') + 1);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    text.append(lines[i].empty() ? hang.substr(0, hang.find_last_not_of(' ') + 1) : hang);
    text.append(lines[i]).append("\n");
  }
  return text.append(hang).append(old.fence).append("\n");
}

}  // namespace

std::string keep_lines(std::string_view edited, std::string_view base, std::string_view source) {
  const auto new_lines = logical_lines(edited);
  const auto old_lines = logical_lines(source);
  const auto kept = counterparts(source_keys(old_lines, logical_lines(base)), keys_of(new_lines));
  const auto places = places_of(kept, old_lines.size());
  std::string text;
  for (std::size_t i = 0; i < new_lines.size(); ++i) {
    const auto& line = new_lines[i];
    const auto* const old = places[i] ? &old_lines[*places[i]] : nullptr;
    // If two lines follow each other as they did in the source, so do the blank lines between them.
    const bool follows_on =
        i > 0 && old != nullptr && places[i - 1] && *places[i - 1] + 1 == *places[i];
    if (i > 0) text += follows_on ? old->before : line.before;
    if (kept[i]) {
      text += old->source;
    } else if (!line.fence.empty() && old != nullptr && !old->fence.empty()) {
      text += changed_code(line, *old);
    } else {
      text += line.may_break ? Wrapper(line).wrapped() : line.source;
    }
  }
  return text;
}

std::vector<LogicalLine> logical_lines(std::string_view text) {
  return Splitter().split_all(text);
}

}  // namespace handbok::word
