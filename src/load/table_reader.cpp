#include "load/table_reader.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

std::string choices_slot(std::string_view key, std::span<const EnumName> names) {
  std::vector<std::string> words;
  for (const auto& known : names)
    words.emplace_back(known.name);
  return values_slot(key, words);
}

}  // namespace

const TomlTable::Entry* TableReader::ask(std::string_view key) {
  asked_.emplace_back(key);
  return table_->find(key);
}

TextPosition TableReader::position_of(std::string_view key) const {
  const auto* const entry = table_->find(key);
  return entry == nullptr ? table_->position : entry->key_position;
}

void TableReader::report_form(const TomlTable::Entry& entry, std::string form) {
  scope_->report(Code::toml_wrong_type, entry.value.position, {entry.key}, {std::move(form)});
}

std::string TableReader::required_text(std::string_view key) {
  auto value = text(key);
  const auto* const entry = table_->find(key);
  const bool is_blank_text = entry != nullptr &&
                             std::holds_alternative<std::string>(entry->value.content) &&
                             trim(value).empty();
  if (entry == nullptr || is_blank_text) {
    scope_->report(Code::toml_missing_key, position_of(key), {std::string(key)});
  }
  return value;
}

std::string TableReader::text(std::string_view key) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return {};
  if (const auto* const text = std::get_if<std::string>(&entry->value.content)) return *text;
  report_form(*entry, "\"…\"");
  return {};
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return {};
  std::vector<std::string> texts;
  const auto* const values = std::get_if<TomlValue::Array>(&entry->value.content);
  bool is_right = values != nullptr;
  for (std::size_t i = 0; is_right && i < values->size(); ++i) {
    const auto* const text = std::get_if<std::string>(&(*values)[i].content);
    is_right = text != nullptr;
    if (is_right) texts.push_back(*text);
  }
  if (!is_right) report_form(*entry, "[\"…\", \"…\"]");
  return texts;
}

std::optional<Date> TableReader::date(std::string_view key) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return std::nullopt;
  if (const auto* const day = std::get_if<Date>(&entry->value.content)) return *day;
  report_form(*entry, "2026-01-31");
  return std::nullopt;
}

std::optional<Date> TableReader::required_date(std::string_view key) {
  const auto value = date(key);
  require(key);
  return value;
}

std::optional<int> TableReader::number(std::string_view key, int min, int max) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return std::nullopt;
  const auto* const number = std::get_if<std::int64_t>(&entry->value.content);
  if (number != nullptr && *number >= min && *number <= max) return static_cast<int>(*number);
  // Nobody writes a million by mistake: the bounds are told where they can be met.
  const bool is_bound = number != nullptr && max < 1'000'000;
  report_form(*entry, is_bound ? std::to_string(min) + "–" + std::to_string(max) : "12");
  return std::nullopt;
}

bool TableReader::flag(std::string_view key, bool fallback) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return fallback;
  if (const auto* const value = std::get_if<bool>(&entry->value.content)) return *value;
  report_form(*entry, "true / false");
  return fallback;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return {};
  std::vector<TableReader> readers;
  if (const auto* const tables = std::get_if<std::vector<TomlTable>>(&entry->value.content)) {
    for (const auto& table : *tables)
      readers.emplace_back(table, *scope_);
    return readers;
  }
  const auto* const values = std::get_if<TomlValue::Array>(&entry->value.content);
  if (values == nullptr || !values->empty()) report_form(*entry, "[[" + entry->key + "]]");
  return readers;
}

bool TableReader::has_tables(std::string_view key) const {
  const auto* const entry = table_->find(key);
  return entry != nullptr && std::holds_alternative<std::vector<TomlTable>>(entry->value.content);
}

std::string TableReader::written_text(std::string_view key) const {
  const auto* const entry = table_->find(key);
  const auto* const text =
      entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.content);
  return text == nullptr ? std::string() : *text;
}

void TableReader::require(std::string_view key) {
  if (!has(key)) scope_->report(Code::toml_missing_key, table_->position, {std::string(key)});
}

std::optional<std::uint8_t> TableReader::word(std::string_view key,
                                              std::span<const EnumName> names) {
  const auto* const entry = ask(key);
  if (entry == nullptr) return std::nullopt;
  const auto* const text = std::get_if<std::string>(&entry->value.content);
  if (text == nullptr) {
    report_form(*entry, "\"" + std::string(names.front().name) + "\"");
    return std::nullopt;
  }
  const auto it = std::ranges::find(names, *text, &EnumName::name);
  if (it != names.end()) return it->value;
  scope_->report(Code::toml_invalid_value, entry->value.position, {entry->key, *text},
                 {choices_slot(key, names)});
  return std::nullopt;
}

std::vector<std::uint8_t> TableReader::words(std::string_view key,
                                             std::span<const EnumName> names) {
  std::vector<std::uint8_t> values;
  for (const auto& text : texts(key)) {
    const auto it = std::ranges::find(names, text, &EnumName::name);
    if (it != names.end()) {
      values.push_back(it->value);
      continue;
    }
    scope_->report(Code::toml_invalid_value, position_of(key), {std::string(key), text},
                   {choices_slot(key, names)});
  }
  return values;
}

void TableReader::finish() {
  for (const auto& entry : table_->entries) {
    if (std::ranges::find(asked_, entry.key) != asked_.end()) continue;
    scope_->report(Code::toml_unknown_key, entry.key_position, {entry.key},
                   {near_slot(nearest(entry.key, asked_))});
  }
}

}  // namespace handbok
