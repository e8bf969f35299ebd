#pragma once

#include "base/file_tree.hpp"
#include "load/table_reader.hpp"
#include "model/keys.hpp"

namespace handbok {

/// Reads a table into a row of that shape: what it must have, how its values are written, and its
/// rows of rows. Everything wrong is reported, and a key that is absent or wrong leaves what the
/// row had. Unknown keys are for who reads the table to tell (TableReader::finish). False if the
/// row lacks what it cannot be without.
bool read_row(TableReader& table, const Shape& shape, void* row);

/// Reads a whole file as one such row. False if the file is absent or is no TOML; only the latter
/// is reported.
bool read_row_file(const FileTree& sources, ReadScope& scope, const Shape& shape, void* row);

/// Reports ids that occur more than once in a list of rows, and keeps the first of each.
void drop_repeated_ids(void* list, const RowListType& type, const Shape& shape, ReadScope& scope);

}  // namespace handbok
