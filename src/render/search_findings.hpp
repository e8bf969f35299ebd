#pragma once

#include <vector>

#include "diag/diagnostic.hpp"
#include "render/site_context.hpp"
#include "search/word_groups.hpp"

namespace handbok {

/// Asks the site's own search. Reports documents that are not the first answer to their own title
/// or to what they are asked as (search.not-first), and everyday words and terms that lead to
/// nothing but themselves (search.unanswered).
void report_search_findings(const SiteContext& site, const std::vector<search::Entry>& entries,
                            const search::WordGroups& groups, Diagnostics& diagnostics);

}  // namespace handbok
