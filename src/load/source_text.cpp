#include "load/source_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "model/revision_file.hpp"

namespace handbok {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
    } else if (is_control_character(c)) {
      report(Code::text_control_character, seen_control_, offset, {code_point_name(c)});
    } else if (is_hidden_character(c)) {
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

/// Reports what Git leaves when two versions were merged and nobody chose between them.
void report_conflict(std::string_view text, ReadScope& scope) {
  constexpr std::string_view ours_mark = "<<<<<<< ";
  constexpr std::string_view theirs_mark = ">>>>>>> ";
  int number = 0;
  int line_of_ours = 0;
  std::string ours = "–";
  for (const auto line : split(text, '\n')) {
    ++number;
    if (line.starts_with(ours_mark) && line_of_ours == 0) {
      line_of_ours = number;
      ours = trim(line.substr(ours_mark.size()));
    } else if (line.starts_with(theirs_mark)) {
      const std::string theirs(trim(line.substr(theirs_mark.size())));
      scope.report(Code::text_conflict_marker, {line_of_ours == 0 ? number : line_of_ours, 1},
                   {std::exchange(ours, "–"), theirs});
      line_of_ours = 0;
    }
  }
  if (line_of_ours > 0) scope.report(Code::text_conflict_marker, {line_of_ours, 1}, {ours, "–"});
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
  if (text.find("<<<<<<< ") != std::string_view::npos ||
      text.find(">>>>>>> ") != std::string_view::npos) {
    report_conflict(text, scope);
  }
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
