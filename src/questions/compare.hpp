#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/day_view.hpp"
#include "derive/revision_changes.hpp"
#include "text/diff.hpp"

namespace handbok {

/// What changed between two revisions of a document.
struct RevisionComparison {
  int before = 0;
  int after = 0;
  std::string title;        ///< of the later one
  std::string change_note;  ///< of the later one
  std::vector<FieldChange> fields;
  std::vector<BlockEdit> blocks;  ///< of the text, in reading order, those that stayed included
};

/// Which two revisions of a document to compare.
struct RevisionPair {
  std::string document;
  std::optional<int> before;
  std::optional<int> after;
};

/// Compares two revisions, drafts included. Numbers that are left out mean: the one in force on the
/// day, or the last before `after`, and the newest. No value if the document or one of the two is
/// not there, or both are the same.
std::optional<RevisionComparison> compare_revisions(const DayView& view, const RevisionPair& pair);

}  // namespace handbok
