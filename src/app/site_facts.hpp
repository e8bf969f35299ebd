#pragma once

#include <set>
#include <vector>

#include "base/file_tree.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "publish/publish_rules.hpp"

namespace handbok {

/// What publish/ must know of the handbook on the day: the revisions that its site shows and what
/// is withheld of it.
SiteFacts site_facts(const DayView& view, const std::set<RevisionKey>& withheld);

/// The revisions that nobody has approved, each with what can be looked for on the pages of a site
/// that must not have it: a stretch of its text that stands in no other source.
std::vector<UnapprovedText> unapproved_texts(const DayView& view, const FileTree& sources);

/// The revisions for few (AudienceScope::restricted) that the whole handbook has and `view` has
/// not, each with what can be looked for on the pages of a site that must not have it: a stretch of
/// its text and one of its title that stand in no source of anything else; the title's not in the
/// words of the interface either.
std::vector<HiddenText> hidden_texts(const DayView& view, const DayView& whole,
                                     const FileTree& sources, const FileTree& theme);

}  // namespace handbok
