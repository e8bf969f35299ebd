#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"
#include "model/document.hpp"

namespace handbok {

/// One file of a revision, as the manifest lists it.
struct DigestedFile {
  std::string path;  ///< below the document's folder
  std::string sha256;
  std::size_t size = 0;
};

/// The text that an approval's digest is taken of; anyone can rebuild it with sha256sum. Files are
/// listed in byte order of their path. Raw bytes, no canonical form (decision 0009).
std::string revision_manifest(const RevisionKey& revision, std::vector<DigestedFile> files);

/// "sha256:" and the digest of that manifest.
std::string manifest_digest(const std::string& manifest);

/// The files of a revision: its text file and its attachments, as they lie in `sources`.
std::vector<DigestedFile> digested_files(const Revision& revision, const FileTree& sources);

}  // namespace handbok
