#pragma once

#include <vector>

#include "base/file_tree.hpp"
#include "load/table_reader.hpp"
#include "model/keys.hpp"

namespace handbok {

/// Adds rows to a list, one by one. Those that lack what they cannot be without are taken out again
/// all at once: one by one would cost a walk over all that went before.
class RowsBeingRead {
public:
  RowsBeingRead(const RowListType& type, void* list)
      : type_(type),
        list_(list),
        is_kept_(type.size(list), true) {}

  /// An empty row, or null if what the list belongs to is not there.
  void* add();
  void keep_last_if(bool is_whole) { is_kept_.back() = is_whole; }
  void finish();

private:
  const RowListType& type_;
  void* list_;
  std::vector<bool> is_kept_;
};

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
