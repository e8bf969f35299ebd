#include "app/digest.hpp"

#include "load/load.hpp"
#include "model/approval_digest.hpp"
#include "model/references.hpp"

namespace handbok {

std::optional<RevisionManifest> manifest_of(const FileTree& sources, std::string_view reference) {
  const auto named = parse_document_reference(reference);
  if (!named || !named->revision) return std::nullopt;
  Diagnostics ignored;  // the question is about bytes, whatever is wrong with them
  const Handbook handbook = load(sources, ignored);
  const auto* const document = handbook.find_document(named->document);
  const auto* const revision = document == nullptr ? nullptr : document->find(*named->revision);
  if (revision == nullptr) return std::nullopt;
  auto text = revision_manifest(revision->key(), digested_files(*revision, sources));
  auto digest = manifest_digest(text);
  return RevisionManifest{std::move(text), std::move(digest)};
}

}  // namespace handbok
