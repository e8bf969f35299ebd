#pragma once

#include <vector>

#include "derive/standing.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// "Visat med brist" as a badge.
Html standing_badge(Standing standing, const LinkScope& scope);

/// How a thing stands in its units: the worst as a badge, and where if they differ.
Html standings_html(const std::vector<StandingCell>& cells, const LinkScope& scope);

/// "2 anmärkningar", with what they are in a list to open; nothing if there are none.
Html findings_html(const std::vector<const Diagnostic*>& findings, const LinkScope& scope);

/// What stands in a cell of a table, and under it a block, such as details, that no line may hold.
Html followed_by(Html html, const Html& block);

/// "Visat: 40 · Saknas: 2": so many of each.
Html standing_counts_html(const std::vector<Standing>& standings, const LinkScope& scope);

/// What is not plainly shown in a unit, the worst first, below the sums of all that concerns it.
TableSection standing_table(const OrgUnit& unit, const LinkScope& scope);

}  // namespace handbok
