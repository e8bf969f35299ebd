#include "load/read_row.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.hpp"
#include "base/site_path.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "load/toml_file.hpp"
#include "model/references.hpp"
#include "text/address.hpp"

namespace handbok {
namespace {

bool is_address_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
         c == '.' || c == '_' || c == '-';
}

/// True if the text is an address of a page below the root of a site.
bool is_page_address(std::string_view address) {
  return address.ends_with(".html") && !address.starts_with('/') && !address.starts_with('.') &&
         address.find("//") == std::string_view::npos &&
         address.find("/.") == std::string_view::npos &&
         std::ranges::all_of(address, is_address_character);
}

/// Three to fifteen digits, in groups; a + may stand before them.
bool is_phone_number(std::string_view text) {
  constexpr std::ptrdiff_t digits_min = 3;
  constexpr std::ptrdiff_t digits_max = 15;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto digits = std::ranges::count_if(text, is_digit);
  return digits >= digits_min && digits <= digits_max && is_digit(text.front()) &&
         is_digit(text.back()) &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ' ' || c == '-'; });
}

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// What a name must look like, for a message; empty for grammars of other things.
std::string_view form_of_name(Grammar grammar) {
  if (grammar == Grammar::file_name) return "\"a-z, 0-9, -\"";
  if (grammar == Grammar::key_name) return "\"a-z, 0-9, _\"";
  return grammar == Grammar::prefix ? "\"A-Z\"" : std::string_view{};
}

bool is_name(Grammar grammar, std::string_view text) {
  constexpr std::size_t letters_max = 40;
  if (text.size() > letters_max) return false;
  if (grammar == Grammar::prefix)
    return std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  const char joint = grammar == Grammar::file_name ? '-' : '_';
  return text.front() >= 'a' && text.front() <= 'z' && text.back() != joint &&
         std::ranges::all_of(text, [&](char c) { return is_lower_or_digit(c) || c == joint; });
}

/// "1, 2, 3, 4, 6, 12" of 12.
std::string divisors_of(int number) {
  std::string divisors = "1";
  for (int i = 2; i <= number; ++i) {
    if (number % i == 0) divisors += ", " + std::to_string(i);
  }
  return divisors;
}

/// Reads the keys of one table, each by its form.
class RowReader {
public:
  RowReader(TableReader& table, void* row) : table_(table), row_(row) {}

  /// False if it is a key that the row cannot be without, and it is not there.
  bool read(const Key& key) {
    const bool is_there = read_value(key);
    if (key.is_required && !reports_absence(key.form)) table_.require(key.name);
    return is_there || !key.is_essential;
  }

private:
  /// Forms whose reader says itself that the key must be there.
  static bool reports_absence(Form form) {
    return form == Form::text || form == Form::number || form == Form::date;
  }

  bool read_value(const Key& key) {
    switch (key.form) {
      case Form::text: return read_text(key);
      case Form::texts: return set(key, table_.has(key.name), table_.texts(key.name));
      case Form::number: return read_number(key);
      case Form::flag: return read_flag(key);
      case Form::date: return read_date(key);
      case Form::word: return read_word(key);
      case Form::words: return read_words(key);
      case Form::clause: return read_clause(key);
      case Form::relations: return read_relations(key);
      case Form::rows: return read_rows(key);
    }
    return false;
  }

  template <typename Value>
  bool set(const Key& key, bool is_there, Value value) {
    if (is_there) key.value<Value>(row_) = std::move(value);
    return is_there;
  }

  /// A value in the type in which it is kept.
  template <typename Value>
  bool set_optional(const Key& key, const std::optional<Value>& value) {
    if (!value) return false;
    if (key.is_optional) {
      key.value<std::optional<Value>>(row_) = value;
    } else {
      key.value<Value>(row_) = *value;
    }
    return true;
  }

  bool read_text(const Key& key) {
    auto text = key.is_required ? table_.required_text(key.name) : table_.text(key.name);
    if (!table_.has(key.name)) return false;
    check_grammar(key, text);
    key.value<std::string>(row_) = text;
    return !text.empty();
  }

  void check_grammar(const Key& key, std::string& text) {
    if (key.grammar == Grammar::free || text.empty()) return;
    if (key.grammar == Grammar::id) return check_id(key, text);
    if (key.grammar == Grammar::web_address || key.grammar == Grammar::mail_address)
      return check_address(key, text);
    if (key.grammar == Grammar::phone_number) {
      if (is_phone_number(text)) return;
      return refuse_value(Code::toml_phone_unusable, key, text);
    }
    if (const auto form = form_of_name(key.grammar); !form.empty()) {
      if (is_name(key.grammar, text)) return;
      table_.scope().report(Code::toml_wrong_type, table_.position_of(key.name),
                            {std::string(key.name)}, {std::string(form)});
      text.clear();
      return;
    }
    const auto end = key.grammar == Grammar::page_place ? text.find('#') : std::string::npos;
    if (is_page_address(std::string_view(text).substr(0, end))) return;
    table_.scope().report(Code::toml_wrong_type, table_.position_of(key.name),
                          {std::string(key.name)}, {"\"dokument/RUT-001/index.html\""});
    text.clear();
  }

  /// What is no id costs its row and nothing else in a register, also where other errors stop the
  /// build. Ids of the settings are in no address; they may have letters of all kinds.
  void check_id(const Key& key, std::string& text) {
    auto& scope = table_.scope();
    const auto position = table_.position_of(key.name);
    const bool is_name =
        SitePath(text).is_usable() && text.find_first_of("/ ") == std::string::npos;
    if (is_id(text) || (is_name && !scope.is_of_register())) return;
    if (scope.is_of_register()) {
      scope.report_value(Code::toml_id_malformed, position, {text});
    } else {
      scope.report(Code::toml_id_malformed, position, {text});
    }
    text.clear();
  }

  void check_address(const Key& key, std::string& text) {
    const bool is_mail = key.grammar == Grammar::mail_address;
    if (is_web_address(is_mail ? "mailto:" + text : text)) return;
    refuse_value(Code::toml_address_unusable, key, text);
  }

  void refuse_value(Code code, const Key& key, std::string& text) {
    table_.scope().report_value(code, table_.position_of(key.name), {text});
    text.clear();
  }

  bool read_number(const Key& key) {
    auto number = table_.number(key.name, key.min, key.max);
    if (number && key.divides != 0 && key.divides % *number != 0) {
      table_.report_number(key.name, divisors_of(key.divides));
      number.reset();
    }
    if (key.is_required) table_.require(key.name);
    return set_optional(key, number);
  }

  bool read_flag(const Key& key) {
    const bool before = !key.is_optional && key.value<bool>(row_);
    const bool flag = table_.flag(key.name, before);
    return set_optional(key, table_.has(key.name) ? std::optional(flag) : std::nullopt);
  }

  bool read_date(const Key& key) {
    return set_optional(key,
                        key.is_required ? table_.required_date(key.name) : table_.date(key.name));
  }

  bool read_word(const Key& key) {
    const auto value = table_.word(key.name, key.words);
    if (value) key.value<std::uint8_t>(row_) = *value;
    return value.has_value();
  }

  bool read_words(const Key& key) {
    for (const auto value : table_.words(key.name, key.words))
      key.word_list->add(key.list_in(row_), value);
    return table_.has(key.name);
  }

  bool read_clause(const Key& key) {
    const auto [source, ref] = parse_clause_reference(table_.text(key.name));
    key.value<std::string>(row_) = source;
    *static_cast<std::string*>(const_cast<void*>(key.clause_at(row_))) = ref;
    return !source.empty();
  }

  bool read_relations(const Key& key) {
    const auto position = table_.position_of(key.name);
    for (const auto& text : table_.texts(key.name)) {
      const auto reference = parse_document_reference(text);
      if (!reference) {
        table_.scope().report(Code::toml_invalid_value, position, {std::string(key.name), text},
                              {"RUT-001, RUT-001@2"});
        continue;
      }
      key.value<std::vector<Relation>>(row_).push_back(
          {static_cast<RelationKind>(key.place), reference->document, reference->revision,
           reference->anchor, table_.scope().at(position)});
    }
    return table_.has(key.name);
  }

  bool read_rows(const Key& key) {
    void* const list = key.list_in(row_);
    if (!key.short_form.empty() && !table_.has_tables(key.name)) {
      read_short_rows(key, list);
    } else {
      RowsBeingRead rows(*key.list, list);
      for (auto& table : table_.tables(key.name))
        add_row(key, rows, table);
      rows.finish();
    }
    if (key.is_unique) drop_repeated_ids(list, *key.list, key.rows(), table_.scope());
    if (key.order != nullptr) key.order(list);
    return table_.has(key.name);
  }

  void add_row(const Key& key, RowsBeingRead& rows, TableReader& table) {
    auto* const row = rows.add();
    if (row == nullptr) return;
    const auto outer = table.scope().subject();
    if (key.is_unique) table.scope().set_subject(table.written_text("id"));
    rows.keep_last_if(read_row(table, key.rows(), row));
    table.finish();
    table.scope().set_subject(outer);
  }

  void read_short_rows(const Key& key, void* list) {
    const auto keys = key.rows().keys;
    const auto text_key = std::ranges::find(keys, key.short_form, &Key::name);
    for (auto& text : table_.texts(key.name))
      text_key->value<std::string>(key.list->add(list)) = std::move(text);
  }

  TableReader& table_;
  void* row_;
};

}  // namespace

void* RowsBeingRead::add() {
  auto* const row = type_.add(list_);
  if (row == nullptr) return row;
  if (!type_.is_many) is_kept_.clear();
  is_kept_.push_back(true);
  return row;
}

void RowsBeingRead::finish() {
  if (std::ranges::find(is_kept_, false) == is_kept_.end()) return;
  std::size_t number = 0;
  type_.erase_if(list_, [&](const void* /*row*/) { return !is_kept_[number++]; });
}

bool read_row(TableReader& table, const Shape& shape, void* row) {
  RowReader reader(table, row);
  bool is_whole = true;
  for (const auto& key : shape.keys)
    is_whole = reader.read(key) && is_whole;
  if (shape.location != nullptr) shape.location(row) = table.location();
  if (shape.settle != nullptr) shape.settle(row);
  return is_whole;
}

bool read_row_file(const FileTree& sources, ReadScope& scope, const Shape& shape, void* row) {
  const auto table = read_toml_file(sources, scope);
  if (!table) return false;
  TableReader root(*table, scope);
  read_row(root, shape, row);
  root.finish();
  return true;
}

void drop_repeated_ids(void* list, const RowListType& type, const Shape& shape, ReadScope& scope) {
  if (shape.id == nullptr || shape.location == nullptr) return;
  std::map<std::string, std::pair<std::string, Location>> first;
  type.erase_if(list, [&](const void* row) {
    const auto id = shape.id(row);
    const auto location = shape.location(const_cast<void*>(row));
    const auto [known, is_new] = first.try_emplace(to_lower(id), id, location);
    if (is_new) return false;
    const auto& [other, place] = known->second;
    const TextPosition position{location.line, location.column};
    const auto where = place.path + ":" + std::to_string(place.line);
    auto of_file = scope.in_file(location.path);
    of_file.set_subject(id);
    if (id == other) {
      of_file.report(Code::doc_id_duplicate, position, {id, where});
    } else {
      of_file.report_value(Code::toml_id_case, position, {id, other, where});
    }
    return true;
  });
}

}  // namespace handbok
