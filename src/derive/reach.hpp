#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"
#include "derive/organisation.hpp"

namespace handbok {

/// True if the revision reaches the unit on the day: the unit lies within its reach, is not
/// excluded, shares a regime with it (if it names any), and is not a contractor (domain.md 2.4).
bool reaches(const UnitsOnDay& units, const Revision& revision, const OrgUnit& unit);

/// What is followed in the unit instead of the text: one in force that replaces all of it there;
/// else the text itself, or nullptr if it does not reach the unit.
const Revision* followed_in(const DayView& view, const Revision& text, const OrgUnit& unit);

/// True if the text reaches the unit, and nothing replaces it there.
inline bool applies(const DayView& view, const Revision& text, const OrgUnit& unit) {
  return followed_in(view, text, unit) == &text;
}

/// True if the unit, or one above it, is among those.
bool is_within_one(const UnitsOnDay& units, const OrgUnit& unit,
                   const std::set<std::string_view>& ids);

/// The unit, or the nearest above it, that does work of our own itself or below it; or nullptr.
const OrgUnit* at_work(const UnitsOnDay& units, const OrgUnit& unit);

/// True if a roll-out is made in the unit: it lay within the roll-out's own on the day on which it
/// was done, or is to be, and the text applies to it now; or it is a contractor that it names.
bool is_made_in(const DayView& view, const Rollout& rollout, const OrgUnit& unit);
std::vector<const OrgUnit*> units_of(const DayView& view, const Rollout& rollout);

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
