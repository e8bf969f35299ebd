#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// What the sources show of one thing in one unit on a day; a later one is worse news.
enum class Standing : std::uint8_t {
  shown,
  faulty,   ///< shown, but part of it is not in force, went badly or is criticised by a finding
  unknown,  ///< what would show it is not here, or is not said to be of this unit
  missing
};

/// What must exist or be done.
enum class ThingKind : std::uint8_t {
  requirement,
  clause,  ///< that no requirement answers to
  topic,
  complaints,  ///< of a group, and how they are received
  activity,
  self_check,       ///< a planned day
  review,           ///< of a document that applies in the unit
  rollout,          ///< a measure to make a document known
  risk,             ///< one that is to be treated
  reading,          ///< of what a goal measures
  yearly_report,    ///< that covers the unit
  contract_report,  ///< that a contractor owes
};

/// How a demand was met in a unit, and by what.
struct Answer {
  Standing standing = Standing::shown;
  std::vector<std::string> shown_by{};  ///< ids, or days
};

/// Something that must be done in units, whatever it is. Refers to the view it was found in.
struct Demand {
  ThingKind kind = ThingKind::self_check;
  std::string thing;  ///< "EGK-03/2026-09-30", "RSK-04"
  std::string title;
  std::vector<const OrgUnit*> units;  ///< that it concerns
  std::optional<Date> due;            ///< the last day to do it; none: it is demanded at once
  /// How it was met in one of the units, none if it was not.
  std::function<std::optional<Answer>(const OrgUnit&)> answer_in;
  /// The day of which the register must tell for it to be missing; none: the day of the view.
  std::optional<Date> lacking_on{};
};

/// What is demanded of `units` on the day of the view, by kind and then in the order of its
/// register: what recurs as far as its day lies in the last twelve months, what is to be done once
/// until it is done and for twelve months after its day. What is neither done nor due is demanded
/// too; the day says that it is not missing yet.
std::vector<Demand> demands_on(const DayView& view, const std::vector<const OrgUnit*>& units);

}  // namespace handbok
