#include "load/redact.hpp"

#include <string>

#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

constexpr std::string_view dash = "–";

void report_number(IdentityNumber found, TextPosition position, ReadScope& scope) {
  if (found == IdentityNumber::certain) {
    scope.report(Code::privacy_identity_number, position);
  } else {
    scope.report_as(Severity::warning, Code::privacy_identity_number, position);
  }
}

void redact_table(TomlTable& table, ReadScope& scope);

void redact_value(TomlValue& value, ReadScope& scope) {
  if (auto* const text = std::get_if<std::string>(&value.content)) {
    const auto found = find_identity_number(*text);
    if (found == IdentityNumber::none) return;
    report_number(found, value.position, scope);
    if (found == IdentityNumber::certain) *text = dash;
  } else if (auto* const array = std::get_if<TomlValue::Array>(&value.content)) {
    for (auto& element : *array)
      redact_value(element, scope);
  } else if (auto* const tables = std::get_if<std::vector<TomlTable>>(&value.content)) {
    for (auto& inner : *tables)
      redact_table(inner, scope);
  }
}

/// The reports about a row carry the row's id, unless that is what must not be told.
void redact_table(TomlTable& table, ReadScope& scope) {
  const auto outer = scope.subject();
  if (const auto* const id = table.find("id")) {
    const auto* const text = std::get_if<std::string>(&id->value.content);
    const bool is_harmless = text != nullptr && find_identity_number(*text) == IdentityNumber::none;
    if (is_harmless) scope.set_subject(*text);
  }
  for (auto& entry : table.entries)
    redact_value(entry.value, scope);
  scope.set_subject(outer);
}

}  // namespace

void redact_identity_numbers(TomlTable& table, ReadScope& scope) {
  redact_table(table, scope);
}

void report_identity_number_in_file(std::string_view bytes, ReadScope& scope) {
  const bool is_text = first_invalid_utf8(bytes) == std::string_view::npos &&
                       bytes.find('\0') == std::string_view::npos;
  const auto found = is_text ? find_identity_number(bytes) : IdentityNumber::none;
  if (found != IdentityNumber::none) report_number(found, {}, scope);
}

}  // namespace handbok
