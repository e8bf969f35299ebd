#include "base/csv.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view formula_starts = "=+-@\t\r\n";

bool is_digit_or_comma(char c) {
  return is_digit(c) || c == ',' || c == '.';
}

bool is_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  return !cell.empty() && std::ranges::all_of(cell, is_digit_or_comma) && is_digit(cell.front());
}

/// True for "'=1" and "''=1": an apostrophe there is, or looks like, a guard.
bool is_guarded(std::string_view cell) {
  const auto first = cell.find_first_not_of('\'');
  return first != 0 && first != std::string_view::npos &&
         formula_starts.find(cell[first]) != std::string_view::npos;
}

bool needs_guard(std::string_view cell) {
  const bool is_run = !cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos;
  return (is_run && !is_number(cell)) || is_guarded(cell);
}

/// True if the cell reads the same with and without quotes, whatever the reader.
bool is_plain(std::string_view cell) {
  return std::ranges::all_of(
      cell, [](char c) { return is_letter(c) || is_digit_or_comma(c) || c == '-' || c == '_'; });
}

void append_cell(std::string& text, const std::string& cell) {
  const auto guarded = needs_guard(cell) ? "'" + cell : cell;
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

/// The sign between cells: the one that the first line has most of.
char separator_of(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  char best = ';';
  for (const char sign : {';', '\t', ','}) {
    if (std::ranges::count(line, sign) > std::ranges::count(line, best)) best = sign;
  }
  return best;
}

std::string without_guard(std::string_view cell) {
  return std::string(is_guarded(cell) ? cell.substr(1) : cell);
}

/// What Windows-1252 has where Latin-1 has control characters, from 0x80.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_its_own = byte >= 0x80 && byte < 0xA0;
    append_utf8(text, is_its_own ? char32_t{windows_1252[byte - 0x80U]} : char32_t{byte});
  }
  return text;
}

/// The text of a table, in whichever of its ways a spreadsheet wrote it.
std::string decoded(std::string_view bytes) {
  if (auto text = from_utf16(bytes)) return *std::move(text);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const bool is_utf8 = first_invalid_utf8(bytes) == std::string_view::npos;
  return is_utf8 ? std::string(bytes) : from_windows_1252(bytes);
}

class CsvReader {
public:
  explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {
    const std::string_view promise = "sep=";
    if (!text.starts_with(promise) || text.size() <= promise.size()) return;
    separator_ = text[promise.size()];
    text_.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }

  std::vector<CsvRow> read() {
    while (at_ < text_.size())
      read_character(text_[at_++]);
    end_row();
    return std::move(rows_);
  }

private:
  void read_character(char c) {
    if (c == '"') {
      read_quotation_mark();
    } else if (is_quoted_ || (c != separator_ && c != '\n')) {
      cell_ += c;
    } else if (c == separator_) {
      end_cell();
    } else {
      end_row();
    }
  }

  /// Two marks inside a quoted cell are one; any other begins or ends the quotation.
  void read_quotation_mark() {
    if (is_quoted_ && at_ < text_.size() && text_[at_] == '"') {
      cell_ += '"';
      ++at_;
    } else {
      is_quoted_ = !is_quoted_;
    }
  }

  void end_cell() {
    row_.push_back(without_guard(trim(cell_)));
    cell_.clear();
  }

  void end_row() {
    end_cell();
    const bool is_empty =
        std::ranges::all_of(row_, [](const std::string& cell) { return cell.empty(); });
    if (!is_empty) rows_.push_back(row_);
    row_.clear();
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool is_quoted_ = false;
  std::string cell_;
  CsvRow row_;
  std::vector<CsvRow> rows_;
};

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

std::vector<CsvRow> read_csv(std::string_view text) {
  const auto table = decoded(text);
  return CsvReader(table).read();
}

}  // namespace handbok
