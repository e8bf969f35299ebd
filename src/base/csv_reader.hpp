#pragma once

#include <string_view>
#include <vector>

#include "base/csv.hpp"

namespace handbok {

/// The rows of a table that a spreadsheet saved: cells between semicolons, commas or tabs,
/// whichever the first line has most of; quoted cells may hold separators, line ends and doubled
/// quotation marks. A byte order mark, empty rows and blanks around cells are left out; an
/// apostrophe that only guards against formulas ('=1) is removed, so that what write_csv wrote
/// comes back. Never fails: a quotation mark that is not closed ends with the text.
std::vector<CsvRow> read_csv(std::string_view text);

}  // namespace handbok
