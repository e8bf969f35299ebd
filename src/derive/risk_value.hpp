#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "derive/day_view.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// How a risk is judged on a day. The pointers point into the Handbook.
struct RiskValue {
  const RiskAssessment* assessment = nullptr;  ///< the latest known; nullptr: never assessed
  const RiskScale* scale = nullptr;            ///< nullptr if no scale fits its exercise
  int value = 0;  ///< probability times consequence; 0: a number is missing or off the scale
  const RiskBand* band = nullptr;  ///< nullptr without value or scale
  bool must_be_handled = false;    ///< the value is at or above the threshold
};

/// True if the risk is known on the day: somebody has assessed it by then, or nobody ever has.
bool is_known_on(const Risk& risk, Date day);

/// True if the risk is known on the day and not closed.
bool is_open_on(const Risk& risk, Date day);

/// The latest assessment on or before the day, or nullptr.
const RiskAssessment* assessment_on(const Risk& risk, Date day);

/// The first scale that names the exercise, or else the first that names none, or nullptr.
const RiskScale* scale_for(const Settings& settings, RiskExercise exercise);

/// True if a scale with these steps has the number: they count from 1.
bool is_step(const std::vector<std::string>& steps, int number);

/// The band of a product of the two; above the last band that one. A consequence at the scale's
/// floor lifts it to the band of the floor at least. nullptr if the scale has no bands.
const RiskBand* band_for(const RiskScale& scale, int probability, int consequence);

/// What handles the risk on the day of the view, each once: of what its row names, and then of the
/// actions and control items that name it, self-checks that are still made, actions that are
/// decided and not cancelled, control items of plans in force, and documents in force.
std::vector<std::string> working_handlers(const DayView& view, const Risk& risk);

/// Those of them that are done or apply in the unit.
std::vector<std::string> handlers_in(const DayView& view, std::vector<std::string> handlers,
                                     const OrgUnit& unit);

/// True if the risk is the unit's: of its work, and of the unit, one above it or nobody in
/// particular. A contractor has only what names it.
bool concerns(const UnitsOnDay& units, const Risk& risk, const OrgUnit& unit);

/// The risk that the action or control item says that it is for, if that is another; else empty:
/// the two ends of the link disagree.
RiskId other_risk_of(const Handbook& handbook, const Risk& risk, std::string_view handler);

/// True if somebody had decided to live with the risk on the day of the view.
bool is_accepted(const DayView& view, const Risk& risk);

/// Everything of the above about one risk.
RiskValue risk_value_on(const Settings& settings, const Risk& risk, Date day);

}  // namespace handbok
