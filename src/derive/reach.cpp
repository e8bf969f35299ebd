#include "derive/reach.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.hpp"

namespace handbok {
namespace {

bool shares_regime(const Revision& revision, const OrgUnit& unit) {
  return revision.regimes.empty() || shares_any(unit.regimes, revision.regimes);
}

bool lies_under_it(const UnitsOnDay& units, const Revision& revision, const OrgUnit& unit) {
  return revision.applies_to.empty() ? units.is_within(unit, revision.unit)
                                     : units.is_within_any(unit, revision.applies_to);
}

/// All that derive/reach looks at in a revision.
auto reach_of(const Revision& revision) {
  return std::tie(revision.unit, revision.applies_to, revision.excludes, revision.regimes);
}

struct SameReachLess {
  bool operator()(const Revision* a, const Revision* b) const {
    return reach_of(*a) < reach_of(*b);
  }
};

/// The unit, or the nearest above it, for which the condition holds; or nullptr.
template <typename Condition>
const OrgUnit* nearest(const UnitsOnDay& units, const OrgUnit& unit, Condition holds) {
  const auto* current = &unit;
  for (std::size_t steps = 0; current != nullptr && steps <= units.handbook().units.size();
       ++steps) {
    if (holds(*current)) return current;
    current = units.handbook().find_unit(parent_on(*current, units.day()));
  }
  return nullptr;
}

}  // namespace

bool reaches(const UnitsOnDay& units, const Revision& revision, const OrgUnit& unit) {
  if (unit.kind == UnitKind::contractor || !exists_on(unit, units.day())) return false;
  if (includes(revision.applies_to, unit.id)) return true;  // named: regimes do not matter
  return lies_under_it(units, revision, unit) && !units.is_within_any(unit, revision.excludes) &&
         shares_regime(revision, unit);
}

const Revision* followed_in(const DayView& view, const Revision& text, const OrgUnit& unit) {
  if (!reaches(view.units(), text, unit)) return nullptr;
  if (text.local_override != LocalOverride::allowed) return &text;
  const auto& locals = view.replacing(text.document);
  const auto local = std::ranges::find_if(
      locals, [&](const Revision* one) { return reaches(view.units(), *one, unit); });
  return local == locals.end() ? &text : *local;
}

bool is_within_one(const UnitsOnDay& units, const OrgUnit& unit,
                   const std::set<std::string_view>& ids) {
  return nearest(units, unit, [&](const OrgUnit& one) { return ids.contains(one.id); }) != nullptr;
}

const OrgUnit* at_work(const UnitsOnDay& units, const OrgUnit& unit) {
  return nearest(units, unit, [&](const OrgUnit& one) {
    return one.kind == UnitKind::own && (units.has_children(one) || units.is_operative(one));
  });
}

bool is_made_in(const DayView& view, const Rollout& rollout, const OrgUnit& unit) {
  const bool is_done = rollout.done_on && *rollout.done_on <= view.day();
  const auto day = is_done ? *rollout.done_on : rollout.due_on.value_or(view.day());
  const auto* const document = view.find(rollout.document);
  if (document == nullptr || !exists_on(unit, day)) return false;
  const auto* const text = document->upcoming != nullptr ? document->upcoming : document->in_force;
  if (text == nullptr || unit.kind == UnitKind::contractor)
    return text != nullptr && unit.id == rollout.unit;
  return applies(view, *text, unit) && is_within(view.handbook(), unit.id, rollout.unit, day);
}

std::vector<const OrgUnit*> units_of(const DayView& view, const Rollout& rollout) {
  std::vector<const OrgUnit*> units;
  for (const auto& unit : view.handbook().units)
    if (is_made_in(view, rollout, unit)) units.push_back(&unit);
  return units;
}

std::vector<const Revision*> effective_handbook(const DayView& view, const OrgUnit& unit) {
  std::vector<const Revision*> texts;
  for (const auto& document : view.documents()) {
    if (document.in_force != nullptr && applies(view, *document.in_force, unit))
      texts.push_back(document.in_force);
  }
  return ReachIndex(view, texts).of(unit);
}

ReachIndex::ReachIndex(const DayView& view, std::span<const Revision* const> revisions)
    : units_(view.handbook(), view.day()) {
  std::map<const Revision*, std::vector<const Revision*>, SameReachLess> by_reach;
  for (const auto* const revision : revisions)
    by_reach[revision].push_back(revision);
  for (auto& [example, group] : by_reach) {
    const auto depth = depth_on(view.handbook(), example->unit, view.day());
    scopes_.push_back({std::move(group), depth});
  }
  std::ranges::stable_sort(scopes_, {}, &Scope::depth);  // by_reach is sorted by unit already
}

std::vector<const Revision*> ReachIndex::of(const OrgUnit& unit) const {
  std::vector<const Revision*> found;
  for (auto scope = scopes_.begin(); scope != scopes_.end();) {
    const auto& owner = scope->revisions.front()->unit;
    const auto start = static_cast<std::ptrdiff_t>(found.size());
    for (; scope != scopes_.end() && scope->revisions.front()->unit == owner; ++scope) {
      if (!reaches(units_, *scope->revisions.front(), unit)) continue;
      found.insert(found.end(), scope->revisions.begin(), scope->revisions.end());
    }
    std::sort(found.begin() + start, found.end(),
              [](const auto* a, const auto* b) { return a->document < b->document; });
  }
  return found;
}

}  // namespace handbok
