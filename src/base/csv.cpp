#include "base/csv.hpp"

#include <algorithm>
#include <string_view>

namespace handbok {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view formula_starts = "=+-@\t\r\n";
constexpr std::string_view digits = "0123456789";

bool is_digit_or_comma(char c) {
  return digits.find(c) != std::string_view::npos || c == ',' || c == '.';
}

bool is_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  return !cell.empty() && std::ranges::all_of(cell, is_digit_or_comma) &&
         digits.find(cell.front()) != std::string_view::npos;
}

bool is_run_as_formula(std::string_view cell) {
  return !cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos &&
         !is_number(cell);
}

/// True if the cell reads the same with and without quotes, whatever the reader.
bool is_plain(std::string_view cell) {
  return std::ranges::all_of(cell, [](char c) {
    const bool is_letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
    return is_letter || is_digit_or_comma(c) || c == '-' || c == '_';
  });
}

void append_cell(std::string& text, const std::string& cell) {
  const auto guarded = is_run_as_formula(cell) ? "'" + cell : cell;
  if (is_plain(guarded)) {
    text += guarded;
    return;
  }
  text += '"';
  for (const char c : guarded) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

}  // namespace

std::string write_csv(const std::vector<CsvRow>& rows) {
  std::string text(byte_order_mark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ';';
      append_cell(text, row[i]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace handbok
