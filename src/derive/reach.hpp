#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"
#include "derive/organisation.hpp"

namespace handbok {

/// True if the revision applies to the unit on the day: the unit lies within its reach, is not
/// excluded, shares a regime with it (if it names any), and is not a contractor (domain.md 2.4).
bool reaches(const Handbook& handbook, const Revision& revision, const OrgUnit& unit, Date day);

/// The same for many units.
bool reaches(const UnitsOnDay& units, const Revision& revision, const OrgUnit& unit);

/// The revisions in force that apply to the unit: central first, then nearer levels, then its own;
/// within a level by document id.
std::vector<const Revision*> effective_handbook(const DayView& view, const OrgUnit& unit);

/// Which revisions apply to a unit, for many units: the rule of derive/reach, asked once for all
/// revisions that name the same units and regimes. Refers to the view and the revisions, which must
/// outlive it. Safe to read from any thread once built.
class ReachIndex {
public:
  ReachIndex(const DayView& view, std::span<const Revision* const> revisions);

  /// Those of the revisions that apply to the unit: of central units first, then nearer ones, then
  /// its own; those of one unit by document id.
  std::vector<const Revision*> of(const OrgUnit& unit) const;

private:
  /// Revisions that reach the same units; never empty.
  struct Scope {
    std::vector<const Revision*> revisions;
    int depth = 0;  ///< of the unit that owns them
  };

  UnitsOnDay units_;
  std::vector<Scope> scopes_;  ///< by depth and owning unit
};

}  // namespace handbok
