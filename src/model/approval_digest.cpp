#include "model/approval_digest.hpp"

#include <algorithm>

#include "base/sha256.hpp"

namespace handbok {

std::string revision_manifest(const RevisionKey& revision, std::vector<DigestedFile> files) {
  std::ranges::sort(files, {}, &DigestedFile::path);
  std::string text = "handbok-revision-v1\ndoc " + revision.document + "\nrev " +
                     std::to_string(revision.number) + "\n";
  for (const auto& file : files) {
    text += "file sha256:" + file.sha256 + " " + std::to_string(file.size) + " " + file.path + "\n";
  }
  return text;
}

std::string manifest_digest(const std::string& manifest) {
  return "sha256:" + sha256_hex(manifest);
}

std::vector<DigestedFile> digested_files(const Revision& revision, const FileTree& sources) {
  std::vector<DigestedFile> files;
  if (const auto* const text = sources.find(revision.path)) {
    const auto name = revision.path.substr(revision.path.rfind('/') + 1);
    files.push_back({name, sha256_hex(*text), text->size()});
  }
  for (const auto& attachment : revision.attachments) {
    files.push_back({attachment.path, attachment.sha256, attachment.size});
  }
  return files;
}

}  // namespace handbok
