// The only user of toml++. Debian's 3.3 has undefined behaviour on letters above ASCII outside
// strings (upstream #190, #295) and recurses on long dotted keys (fixed by upstream #242), so the
// text is screened first and every character above ASCII is handed over as an escape.
#include <algorithm>

#include <toml++/toml.h>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "load/toml_screen.hpp"
#include "load/toml_value.hpp"

namespace handbok {
namespace {

constexpr std::size_t escape_length = 10;  // \U0001F600

/// `text` with each character above ASCII written as \UXXXXXXXX.
std::string escape_non_ascii(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 4);
  for (std::size_t offset = 0; offset < text.size();) {
    const auto point = code_point_at(text, offset);
    if (point.value < 0x80) {
      escaped += text[offset++];
      continue;
    }
    escaped += "\\U";
    for (int shift = 28; shift >= 0; shift -= 4) {
      escaped += hex[(point.value >> static_cast<unsigned>(shift)) & 15U];
    }
    offset += std::max<std::size_t>(point.size, 1);
  }
  return escaped;
}

/// Turns positions in the escaped text back into positions in the file.
class PositionMap {
public:
  PositionMap(std::string_view text, int first_line) : first_line_(first_line) {
    std::size_t start = 0;
    while (start <= text.size()) {
      lines_.push_back(text.substr(start, text.find('\n', start) - start));
      const auto end = text.find('\n', start);
      if (end == std::string_view::npos) break;
      start = end + 1;
    }
  }

  TextPosition map(const toml::source_position& position) const {
    const auto line = static_cast<std::size_t>(position.line);
    if (line == 0) return {first_line_, 1};
    const int file_line = first_line_ + static_cast<int>(line) - 1;
    if (line > lines_.size()) return {file_line, 1};
    return {file_line, column_of(line - 1, static_cast<std::size_t>(position.column))};
  }

private:
  /// The column, in characters, that stands at `escaped_column` of the escaped line.
  int column_of(std::size_t line, std::size_t escaped_column) const {
    const auto& starts = escaped_starts(line);
    return 1 + static_cast<int>(std::ranges::lower_bound(starts, escaped_column) - starts.begin());
  }

  /// The column of the escaped line at which each character of the line begins. Kept, since a line
  /// may hold a hundred thousand values; only the last one, since values are asked for in order.
  const std::vector<std::size_t>& escaped_starts(std::size_t line) const {
    if (last_line_ == line) return last_starts_;
    last_line_ = line;
    last_starts_.clear();
    std::size_t escaped = 1;
    for (std::size_t offset = 0; offset < lines_[line].size();) {
      last_starts_.push_back(escaped);
      const auto point = code_point_at(lines_[line], offset);
      escaped += point.value < 0x80 ? 1 : escape_length;
      offset += std::max<std::size_t>(point.size, 1);
    }
    return last_starts_;
  }

  int first_line_;
  std::vector<std::string_view> lines_;
  mutable std::optional<std::size_t> last_line_;
  mutable std::vector<std::size_t> last_starts_;
};

int line_at(std::string_view text, std::size_t offset, int first_line) {
  return first_line + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

/// A line-ending backslash in a string eats blanks that a reader would not expect it to.
std::optional<TomlError> find_line_continuation(std::string_view text, int first_line) {
  const auto offset = text.find("\\\n");
  if (offset == std::string_view::npos) return std::nullopt;
  return TomlError{TomlFault::line_continuation, {line_at(text, offset, first_line), 1}};
}

/// toml++ nodes to our own values.
class Converter {
public:
  Converter(const PositionMap& positions, const TomlScreen& screen)
      : positions_(positions),
        screen_(screen) {}

  TomlTable table(const toml::table& source) const {
    TomlTable result;
    result.position = positions_.map(source.source().begin);
    for (const auto& [key, node] : source) {
      result.entries.push_back(
          {std::string(key.str()), positions_.map(key.source().begin), value(node)});
    }
    std::ranges::stable_sort(result.entries, {}, [](const TomlTable::Entry& entry) {
      return std::pair(entry.key_position.line, entry.key_position.column);
    });
    return result;
  }

private:
  TomlValue value(const toml::node& node) const {
    TomlValue result{TomlValue::Other{}, positions_.map(node.source().begin)};
    if (const auto* const text = node.as_string()) {
      result.content = text->get();
      const std::pair place(result.position.line, result.position.column);
      result.is_meant_literally = screen_.meant_literally.contains(place);
      result.has_code_points = screen_.with_code_points.contains(place);
    } else if (const auto* const number = node.as_integer()) {
      result.content = number->get();
    } else if (const auto* const flag = node.as_boolean()) {
      result.content = flag->get();
    } else if (const auto* const date = node.as_date()) {
      const auto& day = date->get();
      if (const auto read = Date::from_ymd(day.year, day.month, day.day)) result.content = *read;
    } else if (const auto* const table_node = node.as_table()) {
      result.content = std::vector<TomlTable>{table(*table_node)};
    } else if (const auto* const array_node = node.as_array()) {
      result.content = array(*array_node);
    }
    return result;
  }

  decltype(TomlValue::content) array(const toml::array& source) const {
    if (!source.empty() && source.is_homogeneous(toml::node_type::table)) {
      std::vector<TomlTable> tables;
      for (const auto& node : source)
        tables.push_back(table(*node.as_table()));
      return tables;
    }
    TomlValue::Array values;
    for (const auto& node : source)
      values.push_back(value(node));
    return values;
  }

  const PositionMap& positions_;
  const TomlScreen& screen_;
};

/// In a '…' string an escape stays as it is, and the reader would see it.
bool shows_escape(std::string_view text) {
  for (auto at = text.find("\\U"); at != std::string_view::npos; at = text.find("\\U", at + 1)) {
    const auto digits = text.substr(at + 2, escape_length - 2);
    if (digits.size() == escape_length - 2 &&
        std::ranges::all_of(digits, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); })) {
      return true;
    }
  }
  return false;
}

std::optional<TextPosition> find_shown_escape(const TomlTable& table);

std::optional<TextPosition> find_shown_escape(const TomlValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value.content)) {
    if (shows_escape(*text)) return value.position;
  } else if (const auto* const values = std::get_if<TomlValue::Array>(&value.content)) {
    for (const auto& element : *values) {
      if (auto found = find_shown_escape(element)) return found;
    }
  } else if (const auto* const tables = std::get_if<std::vector<TomlTable>>(&value.content)) {
    for (const auto& element : *tables) {
      if (auto found = find_shown_escape(element)) return found;
    }
  }
  return std::nullopt;
}

std::optional<TextPosition> find_shown_escape(const TomlTable& table) {
  for (const auto& entry : table.entries) {
    if (shows_escape(entry.key)) return entry.key_position;
    if (auto found = find_shown_escape(entry.value)) return found;
  }
  return std::nullopt;
}

TomlFault fault_of(std::string_view description) {
  const bool repeats = description.find("redefine") != std::string_view::npos ||
                       description.find("duplicate") != std::string_view::npos;
  return repeats ? TomlFault::duplicate_key : TomlFault::syntax;
}

}  // namespace

TomlResult parse_toml(std::string_view text, int first_line) {
  const auto screen = screen_toml(text, first_line);
  if (screen.error) return {std::nullopt, *screen.error};
  if (const auto error = find_line_continuation(text, first_line)) return {std::nullopt, *error};
  const PositionMap positions(text, first_line);
  try {
    const auto parsed = toml::parse(escape_non_ascii(text));
    auto table = Converter(positions, screen).table(parsed);
    if (const auto position = find_shown_escape(table)) {
      return {std::nullopt, {TomlFault::literal_string, *position}};
    }
    return {std::move(table), {}};
  } catch (const toml::parse_error& error) {
    return {std::nullopt, {fault_of(error.description()), positions.map(error.source().begin)}};
  }
}

}  // namespace handbok
