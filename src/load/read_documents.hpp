#pragma once

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads every folder below documents/ that is named by a document id: its revisions, approvals,
/// attachments, reviews and repeal. Two folders with one id stop the build; everything else that is
/// wrong costs the revision or the file it concerns. Up to `jobs` folders are read at the same
/// time.
void read_documents(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics,
                    int jobs);

}  // namespace handbok
