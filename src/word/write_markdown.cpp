#include "word/write_markdown.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "word/fit_emphasis.hpp"
#include "word/references.hpp"
#include "word/tree.hpp"

namespace handbok::word {
namespace {

/// Where inlines are written. In a table a bar needs a backslash; only in a paragraph a line can
/// end.
enum class Setting { paragraph, heading, table };

/// The footnotes of a text in the order of their marks.
using Footnotes = std::vector<Blocks>;

bool is_blank_or_end(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\0';
}

bool is_word_byte(char byte) {
  return is_letter_or_digit(byte) || is_beyond_ascii(byte);
}

/// What a text is part of: in the words of a link each bracket needs a backslash.
enum class Part { text, link };

/// How far is looked for the end of something. A text may hold a million beginnings without an end.
constexpr std::size_t entity_bytes_max = 40;
constexpr std::size_t link_bytes_max = 1000;

/// Decides which marks of a text need a backslash, by what stands before and after them.
class Escaper {
public:
  Escaper(std::string_view text, Setting setting, Part part)
      : text_(text),
        setting_(setting),
        part_(part) {}

  std::string escaped() const {
    std::string result;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (const auto length = reference_at(text_, i); length > 0) {
        append_reference(result, text_.substr(i, length));
        i += length - 1;
        continue;
      }
      if (is_mark(i)) result += '\\';
      result += text_[i];
    }
    return result;
  }

private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  char before(std::size_t i) const { return i == 0 ? '\0' : text_[i - 1]; }

  void append_reference(std::string& result, std::string_view reference) const {
    for (const char byte : reference) {
      if (byte == '|' && setting_ == Setting::table) result += '\\';
      result += byte;
    }
  }

  bool is_mark(std::size_t i) const {
    switch (text_[i]) {
      case '`': return true;
      case '|': return setting_ == Setting::table;
      case '\\': return is_punctuation(at(i + 1)) || at(i + 1) == '\n';
      case '*': return !is_blank_or_end(before(i)) || !is_blank_or_end(at(i + 1));
      case '~':
        return at(i + 1) == '~' || before(i) == '~' ||
               (!is_blank_or_end(before(i)) && !is_word_byte(at(i + 1)));
      case '_': return !(is_word_byte(before(i)) && is_word_byte(at(i + 1)));
      case '<':
        return is_letter(at(i + 1)) || at(i + 1) == '/' || at(i + 1) == '!' || at(i + 1) == '?';
      case '&': return is_entity(i);
      case '[': return part_ == Part::link || at(i + 1) == '^' || begins_link(i);
      case ']': return part_ == Part::link;
      default: return false;
    }
  }

  bool is_entity(std::size_t i) const {
    const auto rest = text_.substr(i + 1, entity_bytes_max);
    const auto name = rest.substr(0, rest.find(';'));
    if (name.empty() || name.size() == rest.size()) return false;
    return std::ranges::all_of(
        name, [](char byte) { return byte == '#' || (is_word_byte(byte) && byte > 0); });
  }

  /// True also for "[word]: address" at the start, which defines a link and is not shown.
  bool begins_link(std::size_t i) const {
    const auto rest = text_.substr(i, link_bytes_max);
    const auto length = rest.find(']');
    if (length == std::string_view::npos) return rest.size() == link_bytes_max;
    const char next = at(i + length + 1);
    return next == '(' || next == '[' || (next == ':' && i == 0);
  }

  std::string_view text_;
  Setting setting_;
  Part part_;
};

/// Code between as many backticks as it needs.
std::string code_span(const std::string& text, Setting setting) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char byte : text) {
    run = byte == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_blank = text.starts_with('`') || text.ends_with('`');
  std::string span = fence;
  if (needs_blank) span += ' ';
  for (const char byte : text) {
    if (byte == '|' && setting == Setting::table) span += '\\';
    span += byte;
  }
  if (needs_blank) span += ' ';
  return span.append(fence);
}

/// An address as the target of a link: between < and > if it needs that.
std::string link_target(const std::string& target) {
  if (target.find_first_of(" ()<>") == std::string::npos) return target;
  std::string written = "<";
  for (const char byte : target) {
    if (byte == '<' || byte == '>') written += '\\';
    written += byte;
  }
  return written.append(">");
}

class InlineWriter {
public:
  InlineWriter(Setting setting, Part part, Footnotes& footnotes)
      : setting_(setting),
        part_(part),
        footnotes_(footnotes) {}

  std::string write(const Inlines& inlines) const {
    std::string text;
    for (const auto& one : fit_emphasis(inlines))
      text += write_one(one);
    return text;
  }

private:
  std::string write_one(const Inline& one) const {
    switch (one.kind) {
      case InlineKind::text: return Escaper(one.text, setting_, part_).escaped();
      case InlineKind::line_break:
        if (setting_ == Setting::heading) return " ";
        return setting_ == Setting::table ? "<br>" : "\\\n";
      case InlineKind::emphasis: return between("*", one);
      case InlineKind::strong: return between("**", one);
      case InlineKind::strikeout: return between("~~", one);
      case InlineKind::code: return code_span(one.text, setting_);
      case InlineKind::link: return link(one);
      case InlineKind::image: return "!" + leading_to(one);
      case InlineKind::note:
        footnotes_.push_back(one.blocks);
        return "[^" + std::to_string(footnotes_.size()) + "]";
    }
    return {};
  }

  std::string between(std::string_view mark, const Inline& one) const {
    return std::string(mark).append(write(one.inlines)).append(mark);
  }

  std::string link(const Inline& one) const {
    auto words = plain_text(one.inlines);
    if (const auto reference = reference_of(one.target)) {
      std::string written = "[[" + *reference;
      if (words != *reference) written.append(setting_ == Setting::table ? "\\|" : "|") += words;
      return written.append("]]");
    }
    const bool is_bare = words == one.target && is_web_address(one.target);
    if (is_bare || "mailto:" + words == one.target) return words;
    return leading_to(one);
  }

  /// What becomes a link by itself; "blankett.pdf" does not.
  static bool is_web_address(std::string_view target) {
    return target.starts_with("https://") || target.starts_with("http://");
  }

  std::string leading_to(const Inline& one) const {
    return std::string("[")
        .append(InlineWriter(setting_, Part::link, footnotes_).write(one.inlines))
        .append("](")
        .append(link_target(one.target))
        .append(")");
  }

  Setting setting_;
  Part part_;
  Footnotes& footnotes_;
};

/// The digits of "12. " or "12) " at the start of a line; 0 if there are none.
std::size_t number_mark_length(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits]))
    ++digits;
  const bool is_mark = digits > 0 && digits < 10 && digits < line.size() &&
                       (line[digits] == '.' || line[digits] == ')');
  const bool is_followed = digits + 1 >= line.size() || line[digits + 1] == ' ';
  return is_mark && is_followed ? digits : 0;
}

bool begins_like_block(std::string_view line) {
  if (line.empty()) return false;
  const char second = line.size() > 1 ? line[1] : ' ';
  switch (line.front()) {
    case '>':
    case '|': return true;
    case '#': return second == '#' || second == ' ';
    case '-':
    case '+':
    case '=': return second == ' ' || second == line.front();
    case '*': return second == ' ';
    case '~': return line.starts_with("~~~");
    default: return false;
  }
}

/// Inlines as Markdown. What Markdown would take for something else gets a backslash; references
/// such as [[RUT-001]] that somebody typed are left as they are.
std::string write_inlines(const Inlines& inlines, Setting setting, Footnotes& footnotes) {
  return InlineWriter(setting, Part::text, footnotes).write(inlines);
}

/// The lines of a paragraph, so that none begins a list, heading, quotation or table.
std::string guard_line_starts(std::string_view paragraph) {
  std::string guarded;
  for (const auto line : split(paragraph, '\n')) {
    if (!guarded.empty()) guarded += '\n';
    const auto digits = number_mark_length(line);
    guarded.append(line.substr(0, digits));
    if (digits > 0 || begins_like_block(line)) guarded += '\\';
    guarded.append(line.substr(digits));
  }
  return guarded;
}

/// `text` with `prefix` before each line that is not empty, and `first` before the first.
std::string indented(std::string_view text, std::string_view first, std::string_view prefix) {
  std::string result(first);
  bool is_line_start = false;
  for (const char byte : text) {
    if (is_line_start && byte != '\n') result += prefix;
    is_line_start = byte == '\n';
    result += byte;
  }
  return result;
}

/// The signs that Word shows for boxes to tick, and how Markdown writes them.
struct Box {
  std::string_view sign;
  std::string_view mark;
};
constexpr auto boxes =
    std::to_array<Box>({{"\u2610", "[ ]"}, {"\u2612", "[x]"}, {"\u2611", "[x]"}});

/// How long the mark of a warning box, such as "[!AKUT]", at the start of a quotation is; 0 if
/// there is none.
std::size_t box_mark_length(std::string_view text) {
  if (!text.starts_with("[!")) return 0;
  const auto end = text.find(']');
  if (end == std::string_view::npos || end == 2) return 0;
  const auto name = text.substr(2, end - 2);
  return std::ranges::all_of(name, is_upper) ? end + 1 : 0;
}

/// What follows the mark of a box, whose line Word may have joined with the next.
std::string_view after_mark(std::string_view text, std::size_t length) {
  auto rest = text.substr(length);
  while (rest.starts_with(' ') || rest.starts_with('\\'))
    rest.remove_prefix(1);
  if (rest.starts_with('\n')) rest.remove_prefix(1);
  return rest;
}

class Writer {
public:
  explicit Writer(int heading_shift) : heading_shift_(heading_shift) {}

  std::string write_all(const Blocks& blocks) {
    auto text = write(blocks, "\n");
    for (std::size_t i = 0; i < footnotes_.size(); ++i) {  // a footnote may have footnotes
      const auto label = std::string("[^").append(std::to_string(i + 1)).append("]: ");
      const auto blocks_of_note = footnotes_[i];
      const auto footnote = write(blocks_of_note, "\n");
      if (!text.empty()) text += i == 0 || is_long_ ? "\n" : "";
      text += indented(footnote, label, "    ");
      is_long_ = footnotes_[i].size() > 1;
    }
    return text;
  }

private:
  std::string write(const Blocks& blocks, std::string_view between) {
    std::string text;
    const Block* previous = nullptr;
    for (const auto& block : blocks) {
      if (previous != nullptr) {
        const bool is_tight = is_list(block) && between.empty();
        if (!is_tight) text += "\n";
        // Two lists of the same kind in a row would be one, if their marks were the same.
        const bool is_second = is_list(block) && previous->kind == block.kind;
        uses_other_marks_ = is_second && !uses_other_marks_;
      }
      text += write_block(block);
      previous = &block;
    }
    return text;
  }

  std::string write_block(const Block& block) {
    switch (block.kind) {
      case BlockKind::paragraph:
        return guard_line_starts(write_inlines(block.inlines, Setting::paragraph, footnotes_)) +
               "\n";
      case BlockKind::heading: return heading(block);
      case BlockKind::code: return code(block);
      case BlockKind::quote: return quote(block);
      case BlockKind::bullet_list:
      case BlockKind::ordered_list: return list(block);
      case BlockKind::table: return table(block);
      case BlockKind::thematic_break: return "---\n";
    }
    return {};
  }

  std::string heading(const Block& block) {
    constexpr int level_max = 6;
    const auto level = std::clamp(block.level + heading_shift_, 1, level_max);
    std::string line(static_cast<std::size_t>(level), '#');
    line.append(" ").append(write_inlines(block.inlines, Setting::heading, footnotes_));
    return line + "\n";
  }

  static std::string code(const Block& block) {
    std::string fence = "```";
    while (block.text.find(fence) != std::string::npos)
      fence += '`';
    std::string text = fence + block.language + "\n" + block.text;
    if (!text.ends_with('\n')) text += "\n";
    return text.append(fence).append("\n");
  }

  std::string quote(const Block& block) {
    auto inner = write(block.blocks, "\n");
    const auto mark = box_mark_length(inner);
    if (mark > 0) inner = inner.substr(0, mark) + "\n" + std::string(after_mark(inner, mark));
    std::string text;
    for (const auto line : split(trim_end(inner), '\n'))
      text.append(line.empty() ? ">" : "> ").append(line).append("\n");
    return text;
  }

  static std::string_view trim_end(std::string_view text) {
    return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
  }

  std::string list(const Block& block) {
    const bool has_other_marks = std::exchange(uses_other_marks_, false);
    std::string text;
    int number = block.level;
    for (const auto& item : block.items) {
      if (block.is_loose && !text.empty()) text += "\n";
      auto mark = std::string(has_other_marks ? "* " : "- ");
      if (block.kind == BlockKind::ordered_list) {
        mark = std::to_string(number).append(has_other_marks ? ") " : ". ");
      }
      ++number;
      text += indented(with_box(write(item, block.is_loose ? "\n" : "")), mark,
                       std::string(mark.size(), ' '));
    }
    uses_other_marks_ = has_other_marks;
    return text;
  }

  static std::string with_box(std::string text) {
    const auto typed = to_lower(text.substr(0, 4));
    if (typed == "[ ] " || typed == "[x] ") return "\\" + text;
    for (const auto& box : boxes) {
      if (text.starts_with(box.sign)) text.replace(0, box.sign.size(), box.mark);
    }
    return text;
  }

  std::string table(const Block& block) {
    std::string text = row(block.rows.front());
    text += "|";
    for (std::size_t i = 0; i < block.rows.front().size(); ++i)
      text += "---|";
    text += "\n";
    for (auto line = block.rows.begin() + 1; line != block.rows.end(); ++line)
      text += row(*line);
    return text;
  }

  std::string row(const Row& cells) {
    std::string line = "|";
    for (const auto& cell : cells) {
      const auto words = write_inlines(cell, Setting::table, footnotes_);
      line.append(" ").append(words).append(words.empty() ? "|" : " |");
    }
    return line + "\n";
  }

  int heading_shift_;
  Footnotes footnotes_;
  bool uses_other_marks_ = false;  ///< of the list that is written
  bool is_long_ = false;           ///< the footnote that was written last has several blocks
};

}  // namespace

std::string write_markdown(const Blocks& blocks, int heading_shift) {
  return Writer(heading_shift).write_all(blocks);
}

}  // namespace handbok::word
