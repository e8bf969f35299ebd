// The only user of toml++. Debian's 3.3 has undefined behaviour on letters above ASCII outside
// strings (upstream #190, #295) and recurses on long dotted keys (fixed by upstream #242), so the
// text is screened first.
#include <algorithm>

#include <toml++/toml.h>

#include "load/toml_screen.hpp"
#include "load/toml_value.hpp"

namespace handbok {
namespace {

/// toml++ nodes to our own values.
class Converter {
public:
  Converter(const TomlScreen& screen, int first_line) : screen_(screen), first_line_(first_line) {}

  TextPosition place(const toml::source_position& position) const {
    const auto line = static_cast<int>(position.line);
    if (line == 0) return {first_line_, 1};
    return {first_line_ + line - 1, static_cast<int>(position.column)};
  }

  TomlTable table(const toml::table& source) const {
    TomlTable result;
    result.position = place(source.source().begin);
    for (const auto& [key, node] : source) {
      result.entries.push_back({std::string(key.str()), place(key.source().begin), value(node)});
    }
    std::ranges::stable_sort(result.entries, {}, [](const TomlTable::Entry& entry) {
      return std::pair(entry.key_position.line, entry.key_position.column);
    });
    return result;
  }

private:
  TomlValue value(const toml::node& node) const {
    TomlValue result{TomlValue::Other{}, place(node.source().begin)};
    if (const auto* const text = node.as_string()) {
      result.content = text->get();
      const std::pair start(result.position.line, result.position.column);
      result.is_meant_literally = screen_.meant_literally.contains(start);
      result.has_code_points = screen_.with_code_points.contains(start);
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

  const TomlScreen& screen_;
  int first_line_;
};

TomlFault fault_of(std::string_view description) {
  const bool repeats = description.find("redefine") != std::string_view::npos ||
                       description.find("duplicate") != std::string_view::npos;
  return repeats ? TomlFault::duplicate_key : TomlFault::syntax;
}

}  // namespace

TomlResult parse_toml(std::string_view text, int first_line) {
  const auto screen = screen_toml(text, first_line);
  if (screen.error) return {std::nullopt, *screen.error};
  const Converter converter(screen, first_line);
  try {
    return {converter.table(toml::parse(text)), {}};
  } catch (const toml::parse_error& error) {
    return {std::nullopt, {fault_of(error.description()), converter.place(error.source().begin)}};
  }
}

}  // namespace handbok
