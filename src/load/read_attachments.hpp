#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"
#include "load/read_scope.hpp"
#include "model/document.hpp"

namespace handbok {

/// The attachments of one revision, hashed. `paths` are below `folder`, in byte order. A file of a
/// kind that may not be published, or whose content does not match its name, is reported
/// (reliability.md 4.5) and kept, since it belongs to the bytes that were approved.
std::vector<Attachment> read_attachments(const FileTree& sources, const std::string& folder,
                                         const std::vector<std::string>& paths, ReadScope& scope);

}  // namespace handbok
