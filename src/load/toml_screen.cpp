#include "load/toml_screen.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/limits.hpp"

namespace handbok {
namespace {

/// Reads text as TOML's tokens, as far as strings, comments and brackets go. Where the text is no
/// TOML, the parser stops at the first fault; what is made of the rest here does not matter.
class Screen {
public:
  Screen(std::string_view text, int first_line) : text_(text), line_(first_line) {}

  TomlScreen run() {
    while (at_ < text_.size() && !result_.error)
      read_token();
    return std::move(result_);
  }

private:
  bool is_at(std::string_view token) const { return text_.substr(at_).starts_with(token); }

  void step() {
    if (at_ == text_.size()) return;  // an escape may be cut off there
    const auto byte = static_cast<unsigned char>(text_[at_++]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0U) != 0x80) {
      ++column_;
    }
  }

  void step(std::size_t count) {
    for (; count > 0 && at_ < text_.size(); --count)
      step();
  }

  void read_token() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return read_string(c);
    if (c == '#') return skip_comment();
    if (static_cast<unsigned char>(c) >= 0x80) {
      result_.error = {TomlFault::syntax, {line_, column_}};
      return;
    }
    if (c == '.') {
      count_dot();
    } else if (c == '[' || c == '{') {
      fail_if_deep(++brackets_);
      dots_ = 0;
    } else if (c == ']' || c == '}') {
      brackets_ = std::max(brackets_ - 1, 0);
      dots_ = 0;
    } else if (c == '=' || c == ',' || c == '\n') {
      dots_ = 0;
    }
    step();
  }

  /// Dots one after the other are no key but an ellipsis in a text without quotation marks.
  void count_dot() {
    const bool is_ellipsis = at_ > 0 && text_[at_ - 1] == '.';
    if (!is_ellipsis) fail_if_deep(++dots_ + 1);
  }

  void fail_if_deep(int depth) {
    if (depth > static_cast<int>(limits::key_parts))
      result_.error = {TomlFault::key_too_deep, {line_, column_}};
  }

  void skip_comment() {
    while (at_ < text_.size() && text_[at_] != '\n')
      step();
  }

  void read_string(char quote) {
    const std::string three(3, quote);
    const bool has_lines = is_at(three);
    const auto end = has_lines ? std::string_view(three) : std::string_view(three).substr(0, 1);
    const std::pair begin(line_, column_);
    const auto begin_offset = at_;
    step(end.size());
    bool has_blank = false;
    bool has_line_feed = false;
    while (at_ < text_.size() && !is_at(end)) {
      if (text_[at_] == '\n' && !has_lines) return;
      if (text_[at_] == '\\' && quote == '"') {
        const char escaped = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        if (ends_line()) {
          result_.error = {TomlFault::line_continuation, {line_, 1}};
          return;
        }
        has_blank = has_blank || std::string_view("btfre").find(escaped) != std::string_view::npos;
        has_line_feed = has_line_feed || escaped == 'n';
        if (ascii_lower(escaped) == 'u') result_.with_code_points.insert(begin);
        step();
      }
      step();
    }
    const auto content = text_.substr(begin_offset, at_ - begin_offset);
    const bool is_path = content.find(":\\") != std::string_view::npos ||
                         content.substr(end.size()).starts_with("\\\\");
    if (has_blank || (has_line_feed && is_path)) result_.meant_literally.insert(begin);
    step(end.size());
    if (has_lines) step_over(quote);
  }

  /// A backslash that ends its line eats the blanks after it, which nobody who reads expects.
  bool ends_line() const {
    const auto next = text_.find_first_not_of(" \t\r", at_ + 1);
    return next != std::string_view::npos && text_[next] == '\n';
  }

  /// Up to two quotation marks right before the last three belong to the text.
  void step_over(char quote) {
    for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] == quote; ++i)
      step();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  int dots_ = 0;
  int brackets_ = 0;
  TomlScreen result_;
};

}  // namespace

TomlScreen screen_toml(std::string_view text, int first_line) {
  return Screen(text, first_line).run();
}

}  // namespace handbok
