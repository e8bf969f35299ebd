#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"

namespace handbok {

/// Rows of values under named columns: what a question answers with. Each row has a value for each
/// column: a text, a number, true or false, a list of texts, or null.
struct ValueTable {
  std::vector<std::string> columns;  ///< public names: "valid_from"
  std::vector<std::vector<Json>> rows;
  /// What readers call the columns, if whoever made the table knows; then its values are words too.
  std::vector<std::string> headings{};
};

/// The day as JSON text, or null.
inline Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(date->to_string()) : Json();
}

/// The text, or null if it is empty.
inline Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

/// The value as words: a list with commas, null as nothing.
std::string cell_text(const Json& value);

/// One JSON object a line, with the columns as keys.
std::string write_json_lines(const ValueTable& table);

/// The table for a Swedish spreadsheet (base/csv), below `headings`, one for each column.
std::string write_csv(const ValueTable& table, std::vector<std::string> headings);

/// One line a row: the values that are not empty, two blanks between them.
std::string write_text_lines(const ValueTable& table);

}  // namespace handbok
