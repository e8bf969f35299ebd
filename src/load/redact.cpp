#include "load/redact.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

constexpr std::string_view dash = "–";

/// What machines write, and no reader sees: digits stand there by chance.
constexpr std::array<std::string_view, 4> machine_keys = {"digest", "public", "ssh_signature",
                                                          "statement"};

Severity severity_of(IdentityNumber found) {
  return found == IdentityNumber::certain ? Severity::error : Severity::warning;
}

/// Takes out of the texts of a table what must not be shown, and reports it.
class Redaction {
public:
  explicit Redaction(ReadScope& scope) : scope_(scope) {}

  /// The reports about a row carry the row's id, unless that is what must not be told.
  void redact(TomlTable& table) {
    const auto outer = scope_.subject();
    const auto* const id = scope_.is_of_register() ? table.find("id") : nullptr;
    const auto* const text = id == nullptr ? nullptr : std::get_if<std::string>(&id->value.content);
    if (text != nullptr) scope_.set_subject(*text);
    for (auto& entry : table.entries) {
      if (std::ranges::find(machine_keys, entry.key) == machine_keys.end()) redact(entry.value);
    }
    scope_.set_subject(outer);
  }

private:
  void redact(TomlValue& value) {
    if (auto* const text = std::get_if<std::string>(&value.content)) {
      redact_characters(value, *text);
      redact_number(*text, value.position);
    } else if (auto* const array = std::get_if<TomlValue::Array>(&value.content)) {
      for (auto& element : *array)
        redact(element);
    } else if (auto* const tables = std::get_if<std::vector<TomlTable>>(&value.content)) {
      for (auto& inner : *tables)
        redact(inner);
    }
  }

  /// A character that stands as such was reported with the bytes of the file.
  void redact_characters(const TomlValue& value, std::string& text) {
    if (value.is_meant_literally) {
      scope_.report_value(Code::toml_escaped_blank, value.position);
      std::ranges::replace_if(
          text, [](char c) { return c == '\t' || c == '\n'; }, ' ');
    }
    if (!has_unseen_characters(text)) return;
    if (value.has_code_points) report_character(text, value.position);
    text = with_seen_characters(text);
  }

  void report_character(std::string_view text, TextPosition position) {
    std::size_t offset = 0;
    while (offset < text.size() && !has_unseen_characters(text.substr(offset, 1)))
      offset += std::max<std::size_t>(code_point_at(text, offset).size, 1);
    const auto c = code_point_at(text, offset).value;
    scope_.report_value(
        is_hidden_character(c) ? Code::text_hidden_character : Code::text_control_character,
        position, {code_point_name(c)});
  }

  void redact_number(std::string& text, TextPosition position) {
    const auto found = find_identity_number(text);
    if (found == IdentityNumber::none) return;
    scope_.report_value(Code::privacy_identity_number, position, {}, severity_of(found));
    if (found == IdentityNumber::certain) text = dash;
  }

  ReadScope& scope_;
};

bool is_picture(std::string_view bytes) {
  return bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF");
}

}  // namespace

void redact(TomlTable& table, ReadScope& scope) {
  Redaction(scope).redact(table);
}

void report_identity_number_in_file(std::string_view bytes, ReadScope& scope) {
  const bool is_text = first_invalid_utf8(bytes) == std::string_view::npos &&
                       bytes.find('\0') == std::string_view::npos;
  auto found = IdentityNumber::none;
  if (is_text) {
    found = find_identity_number(bytes);
  } else if (is_picture(bytes)) {
    // What cameras and programs note stands first; in the picture itself digits stand by chance.
    constexpr std::size_t notes_bytes_max = 256UL * 1024;
    found = find_identity_number(bytes.substr(0, notes_bytes_max));
    if (found == IdentityNumber::possible) found = IdentityNumber::none;
  }
  if (found != IdentityNumber::none)
    scope.report_value(Code::privacy_identity_number, {}, {}, severity_of(found));
}

}  // namespace handbok
