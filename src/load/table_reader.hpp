#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "load/read_scope.hpp"
#include "load/toml_value.hpp"
#include "model/enum_names.hpp"

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
  /// A whole number within these bounds.
  std::optional<int> number(std::string_view key, int min = 0, int max = 1'000'000);
  bool flag(std::string_view key, bool fallback);

  /// The value that the key names, of a table of enumerators; none if it is absent or wrong.
  std::optional<std::uint8_t> word(std::string_view key, std::span<const EnumName> names);
  /// The values that the key lists; each wrong one is reported.
  std::vector<std::uint8_t> words(std::string_view key, std::span<const EnumName> names);
  /// Reports that the number of the key should have been one of `form`.
  void report_number(std::string_view key, std::string form) {
    if (const auto* const entry = table_->find(key)) report_form(*entry, std::move(form));
  }
  /// Reports the key if it is absent.
  void require(std::string_view key);

  /// The sub-tables of [[key]], or the one of [key] or key = { … }.
  std::vector<TableReader> tables(std::string_view key);
  bool has_tables(std::string_view key) const;
  /// The text of a key, for what reports are about; empty if it has none. Asks and reports nothing.
  std::string written_text(std::string_view key) const;

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

  const TomlTable* table_;
  ReadScope* scope_;
  std::vector<std::string> asked_;
};

}  // namespace handbok
