#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// True if one of the values is `value`.
template <typename Values, typename Value>
bool includes(const Values& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

/// True if the two lists have a value in common.
template <typename Values>
bool shares_any(const Values& some, const Values& others) {
  return std::ranges::find_first_of(some, others) != some.end();
}

/// The parts of `text` between the separators; always at least one part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// `parts` with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `text` without blanks, tabs and line ends at both ends.
std::string_view trim(std::string_view text);

/// `text` with each `from` replaced by `to`; `from` must not be empty. What is put in is not looked
/// at again.
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// `text` with & < > " ' written as entities: safe as HTML or SVG text and in quoted attributes.
/// Characters that are not seen (base/utf8.hpp) become U+FFFD: no source gets them into a page.
std::string escape_html(std::string_view text);

/// `pattern` with its first "{}" replaced by the first of `values`, and so on. A slot without a
/// value stays as it is; values without a slot are left out.
std::string fill_slots(std::string_view pattern, const std::vector<std::string>& values);

}  // namespace handbok
