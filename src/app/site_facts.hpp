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

/// Withholds the revision too: its addresses stand as they were last published.
void withhold(const RevisionKey& revision, const DayView& view, SiteFacts& facts);

}  // namespace handbok
