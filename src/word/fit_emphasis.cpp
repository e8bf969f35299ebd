#include "word/fit_emphasis.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok::word {
namespace {

bool is_word(char32_t value) {
  if (value < 0x80) return is_letter_or_digit(static_cast<char>(value));
  return value >= 0xC0 && value != 0xD7 && (value < 0x2000 || value >= 0x2C00);
}

bool is_number(char32_t value) {
  return value >= U'0' && value <= U'9';
}

bool is_sign(char32_t value) {
  return value > ' ' && value != 0xA0 && !is_word(value);
}

std::size_t last_offset(const std::string& text) {
  auto at = text.empty() ? 0 : text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

/// The sign at one end of an inline. What is no text begins and ends with a mark of Markdown.
char32_t end_of(const Inline& one, bool at_start) {
  if (one.kind == InlineKind::line_break) return U' ';
  if (one.kind != InlineKind::text || one.text.empty()) return U'*';
  return code_point_at(one.text, at_start ? 0 : last_offset(one.text)).value;
}

/// Takes the signs at one end of the words away and gives them.
std::string take_signs(Inlines& words, bool at_start) {
  std::string signs;
  while (!words.empty()) {
    auto& end = at_start ? words.front() : words.back();
    if (end.kind != InlineKind::text || !is_sign(end_of(end, at_start))) break;
    const auto at = at_start ? 0 : last_offset(end.text);
    const auto size = at_start ? code_point_at(end.text, 0).size : end.text.size() - at;
    const auto sign = end.text.substr(at, size);
    signs = at_start ? signs + sign : sign + signs;
    end.text.erase(at, size);
    if (end.text.empty()) words.erase(at_start ? words.begin() : std::prev(words.end()));
  }
  return signs;
}

/// Appends the emphasis as it can be written between `before` and `after`.
void fit(Inline one, char32_t before, char32_t after, Inlines& fitted) {
  const bool is_after_word = is_word(before);
  const bool is_before_word = is_word(after);
  auto head = is_after_word ? take_signs(one.inlines, true) : std::string();
  auto tail = is_before_word ? take_signs(one.inlines, false) : std::string();
  const bool head_is_empty = head.empty();
  if (!head_is_empty) fitted.push_back(text_inline(std::move(head)));
  if (!one.inlines.empty()) {
    const bool meets_word_at_start = is_after_word && head_is_empty;
    const bool meets_word_at_end = is_before_word && tail.empty();
    const bool opens = !meets_word_at_start || is_word(end_of(one.inlines.front(), true));
    const bool closes = !meets_word_at_end || is_word(end_of(one.inlines.back(), false));
    const bool cuts_word = meets_word_at_start || meets_word_at_end;
    // Between two digits a mark reads as a sign of the number.
    const bool cuts_number = (is_number(before) && is_number(end_of(one.inlines.front(), true))) ||
                             (is_number(after) && is_number(end_of(one.inlines.back(), false)));
    if (!opens || !closes || cuts_number || (cuts_word && one.kind == InlineKind::emphasis)) {
      std::ranges::move(one.inlines, std::back_inserter(fitted));
    } else {
      fitted.push_back(std::move(one));
    }
  }
  if (!tail.empty()) fitted.push_back(text_inline(std::move(tail)));
}

}  // namespace

Inlines fit_emphasis(const Inlines& inlines) {
  Inlines fitted;
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    const auto& one = inlines[i];
    if (one.kind != InlineKind::emphasis && one.kind != InlineKind::strong) {
      fitted.push_back(one);
      continue;
    }
    const auto before = i == 0 ? U' ' : end_of(inlines[i - 1], false);
    const auto after = i + 1 == inlines.size() ? U' ' : end_of(inlines[i + 1], true);
    fit(one, before, after, fitted);
  }
  return fitted;
}

}  // namespace handbok::word
