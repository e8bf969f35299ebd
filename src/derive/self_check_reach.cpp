#include "derive/self_check_reach.hpp"

#include <algorithm>

#include "derive/organisation.hpp"
#include "derive/reach.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

bool has_regime_of(const OrgUnit& unit, const SelfCheck& check) {
  return check.regimes.empty() || shares_any(unit.regimes, check.regimes);
}

/// The text of a document that applied on the day, or nullptr if none had been adopted.
const Revision* text_on(const Document& document, Date day) {
  const Revision* text = nullptr;
  for (const auto& revision : document.revisions) {
    const auto& approval = revision.approval;
    const bool has_begun = approval && approval->valid_from && *approval->valid_from <= day;
    if (has_begun && !approval->withdrawal) text = &revision;
  }
  return text;
}

/// Asks about one self-check on one day.
class SelfCheckReach {
public:
  SelfCheckReach(const Handbook& handbook, const SelfCheck& check, Date day)
      : handbook_(&handbook),
        check_(&check),
        day_(day) {
    for (const auto& id : check.checks) {
      const auto* const document = handbook.find_document(id);
      const auto* const text = document == nullptr ? nullptr : text_on(*document, day);
      if (text != nullptr) texts_.push_back(text);
    }
  }

  bool contains(const OrgUnit& unit) const {
    if (!exists_on(unit, day_) || is_below_any(unit, check_->except_units)) return false;
    if (std::ranges::find(check_->units, unit.id) != check_->units.end()) {
      return children_on(*handbook_, unit.id, day_).empty();
    }
    const bool is_meant = check_->units.empty() || is_below_any(unit, check_->units);
    return is_meant && has_regime_of(unit, *check_) && is_operative_on(*handbook_, unit, day_) &&
           follows_what_is_checked(unit);
  }

private:
  bool is_below_any(const OrgUnit& unit, const std::vector<UnitId>& tops) const {
    return std::ranges::any_of(
        tops, [&](const UnitId& top) { return is_within(*handbook_, unit.id, top, day_); });
  }

  bool follows_what_is_checked(const OrgUnit& unit) const {
    return texts_.empty() || std::ranges::any_of(texts_, [&](const Revision* text) {
             return reaches(*handbook_, *text, unit, day_);
           });
  }

  const Handbook* handbook_;
  const SelfCheck* check_;
  std::vector<const Revision*> texts_;  ///< that it checks, as they applied on the day
  Date day_;
};

}  // namespace

bool is_operative_on(const Handbook& handbook, const OrgUnit& unit, Date day) {
  return unit.kind == UnitKind::own && unit.operative && exists_on(unit, day) &&
         children_on(handbook, unit.id, day).empty();
}

std::vector<const OrgUnit*> units_that_make(const Handbook& handbook, const SelfCheck& check,
                                            Date day) {
  if (!is_made_on(check, day)) return {};
  const SelfCheckReach reach(handbook, check, day);
  std::vector<const OrgUnit*> units;
  for (const auto& unit : handbook.units) {
    if (reach.contains(unit)) units.push_back(&unit);
  }
  return units;
}

}  // namespace handbok
