#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// The cells of one row.
using CsvRow = std::vector<std::string>;

/// The rows as a file that a Swedish spreadsheet opens as a table: UTF-8 with a byte order mark,
/// semicolons, CRLF. A cell that a spreadsheet would run as a formula, because it begins with = + -
/// @ or a tab, gets an apostrophe in front; a plain number such as -21 is left alone.
std::string write_csv(const std::vector<CsvRow>& rows);

/// The rows of a table that a spreadsheet saved: cells between semicolons, commas or tabs,
/// whichever the first line has most of; quoted cells may hold separators, line ends and doubled
/// quotation marks. Excel's own kinds of CSV are read too: Windows-1252, UTF-16 with its mark, and
/// a first line "sep=;". A byte order mark, empty rows and blanks around cells are left out; an
/// apostrophe that only guards against formulas ('=1) is removed, so that what write_csv wrote
/// comes back. Never fails: a quotation mark that is not closed ends with the text.
std::vector<CsvRow> read_csv(std::string_view text);

}  // namespace handbok
