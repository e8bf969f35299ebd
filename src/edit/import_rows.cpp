// handbok import TABLE.csv --into REGISTER: the rows of a table become rows of a register that the
// handbook declares itself.

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "model/own_declaration.hpp"

namespace handbok {
namespace {

std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  for (const auto part : split(cell, ',')) {
    if (!trim(part).empty()) parts.emplace_back(trim(part));
  }
  return parts;
}

std::string_view yes_or_no(const std::string& cell) {
  const auto word = to_lower(cell);
  if (word == "ja" || word == "yes" || word == "true") return "true";
  return word == "nej" || word == "no" || word == "false" ? "false" : "";
}

bool is_number(const std::string& cell) {
  return std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

/// The cell as a field of that type is written; no value if it cannot be that.
std::optional<std::string> value_of(const OwnField& field, const std::string& cell) {
  switch (field.type) {
    case OwnFieldType::number:
      return is_number(cell) ? std::optional(cell) : std::nullopt;
    case OwnFieldType::yes_no:
      if (yes_or_no(cell).empty()) return std::nullopt;
      return std::string(yes_or_no(cell));
    case OwnFieldType::date:
    case OwnFieldType::day:
      return Date::parse(cell) ? std::optional(cell) : std::nullopt;
    case OwnFieldType::text:
    case OwnFieldType::choice:
    case OwnFieldType::role:
    case OwnFieldType::unit:
    case OwnFieldType::document:
    case OwnFieldType::clause:
    case OwnFieldType::row:
      break;
  }
  return field.is_many ? toml_list(parts_of(cell)) : toml_string(cell);
}

std::string form_of(OwnFieldType type) {
  if (type == OwnFieldType::number) return "12";
  return type == OwnFieldType::yes_no ? "true / false" : "2026-01-31";
}

class RowImport {
public:
  RowImport(const Desk& desk, const OwnRegister& own, Outcome& outcome)
      : desk_(desk),
        said_(own.declared->said),
        outcome_(outcome) {
    for (const auto& row : own.rows)
      keep_id(row.id);
  }

  void read(const RowTable& table) {
    if (table.rows.empty() || !find_columns(table.rows.front())) {
      refuse(outcome_, Code::edit_input_missing, table.name, {said_.fields.front().name},
             {said_.fields.front().name});
      return;
    }
    std::string blocks;
    for (std::size_t i = 1; i < table.rows.size(); ++i)
      add_row(table.rows[i], blocks);
    if (blocks.empty()) return;
    const auto path = "registers/" + said_.id + ".toml";
    auto text = bytes_of(desk_, path);
    if (!text.empty() && !text.ends_with("\n\n")) text += text.ends_with('\n') ? "\n" : "\n\n";
    outcome_.files.push_back({path, text.append(blocks)});
  }

private:
  /// Columns are called as the keys or the names of the fields. False if none is.
  bool find_columns(const std::vector<std::string>& head) {
    bool is_found = false;
    for (const auto& title : head) {
      const auto wanted = to_lower(title);
      const auto field = std::ranges::find_if(said_.fields, [&](const OwnField& known) {
        return known.key == wanted || to_lower(known.name) == wanted;
      });
      const bool is_field = field != said_.fields.end();
      columns_.push_back(is_field ? &*field : nullptr);
      is_found = is_found || is_field;
      if (wanted == "id") id_column_ = columns_.size() - 1;
    }
    return is_found;
  }

  void add_row(const std::vector<std::string>& cells, std::string& blocks) {
    auto id = id_column_ < cells.size() ? cells[id_column_] : std::string();
    if (!id.empty() && ids_.contains(id)) return;
    if (id.empty()) id = next_id();
    keep_id(id);
    if (!blocks.empty()) blocks += "\n";
    blocks += "[[" + said_.row + "]]\n" + toml_line("id", toml_string(id));
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      if (columns_[i] == nullptr || cells[i].empty()) continue;
      const auto& field = *columns_[i];
      if (const auto value = value_of(field, cells[i])) {
        blocks += toml_line(field.key, *value);
      } else {
        refuse(outcome_, Code::toml_wrong_type, id, {field.name}, {form_of(field.type)});
      }
    }
  }

  std::string prefix() const { return (said_.prefix.empty() ? said_.row : said_.prefix) + "-"; }

  void keep_id(const std::string& id) {
    ids_.insert(id);
    if (!id.starts_with(prefix())) return;
    int number = 0;
    std::from_chars(id.data() + prefix().size(), id.data() + id.size(), number);
    last_number_ = std::max(last_number_, number);
  }

  /// The one after the highest: an id is never used again.
  std::string next_id() const {
    const auto number = std::to_string(last_number_ + 1);
    return prefix() + (number.size() == 1 ? "0" : "") + number;
  }

  const Desk& desk_;
  const OwnRegisterSettings& said_;
  Outcome& outcome_;
  std::vector<const OwnField*> columns_;
  std::size_t id_column_ = static_cast<std::size_t>(-1);
  std::set<std::string, std::less<>> ids_;
  int last_number_ = 0;
};

}  // namespace

Outcome import_rows(const Desk& desk, const RowTable& request) {
  Outcome outcome;
  if (const auto* const own = find_own_register(desk.handbook(), request.into)) {
    outcome.revision.document = request.into;  // what `handbok undo` calls it
    RowImport(desk, *own, outcome).read(request);
    return outcome;
  }
  std::vector<std::string> known;
  for (const auto& own : desk.handbook().own_registers)
    known.push_back(own.declared->said.id);
  refuse(outcome, Code::edit_register_unknown, request.name, {request.into},
         {known.empty() ? std::string("–") : join(known, ", ")});
  return outcome;
}

}  // namespace handbok
