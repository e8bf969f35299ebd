#include "render/site_index.hpp"

namespace handbok {
namespace {

const Revision* listed_revision(const DocumentDay& document, const Withheld& withheld) {
  const auto face = face_of(document, withheld);
  if (face.shown != nullptr || document.upcoming == nullptr) return face.shown;
  return withheld.reason(document.upcoming->key()) == nullptr ? document.upcoming : nullptr;
}

std::vector<ListedDocument> listed_documents(const DayView& view, const Withheld& withheld) {
  std::vector<ListedDocument> listed;
  for (const auto& document : view.documents()) {
    if (!is_published(document.state)) continue;
    listed.push_back({&document, listed_revision(document, withheld)});
  }
  return listed;
}

/// What readers see of the documents in force.
std::vector<const Revision*> applying_revisions(const std::vector<ListedDocument>& documents) {
  std::vector<const Revision*> revisions;
  for (const auto& listed : documents) {
    if (listed.day->state != DocumentState::in_force || listed.revision == nullptr) continue;
    if (listed.revision != listed.day->upcoming) revisions.push_back(listed.revision);
  }
  return revisions;
}

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

/// What falls due within the handbook's horizon. That a draft was returned is not for readers: of
/// drafts they know nothing.
DueIndex readers_due(const DayView& view) {
  const auto last = view.day().plus_days(view.handbook().settings.review_horizon_days);
  auto days = due_days(view, last, nullptr);
  std::erase_if(days, [](const DueDay& day) { return day.kind == DueKind::mending; });
  return {view, last, std::move(days)};
}

}  // namespace

SiteIndex make_site_index(const Edition& edition, const Withheld& withheld) {
  const auto& view = edition.view;
  auto documents = listed_documents(view, withheld);
  const auto applying = applying_revisions(documents);
  SiteIndex index{.documents = std::move(documents),
                  .roles = RoleUses(applying),
                  .laws = LawUses(view.handbook(), applying),
                  .reach = ReachIndex(view, applying),
                  .standings = Standings(view, edition.told),
                  .evidence = EvidenceIndex(view),
                  .applied = AppliedHistory(view),
                  .own_uses = OwnUses(view.handbook(), view.day()),
                  .due = readers_due(view),
                  .targets = {},
                  .by_owner = {},
                  .by_unit = {}};
  for (const auto& listed : index.documents) {
    if (listed.revision == nullptr || is_over(listed.day->state)) continue;
    index.by_owner[listed.revision->owner].push_back(listed);
    index.by_unit[listed.revision->unit].push_back(listed);
  }
  return index;
}

DocumentFace face_of(const DocumentDay& document, const Withheld& withheld) {
  if (document.shown == nullptr) return {};
  const auto* const reason = withheld.reason(document.shown->key());
  if (reason == nullptr) return {document.shown, nullptr, nullptr};
  return {last_whole(document, *document.shown, withheld), document.shown, reason};
}

}  // namespace handbok
