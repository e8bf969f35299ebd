#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "diag/diagnostic.hpp"
#include "render/pages/control_view.hpp"
#include "render/references.hpp"

namespace handbok {

// What the page "Kontroll" and the pages of the owners below it are made of. Nothing of it names a
// draft: diagnostics are those that the edition tells.

/// The diagnostics that readers may be told, by the role that is to see to them, in their order;
/// under "" those of no role that the handbook has.
std::map<RoleId, std::vector<const Diagnostic*>, std::less<>> diagnostics_by_owner(
    const SiteContext& site);

/// The diagnostics in words: the gravest first, what somebody decided to live with last.
std::vector<FindingView> finding_views(const std::vector<const Diagnostic*>& diagnostics,
                                       const LinkScope& scope);

/// The documents in review by owner, as above. Their text is not told.
std::map<RoleId, std::vector<ReviewView>, std::less<>> reviews_by_owner(const LinkScope& scope);

/// The revisions that readers would see but for an error: all, or those that `owner` owns.
std::vector<WithheldView> withheld_views(const LinkScope& scope);
std::vector<WithheldView> withheld_views(std::string_view owner, const LinkScope& scope);

/// How many there are of each severity; what somebody decided to live with is counted by itself.
struct FindingCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t accepted = 0;

  void add(const Diagnostic& diagnostic);
};

/// The counts by name, for the list at the top of a page.
std::vector<CountView> count_views(const FindingCounts& counts, const SiteContext& site);

/// The language of the site's messages: that of the handbook.
Language language_of(const SiteContext& site);

/// A link to the owner's page with the role's name; the name alone if there is no such page.
LinkView owner_link(std::string_view role, const LinkScope& scope);

}  // namespace handbok
