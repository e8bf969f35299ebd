#include "render/site_index.hpp"

#include "render/reader_view.hpp"

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

}  // namespace

SiteIndex make_site_index(const DayView& view, const Withheld& withheld) {
  auto documents = listed_documents(view, withheld);
  const auto applying = applying_revisions(documents);
  const auto horizon = view.handbook().settings.review_horizon_days;
  SiteIndex index{.documents = std::move(documents),
                  .roles = RoleUses(applying),
                  .laws = LawUses(view.handbook(), applying),
                  .reach = ReachIndex(view, applying),
                  .own_uses = OwnUses(view.handbook(), view.day()),
                  .units = UnitsOnDay(view.handbook(), view.day()),
                  .due = DueIndex(view, view.day().plus_days(horizon)),
                  .by_owner = {},
                  .by_unit = {}};
  for (const auto& listed : index.documents) {
    if (listed.revision == nullptr || is_over(listed.day->state)) continue;
    index.by_owner[listed.revision->owner].push_back(listed);
    index.by_unit[listed.revision->unit].push_back(listed);
  }
  return index;
}

}  // namespace handbok
