#include "edit/toml_items.hpp"

#include <algorithm>
#include <string>

#include "base/strings.hpp"

namespace handbok {
namespace {

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end;
}

/// The offset after the string that begins at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string triple(3, quote);
  const bool is_long = text.substr(at, 3) == triple;
  at += is_long ? 3 : 1;
  while (at < text.size()) {
    if (text[at] == '\\' && quote == '"') {
      at += 2;
    } else if (is_long ? text.substr(at, 3) == triple : text[at] == quote) {
      return at + (is_long ? 3 : 1);
    } else {
      ++at;
    }
  }
  return text.size();
}

int change_of_depth(char c) {
  if (c == '[' || c == '{') return 1;
  return c == ']' || c == '}' ? -1 : 0;
}

/// The offset after the string, the comment, or else the one character at `at`.
std::size_t end_of_token(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'') return end_of_string(text, at);
  return c == '#' ? end_of_line(text, at) : at + 1;
}

/// The offset after the value that begins at `at`: a string, a list, an inline table, or what
/// stands on the line before a comment.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  const auto start = at;
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (depth == 0 && (c == '\n' || c == '#')) break;
    depth += change_of_depth(c);
    at = end_of_token(text, at);
  }
  at = std::min(at, text.size());
  return start + trim(text.substr(start, at - start)).size();
}

/// The item that begins at `begin`, the start of a line.
TomlItem item_at(std::string_view text, std::size_t begin) {
  TomlItem item;
  item.begin = begin;
  const auto line_end = end_of_line(text, begin);
  const auto line = trim(text.substr(begin, line_end - begin));
  item.end = std::min(line_end + 1, text.size());
  if (line.empty() || line.front() == '#') return item;
  if (line.front() == '[') {
    const bool is_list = line.starts_with("[[");
    item.kind = is_list ? TomlItemKind::table_of_list : TomlItemKind::table;
    const auto inside = line.substr(is_list ? 2 : 1);
    item.name = trim(inside.substr(0, inside.find(']')));
    return item;
  }
  const auto equals = text.find('=', begin);
  if (equals == std::string_view::npos || equals > line_end) return item;
  item.kind = TomlItemKind::entry;
  item.name = trim(text.substr(begin, equals - begin));
  item.value_begin = std::min(text.find_first_not_of(" \t", equals + 1), text.size());
  item.value_end = end_of_value(text, item.value_begin);
  item.end = std::min(end_of_line(text, item.value_end) + 1, text.size());
  return item;
}

}  // namespace

std::vector<TomlItem> toml_items(std::string_view text) {
  std::vector<TomlItem> items;
  for (std::size_t at = 0; at < text.size(); at = items.back().end)
    items.push_back(item_at(text, at));
  return items;
}

}  // namespace handbok
