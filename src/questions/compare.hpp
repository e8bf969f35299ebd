#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"
#include "derive/revision_changes.hpp"
#include "diag/codes.hpp"
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
  TextChange change = TextChange::none;  ///< of the text, seen in a block or not
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
std::optional<RevisionComparison> compare_revisions(const DayView& view, const RevisionPair& pair,
                                                    Language language);

/// What stands around a stretch of a text.
struct AroundText {
  std::string_view before;
  std::string_view after;
};

/// How a comparison is written: by default as a terminal without colours shows it.
struct DiffMarks {
  AroundText went{"[-", "-]"};
  AroundText came{"{+", "+}"};
  AroundText line{"", "\n"};
  std::string (*escape)(std::string_view) = nullptr;  ///< of the text itself; null: none
};

/// The fields that differ, each with what went and what came on lines of their own, and on one line
/// what only some words of changed.
std::string fields_text(const RevisionComparison& comparison, const DiffMarks& marks,
                        Language language);

/// The blocks that changed, each with the one before it, so that one sees where it stands; "…"
/// where others were left out.
std::string blocks_text(const RevisionComparison& comparison, const DiffMarks& marks);

}  // namespace handbok
