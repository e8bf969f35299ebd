#pragma once

#include <vector>

#include "base/file_tree.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "publish/site_facts.hpp"

namespace handbok {

/// What publish/ must know of the handbook on the day: the revisions that its site shows, texts
/// that it must not show, and what is withheld. `diagnostics` are all that were found.
SiteFacts site_facts(const DayView& view, const std::vector<Diagnostic>& diagnostics,
                     const FileTree& sources);

/// The revisions for few (AudienceScope::restricted) that the whole handbook has and `view` has
/// not, each with what can be looked for on the pages of a site that must not have it: a stretch of
/// its text and one of its title that stand in no source of anything else; the title's not in the
/// words of the interface either.
std::vector<HiddenText> hidden_texts(const DayView& view, const DayView& whole,
                                     const FileTree& sources, const FileTree& theme);

/// Withholds the revision too: its addresses stand as they were last published.
void withhold(const RevisionKey& revision, const DayView& view, SiteFacts& facts);

}  // namespace handbok
