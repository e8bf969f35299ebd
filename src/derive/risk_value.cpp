#include "derive/risk_value.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/missing_history.hpp"
#include "derive/reach.hpp"
#include "derive/self_check_days.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

/// True if the check checks nothing in particular, or some text that there is or was: one of texts
/// that are gone shows nothing.
bool has_something_to_check(const DayView& view, const SelfCheck& check) {
  return check.checks.empty() || std::ranges::any_of(check.checks, [&](const DocumentId& id) {
           const auto* const document = view.find(id);
           return document != nullptr && document->shown != nullptr;
         });
}

/// True if what handles a risk does so on the day, in the unit if one is asked about.
bool is_at_work(const DayView& view, const std::string& id, const OrgUnit* unit) {
  const auto& handbook = view.handbook();
  if (const auto* const check = handbook.find_self_check(id))
    return has_something_to_check(view, *check) &&
           (unit == nullptr ? is_made_on(*check, view.day()) : makes(view.units(), *check, *unit));
  if (const auto* const action = handbook.find_action(id))
    return was_decided(view, action->decided_on, "actions") && is_alive_on(*action, view.day()) &&
           (unit == nullptr || action->unit.empty() || view.units().is_within(*unit, action->unit));
  const auto* const item = find_by_id(handbook.control_items, id);
  const auto* const text = view.in_force(item == nullptr ? std::string_view(id) : item->plan);
  return text != nullptr && (unit == nullptr || followed_in(view, *text, *unit) != nullptr);
}

}  // namespace

bool is_known_on(const Risk& risk, Date day) {
  return risk.assessments.empty() || risk.assessments.front().on <= day;
}

bool is_open_on(const Risk& risk, Date day) {
  return is_known_on(risk, day) && (!risk.closed_on || day < *risk.closed_on);
}

const RiskAssessment* assessment_on(const Risk& risk, Date day) {
  const RiskAssessment* latest = nullptr;
  for (const auto& assessment : risk.assessments) {
    if (assessment.on <= day) latest = &assessment;
  }
  return latest;
}

const RiskScale* scale_for(const Settings& settings, RiskExercise exercise) {
  const RiskScale* common = nullptr;
  for (const auto& scale : settings.risk_scales) {
    if (std::ranges::find(scale.exercises, name_of(exercise)) != scale.exercises.end()) {
      return &scale;
    }
    if (scale.exercises.empty() && common == nullptr) common = &scale;
  }
  return common;
}

bool is_step(const std::vector<std::string>& steps, int number) {
  return number >= 1 && static_cast<std::size_t>(number) <= steps.size();
}

const RiskBand* band_for(const RiskScale& scale, int probability, int consequence) {
  if (scale.bands.empty()) return nullptr;
  const int value = probability * consequence;
  auto band =
      std::ranges::find_if(scale.bands, [&](const RiskBand& one) { return value <= one.up_to; });
  if (band == scale.bands.end()) --band;
  const auto floor = std::ranges::find(scale.bands, scale.floor_band, &RiskBand::name);
  const bool is_lifted = scale.floor_consequence > 0 && consequence >= scale.floor_consequence &&
                         floor != scale.bands.end();
  return is_lifted && band < floor ? &*floor : &*band;
}

std::vector<std::string> working_handlers(const DayView& view, const Risk& risk) {
  const auto& handbook = view.handbook();
  auto ids = risk.handled_by;
  const auto add = [&](const std::string& id) {
    if (!includes(ids, id)) ids.push_back(id);
  };
  for (const auto& action : handbook.actions)
    if (action.origin == ActionOrigin::risk && action.origin_id == risk.id) add(action.id);
  for (const auto& item : handbook.control_items)
    if (item.risk == risk.id) add(item.id);
  std::erase_if(ids, [&](const std::string& id) { return !is_at_work(view, id, nullptr); });
  return ids;
}

std::vector<std::string> handlers_in(const DayView& view, std::vector<std::string> handlers,
                                     const OrgUnit& unit) {
  std::erase_if(handlers, [&](const std::string& id) { return !is_at_work(view, id, &unit); });
  return handlers;
}

bool concerns(const UnitsOnDay& units, const Risk& risk, const OrgUnit& unit) {
  if (!risk.regimes.empty() && !shares_any(unit.regimes, risk.regimes)) return false;
  if (unit.kind == UnitKind::contractor) return risk.unit == unit.id;
  return risk.unit.empty() || units.is_within(unit, risk.unit);
}

RiskId other_risk_of(const Handbook& handbook, const Risk& risk, std::string_view handler) {
  RiskId named;
  const auto* const action = handbook.find_action(handler);
  if (action != nullptr && action->origin == ActionOrigin::risk) named = action->origin_id;
  const auto* const item = find_by_id(handbook.control_items, handler);
  if (item != nullptr) named = item->risk;
  return named == risk.id ? RiskId() : named;
}

bool is_accepted(const DayView& view, const Risk& risk) {
  return risk.treatment == RiskTreatment::accept && !risk.accepted_by.empty() &&
         was_decided(view, risk.accepted_on, "risks");
}

RiskValue risk_value_on(const Settings& settings, const Risk& risk, Date day) {
  RiskValue result;
  result.scale = scale_for(settings, risk.exercise);
  result.assessment = assessment_on(risk, day);
  if (result.assessment == nullptr || result.scale == nullptr) return result;
  const int probability = result.assessment->probability;
  const int consequence = result.assessment->consequence;
  const bool is_judged = is_step(result.scale->probability, probability) &&
                         is_step(result.scale->consequence, consequence);
  if (!is_judged) return result;
  result.value = probability * consequence;
  result.band = band_for(*result.scale, probability, consequence);
  result.must_be_handled = result.scale->threshold > 0 && result.value >= result.scale->threshold;
  return result;
}

}  // namespace handbok
