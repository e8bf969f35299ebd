#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/read_scope.hpp"
#include "load/toml_value.hpp"

namespace handbok {

/// Reads a table strictly: each key is asked for by name and kind; what nobody asked for is an
/// unknown key. Everything wrong is reported with its place, and a usable value is given anyway.
/// Refers to the table and the scope, which must outlive it.
class TableReader {
public:
  TableReader(const TomlTable& table, ReadScope& scope) : table_(&table), scope_(&scope) {}

  bool has(std::string_view key) const { return table_->find(key) != nullptr; }

  /// The text of a mandatory key; empty and reported if it is absent or not text.
  std::string required_text(std::string_view key);
  /// The text of a key, or empty if it is absent.
  std::string text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::optional<Date> date(std::string_view key);
  std::optional<Date> required_date(std::string_view key);
  /// A whole number of 0 or more, at most a million.
  std::optional<int> number(std::string_view key);
  int number_or(std::string_view key, int fallback) { return number(key).value_or(fallback); }
  bool flag(std::string_view key, bool fallback);

  /// The enumerator whose name the key gives; the first of `names` if the key is absent or wrong.
  template <typename Enum>
  Enum choice(std::string_view key, std::initializer_list<std::pair<std::string_view, Enum>> names);

  /// The sub-tables of [[key]], or the one of [key] or key = { … }.
  std::vector<TableReader> tables(std::string_view key);

  /// Reports each key that nobody asked for, with the nearest known one.
  void finish();

  TextPosition position() const { return table_->position; }
  TextPosition position_of(std::string_view key) const;
  Location location() const { return scope_->at(table_->position); }
  const TomlTable& table() const { return *table_; }
  ReadScope& scope() { return *scope_; }

private:
  const TomlTable::Entry* ask(std::string_view key);
  void report_form(const TomlTable::Entry& entry, std::string form);
  std::size_t choose(std::string_view key, const std::vector<std::string>& names);

  const TomlTable* table_;
  ReadScope* scope_;
  std::vector<std::string> asked_;
};

template <typename Enum>
Enum TableReader::choice(std::string_view key,
                         std::initializer_list<std::pair<std::string_view, Enum>> names) {
  std::vector<std::string> words;
  for (const auto& [name, value] : names)
    words.emplace_back(name);
  return (names.begin() + choose(key, words))->second;
}

}  // namespace handbok
