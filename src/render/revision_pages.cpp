#include "render/revision_pages.hpp"

#include "render/addresses.hpp"
#include "render/revision_times.hpp"

namespace handbok {

bool has_page(const RevisionDay& day, const RenderOptions& options) {
  const bool is_draft = day.state == RevisionState::draft || day.state == RevisionState::in_review;
  if (options.preview) return is_draft;
  return is_published(day.state) || (options.drafts && is_draft);
}

std::vector<const Revision*> revisions_with_page(const RenderInput& input) {
  std::vector<const Revision*> revisions;
  for (const auto& document : input.edition.view.documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      if (!has_page(document.revisions[i], input.options)) continue;
      revisions.push_back(&document.document->revisions[i]);
    }
  }
  return revisions;
}

const Revision* revision_before(const Revision& revision, const DayView& view,
                                const RenderOptions& options) {
  const Revision* before = nullptr;
  for (const auto& other : view.find(revision.document)->document->revisions) {
    if (other.number == revision.number) break;
    const auto& day = view.of(other);
    // A draft is compared with the text that it is to replace.
    const bool counts = options.preview ? day.state == RevisionState::in_force ||
                                              day.state == RevisionState::expired
                                        : has_page(day, options);
    if (counts) before = &other;
  }
  return before;
}

LinkScope revision_scope(const Revision& revision, const SiteContext& site) {
  const auto path = address::revision(site.handbook(), revision.key());
  LinkScope scope{site, root_of(path), std::nullopt};
  const auto& day = site.view().of(revision);
  const bool is_past = day.validity && day.validity->to && *day.validity->to <= site.view().day();
  if (is_past && !day.validity->is_empty()) scope.as_of = last_day(*day.validity);
  return scope;
}

}  // namespace handbok
