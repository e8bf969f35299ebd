// handbok import TABLE.csv --into REGISTER: the rows of a table become rows of a register that the
// handbook declares itself.

#include <algorithm>
#include <optional>
#include <set>

#include "base/ascii.hpp"
#include "base/numbers.hpp"
#include "base/site_path.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "model/own_declaration.hpp"
#include "text/nearest.hpp"

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

/// The choices as the register writes them, whatever the case in the table; no value if one is
/// none.
std::optional<std::vector<std::string>> choices_in(const OwnField& field,
                                                   const std::vector<std::string>& words) {
  std::vector<std::string> choices;
  for (const auto& word : words) {
    const auto known = std::ranges::find_if(field.choices, [&](const std::string& choice) {
      return to_lower(choice) == to_lower(word);
    });
    if (known == field.choices.end()) return std::nullopt;
    choices.push_back(*known);
  }
  return choices;
}

/// The cell as a field of that type is written; no value if it cannot be that.
std::optional<std::string> value_of(const OwnField& field, const Key& key,
                                    const std::string& cell) {
  switch (field.type) {
    case OwnFieldType::number:
      if (const auto number = whole_number(cell, key.min, key.max)) return std::to_string(*number);
      return std::nullopt;
    case OwnFieldType::yes_no:
      if (yes_or_no(cell).empty()) return std::nullopt;
      return std::string(yes_or_no(cell));
    case OwnFieldType::date:
    case OwnFieldType::day: return Date::parse(cell) ? std::optional(cell) : std::nullopt;
    case OwnFieldType::choice: {
      const auto choices =
          choices_in(field, field.is_many ? parts_of(cell) : std::vector<std::string>{cell});
      if (!choices) return std::nullopt;
      return field.is_many ? toml_list(*choices) : toml_string(choices->front());
    }
    case OwnFieldType::text:
    case OwnFieldType::role:
    case OwnFieldType::unit:
    case OwnFieldType::document:
    case OwnFieldType::clause:
    case OwnFieldType::row: break;
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
        declared_(*own.declared),
        said_(declared_.said),
        outcome_(outcome) {
    for (const auto& row : own.rows) {
      known_.insert(row.id);
      keep_id(row.id);
    }
  }

  void read(const RowTable& table) {
    table_ = table.name;
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
      if (is_field && std::ranges::find(columns_, &*field) != columns_.end())
        refuse(outcome_, Code::toml_duplicate_key, title, {});
      columns_.push_back(is_field ? &*field : nullptr);
      is_found = is_found || is_field;
      if (wanted == "id") {
        id_column_ = columns_.size() - 1;
      } else if (!is_field && !title.empty()) {
        refuse(outcome_, Code::toml_unknown_key, title, {title},
               {near_slot(nearest(title, names()))});
      }
    }
    return is_found;
  }

  void add_row(const std::vector<std::string>& cells, std::string& blocks) {
    auto id = id_column_ < cells.size() ? cells[id_column_] : std::string();
    if (!id.empty() && known_.contains(id)) return;
    if (!id.empty() && !is_id(id)) refuse(outcome_, Code::toml_id_malformed, id, {id});
    if (ids_.contains(id)) refuse(outcome_, Code::doc_id_duplicate, id, {id, table_});
    for (auto i = columns_.size(); i < cells.size(); ++i)
      if (!cells[i].empty()) refuse(outcome_, Code::toml_unknown_key, id, {cells[i]}, {""});
    const auto label = id.empty() ? first_of(cells) : id;
    if (id.empty()) id = next_id();
    keep_id(id);
    if (!blocks.empty()) blocks += "\n";
    blocks += "[[" + said_.row + "]]\n" + toml_line("id", toml_string(id));
    for (const auto& field : said_.fields) {
      const auto column =
          static_cast<std::size_t>(std::ranges::find(columns_, &field) - columns_.begin());
      const bool is_given =
          column < std::min(cells.size(), columns_.size()) && !cells[column].empty();
      if (field.is_required && !is_given)
        refuse(outcome_, Code::toml_missing_key, id, {field.name + " – " + label});
    }
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      if (columns_[i] == nullptr || cells[i].empty()) continue;
      const auto& field = *columns_[i];
      if (const auto value = value_of(field, declared_.key_of(field), cells[i])) {
        blocks += toml_line(field.key, *value);
      } else if (field.type == OwnFieldType::choice) {
        refuse(outcome_, Code::toml_invalid_value, id, {field.name + " – " + label, cells[i]},
               {join(field.choices, ", ")});
      } else {
        refuse(outcome_, Code::toml_wrong_type, id, {field.name + " – " + label},
               {form_of(field.type)});
      }
    }
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names{"Id"};
    for (const auto& field : said_.fields)
      names.push_back(field.name);
    return names;
  }

  /// What a message calls a row without an id.
  static std::string first_of(const std::vector<std::string>& cells) {
    const auto first =
        std::ranges::find_if(cells, [](const std::string& cell) { return !cell.empty(); });
    return first == cells.end() ? std::string() : *first;
  }

  /// Of a kind that texts can refer to, [[APP-01]]: two to four capitals.
  std::string prefix() const {
    if (!said_.prefix.empty()) return said_.prefix + "-";
    std::string letters;
    for (const char c : said_.row)
      if (is_letter(c) && letters.size() < 3) letters += ascii_upper(c);
    return (letters.size() < 2 ? "RAD" : letters) + "-";
  }

  void keep_id(const std::string& id) {
    ids_.insert(id);
    if (!id.starts_with(prefix())) return;
    last_number_ =
        std::max(last_number_, number_at_start(std::string_view(id).substr(prefix().size())));
  }

  /// The one after the highest: an id is never used again.
  std::string next_id() const {
    const auto number = std::to_string(last_number_ + 1);
    return prefix() + (number.size() == 1 ? "0" : "") + number;
  }

  const Desk& desk_;
  const OwnDeclaration& declared_;
  const OwnRegisterSettings& said_;
  Outcome& outcome_;
  std::string table_;
  std::vector<const OwnField*> columns_;
  std::set<std::string, std::less<>>
      known_;  ///< rows that were there before: they stay as they are
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
