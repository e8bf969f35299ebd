#include "load/source_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "model/revision_file.hpp"

namespace handbok {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string code_point_name(char32_t value) {
  std::array<char, 16> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(value));
  return {text.data(), static_cast<std::size_t>(length)};
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c < 0xA0) ||
         (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

/// Characters that are not seen but change what is seen: bidi controls, zero-width characters,
/// tags.
bool is_hidden(char32_t c) {
  return (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F) || c == 0x061C || c == 0x180E;
}

bool is_combining(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

/// Walks over the characters and reports the first of each kind of fault.
class CharacterScan {
public:
  CharacterScan(std::string_view text, ReadScope& scope) : text_(text), scope_(scope) {}

  void run() {
    for (std::size_t offset = 0; offset < text_.size();) {
      const auto lead = static_cast<unsigned char>(text_[offset]);
      if (lead >= 0x20 && lead < 0x7F) {  // the common case, at full speed
        ++offset;
        continue;
      }
      const auto point = code_point_at(text_, offset);
      look_at(point.value, offset);
      offset += point.size;
    }
  }

  bool has_combining() const { return has_combining_; }

private:
  void look_at(char32_t c, std::size_t offset) {
    if (c == '\r') {
      report(Code::text_line_ending, seen_return_, offset, {});
    } else if (is_control(c)) {
      report(Code::text_control_character, seen_control_, offset, {code_point_name(c)});
    } else if (is_hidden(c)) {
      report(Code::text_hidden_character, seen_hidden_, offset, {code_point_name(c)});
    } else if (is_combining(c)) {
      has_combining_ = true;
    }
  }

  void report(Code code, bool& seen, std::size_t offset, std::vector<std::string> what) {
    if (seen) return;
    seen = true;
    scope_.report(code, position_at(offset), std::move(what));
  }

  TextPosition position_at(std::size_t offset) const {
    const auto before = text_.substr(0, offset);
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
    return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(count_code_points(before.substr(line_start))) + 1};
  }

  std::string_view text_;
  ReadScope& scope_;
  bool seen_return_ = false;
  bool seen_control_ = false;
  bool seen_hidden_ = false;
  bool has_combining_ = false;
};

/// The word at the first place where `text` and its normal form differ.
void report_not_nfc(std::string_view text, ReadScope& scope) {
  const auto normal = to_nfc(text);
  if (normal == text) return;
  const auto [in_text, in_normal] = std::ranges::mismatch(text, normal);
  const auto offset = static_cast<std::size_t>(in_normal - normal.begin());
  const auto is_gap = [](char c) { return c == ' ' || c == '\n' || c == '"'; };
  auto start = offset;
  while (start > 0 && !is_gap(normal[start - 1]))
    --start;
  auto end = offset;
  while (end < normal.size() && !is_gap(normal[end]))
    ++end;
  const auto line =
      static_cast<int>(std::ranges::count(std::string_view(normal).substr(0, start), '\n'));
  scope.report(Code::text_not_nfc, {line + 1, 0}, {normal.substr(start, end - start)});
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

bool check_source_text(std::string_view bytes, ReadScope& scope) {
  const bool is_register = scope.path().starts_with("registers/");
  const auto bytes_max = is_register ? limits::register_bytes : limits::text_bytes;
  if (bytes.size() > bytes_max) {
    scope.report(Code::file_too_large, {},
                 {std::to_string(bytes.size()), std::to_string(bytes_max)});
    return false;
  }
  if (const auto invalid = first_invalid_utf8(bytes); invalid != std::string_view::npos) {
    scope.report(Code::text_invalid_utf8, {}, {std::to_string(invalid + 1)});
    return false;
  }
  if (bytes.starts_with(byte_order_mark)) scope.report(Code::text_byte_order_mark, {1, 1});
  const auto text = without_byte_order_mark(bytes);
  CharacterScan scan(text, scope);
  scan.run();
  if (scan.has_combining()) report_not_nfc(text, scope);
  return true;
}

bool split_source(std::string_view bytes, ReadScope& scope, SplitSource& split) {
  const auto file = split_revision_file(bytes);
  if (!file) {
    scope.report(Code::toml_head_missing, {1, 1});
    return false;
  }
  split.head = file->head;
  if (split.head.size() > limits::head_bytes) {
    scope.report(Code::toml_head_too_large, {1, 1},
                 {std::to_string(split.head.size()), std::to_string(limits::head_bytes)});
    return false;
  }
  split.body = file->text;
  const auto before = bytes.substr(0, bytes.size() - file->text.size());
  split.body_line = static_cast<int>(std::ranges::count(before, '\n')) + 1;
  return true;
}

}  // namespace handbok
