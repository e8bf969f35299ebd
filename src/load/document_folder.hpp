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
  std::vector<UnreadFile> unread;                       ///< files of it, or the folder itself
  bool has_reviews = false;
  bool has_repeal = false;
  bool has_earlier = false;

  std::string file(std::string_view name) const { return path + "/" + std::string(name); }
};

/// Finds the document folders below documents/. Files that belong to none, or whose names are not
/// allowed, are reported and left out.
std::vector<DocumentFolder> find_document_folders(const FileTree& sources,
                                                  Diagnostics& diagnostics);

/// The document whose folder, or a file of it, lies at the path.
std::optional<DocumentId> document_of_path(std::string_view path);

/// The revision that a file of a document's folder belongs to by its name ("3.md", "3/plan.pdf"),
/// if any; `name` is below the folder.
std::optional<int> revision_of_file(std::string_view name);

/// The document id that a folder's name begins with ("RUT-001-klagomal" → "RUT-001"), if any.
std::optional<DocumentId> id_of_folder(std::string_view name);

}  // namespace handbok
