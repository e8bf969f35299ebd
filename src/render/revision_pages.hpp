#pragma once

#include <vector>

#include "render/references.hpp"

namespace handbok {

/// True if the revision has a page: it is published, or drafts are shown; in a preview only drafts
/// and texts under review have one.
bool has_page(const RevisionDay& day, const RenderOptions& options);

/// All revisions with a permanent page, in the order of the handbook.
std::vector<const Revision*> revisions_with_page(const RenderInput& input);

/// The revision with a permanent page that came before, or nullptr if it is the first. The page
/// that compares the two exists whenever both have a page. In a preview: the one in force, which
/// has no page there.
const Revision* revision_before(const Revision& revision, const DayView& view,
                                const RenderOptions& options);

/// For whom the links on a page of that revision are resolved: an archived one leads to what was in
/// force on the last day that it was.
LinkScope revision_scope(const Revision& revision, const SiteContext& site);

}  // namespace handbok
