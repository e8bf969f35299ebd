#pragma once

#include <string>
#include <vector>

namespace handbok {

/// The cells of one row.
using CsvRow = std::vector<std::string>;

/// The rows as a file that a Swedish spreadsheet opens as a table: UTF-8 with a byte order mark,
/// semicolons, CRLF. A cell that a spreadsheet would run as a formula, because it begins with = + -
/// @ or a tab, gets an apostrophe in front; a plain number such as -21 is left alone.
std::string write_csv(const std::vector<CsvRow>& rows);

}  // namespace handbok
