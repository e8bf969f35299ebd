#include "base/value_table.hpp"

#include "base/csv.hpp"
#include "base/strings.hpp"

namespace handbok {
namespace {

/// Writes one value; a list by its members, or as JSON if they are objects.
struct CellWriter {
  std::string operator()(std::monostate /*nothing*/) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return to_text(Json(value)); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Json::Array& items) const {
    const bool has_objects =
        !items.empty() && std::holds_alternative<Json::Object>(items.front().content());
    if (has_objects) return to_text(Json(items));
    std::vector<std::string> parts;
    parts.reserve(items.size());
    for (const auto& item : items)
      parts.push_back(cell_text(item));
    return join(parts, ", ");
  }
  std::string operator()(const Json::Object& members) const { return to_text(Json(members)); }
};

std::vector<std::string> cells_of(const std::vector<Json>& row) {
  std::vector<std::string> cells;
  cells.reserve(row.size());
  for (const auto& value : row)
    cells.push_back(cell_text(value));
  return cells;
}

}  // namespace

std::string cell_text(const Json& value) {
  return std::visit(CellWriter{}, value.content());
}

std::string write_json_lines(const ValueTable& table) {
  std::string text;
  for (const auto& row : table.rows) {
    Json::Object object;
    for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i)
      object.push_back({table.columns[i], row[i]});
    text += to_text(Json(std::move(object)));
    text += '\n';
  }
  return text;
}

std::string write_csv(const ValueTable& table, std::vector<std::string> headings) {
  std::vector<CsvRow> rows{std::move(headings)};
  rows.reserve(table.rows.size() + 1);
  for (const auto& row : table.rows)
    rows.push_back(cells_of(row));
  return write_csv(rows);
}

std::string write_text_lines(const ValueTable& table) {
  std::string text;
  for (const auto& row : table.rows) {
    auto cells = cells_of(row);
    std::erase(cells, "");
    text += join(cells, "  ");
    text += '\n';
  }
  return text;
}

}  // namespace handbok
