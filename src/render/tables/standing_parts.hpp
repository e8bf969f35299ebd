#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/standing.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// What readers call it: "Visat med brist".
Word standing_word(Standing standing);

/// The same as a badge.
Html standing_badge(Standing standing, const LinkScope& scope);

/// How a thing stands in its units: the worst as a badge, and where if they differ.
Html standings_html(const std::vector<StandingCell>& cells, const LinkScope& scope);

/// The thing of a cell, as a link if it has a page or a row.
Html thing_html(const StandingCell& cell, const LinkScope& scope);

/// A day in words, or what else shows something as a link.
Html shown_html(const std::string& text, const LinkScope& scope);

/// "2 anmärkningar", with what they are in a list to open; nothing if there are none.
Html findings_html(const std::vector<const Diagnostic*>& findings, const LinkScope& scope);

/// What stands in a cell of a table, and under it a block, such as details, that no line may hold.
Html followed_by(Html html, const Html& block);

/// "Visat: 40 · Saknas: 2": so many of each, leading to its part of the page of a unit's standing,
/// if they are counted on one.
Html standing_counts_html(const std::vector<Standing>& standings,
                          const std::optional<std::string>& parts_on, const LinkScope& scope);

/// How much stands how in a unit, and the way to its page that says what; empty if it has none.
TableSection standing_section(const OrgUnit& unit, const LinkScope& scope);

}  // namespace handbok
