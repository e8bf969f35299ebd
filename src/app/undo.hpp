#pragma once

#include <string>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "edit/requests.hpp"

namespace handbok {

/// The act's files, and before them what `handbok undo` needs: the bytes before the act, in a
/// hidden file of the sources' folder, which belongs to this copy of it. `today` is the day by the
/// clock.
std::vector<ChangedFile> with_way_back(const std::string& folder, const FileTree& sources,
                                       const Outcome& outcome, Date today);

/// Remembers beside the records that all acts up to now are published. Whoever publishes from a
/// folder that it may not write to leaves no trace.
void note_published(const std::string& folder);

/// What `handbok undo` does.
struct UndoRequest {
  DocumentId document;
  Date today;
  bool is_unpublished = false;  ///< somebody knows that no site shows what was done
};

/// The bytes before the last act on the document, as files to write and to remove; refused if there
/// is no such document, or was no act in this folder, if a file was changed since, or if a decision
/// may have been published and counts already. Throws IoError.
Outcome undo(const std::string& folder, const FileTree& sources, const UndoRequest& request);

}  // namespace handbok
