#include "render/reader_view.hpp"

namespace handbok {
namespace {

/// True if the revision has entered into force at some time.
bool has_started(RevisionState state) {
  return is_published(state) && state != RevisionState::upcoming;
}

/// The last whole revision before `meant` that has been in force, or nullptr.
const Revision* last_whole(const DocumentDay& document, const Revision& meant,
                           const Withheld& withheld) {
  const Revision* found = nullptr;
  for (std::size_t i = 0; i < document.revisions.size(); ++i) {
    const auto& revision = document.document->revisions[i];
    if (revision.number >= meant.number || !has_started(document.revisions[i].state)) continue;
    if (withheld.reason(revision.key()) == nullptr) found = &revision;
  }
  return found;
}

}  // namespace

DocumentFace face_of(const DocumentDay& document, const Withheld& withheld) {
  if (document.shown == nullptr) return {};
  const auto* const reason = withheld.reason(document.shown->key());
  if (reason == nullptr) return {document.shown, nullptr, nullptr};
  return {last_whole(document, *document.shown, withheld), document.shown, reason};
}

}  // namespace handbok
