#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// The files of one document's folder, sorted into what they are. Paths are below the folder.
struct DocumentFolder {
  DocumentId id;
  std::string path;
  std::vector<int> revisions;                           ///< N of each N.md, rising
  std::map<int, std::vector<std::string>> attachments;  ///< by revision, in byte order
  bool has_reviews = false;
  bool has_repeal = false;
  bool has_earlier = false;

  std::string file(std::string_view name) const { return path + "/" + std::string(name); }
};

/// Finds the document folders below documents/. Files that belong to none, or whose names are not
/// allowed, are reported and left out.
std::vector<DocumentFolder> find_document_folders(const FileTree& sources,
                                                  Diagnostics& diagnostics);

/// The document id that a folder's name begins with ("RUT-001-klagomal" → "RUT-001"), if any.
std::optional<DocumentId> id_of_folder(std::string_view name);

}  // namespace handbok
