#pragma once

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads every folder below documents/ that is named by a document id: its revisions, approvals,
/// attachments, reviews and repeal. What is wrong costs the revision or the file it concerns; a
/// second folder with its id, or a file that cannot be read, costs the document's newest revision.
/// Up to `jobs` folders are read at the same time.
void read_documents(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics,
                    int jobs);

}  // namespace handbok
