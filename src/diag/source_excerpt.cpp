#include "diag/source_excerpt.hpp"

#include <algorithm>

#include "diag/printable.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

constexpr std::size_t characters_shown_max = 100;
constexpr std::size_t characters_before_mark = 60;

std::string_view line_of(std::string_view source, int line) {
  for (int number = 1; number < line; ++number) {
    const auto end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  return source.substr(0, source.find('\n'));
}

/// False if there may be a personal identity number in the line, or one that it begins or ends.
bool may_be_shown(std::string_view source, int line) {
  std::string near;
  for (const int number : {line - 1, line, line + 1})
    near.append(number > 0 ? line_of(source, number) : std::string_view{}).append("\n");
  return find_identity_number(near) == IdentityNumber::none;
}

/// Which characters of a line are shown.
struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
};

Window window_around(std::size_t marked, std::size_t length) {
  if (length <= characters_shown_max) return {0, length};
  const auto latest_first = length - characters_shown_max;
  const auto first = std::min(marked - std::min(marked, characters_before_mark), latest_first);
  return {first, first + characters_shown_max};
}

}  // namespace

SourceExcerpt excerpt_of(std::string_view source, int line, int column) {
  if (!may_be_shown(source, line)) return {};
  const auto characters = shown_characters(line > 0 ? line_of(source, line) : std::string_view{});
  // A column just after the last character points at what is missing there.
  const auto marked =
      std::min(static_cast<std::size_t>(std::max(column - 1, 0)), characters.size());
  const auto window = window_around(marked, characters.size());
  SourceExcerpt excerpt;
  int width = 0;
  if (window.first > 0) {
    excerpt.line = "…";
    width = 1;
  }
  for (auto i = window.first; i < window.end; ++i) {
    if (i == marked && column > 0) excerpt.mark = width;
    excerpt.line += characters[i].text;
    width += characters[i].width;
  }
  if (marked == characters.size() && column > 0 && width > 0) excerpt.mark = width;
  if (window.end < characters.size()) excerpt.line += "…";
  return excerpt;
}

}  // namespace handbok
