#include "derive/reach_index.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "derive/organisation.hpp"
#include "derive/reach.hpp"

namespace handbok {
namespace {

/// All that derive/reach looks at in a revision.
auto reach_of(const Revision& revision) {
  return std::tie(revision.unit, revision.applies_to, revision.excludes, revision.regimes);
}

struct SameReachLess {
  bool operator()(const Revision* a, const Revision* b) const {
    return reach_of(*a) < reach_of(*b);
  }
};

}  // namespace

ReachIndex::ReachIndex(const DayView& view, std::span<const Revision* const> revisions)
    : view_(&view) {
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
      if (!reaches(view_->handbook(), *scope->revisions.front(), unit, view_->day())) continue;
      found.insert(found.end(), scope->revisions.begin(), scope->revisions.end());
    }
    std::sort(found.begin() + start, found.end(),
              [](const auto* a, const auto* b) { return a->document < b->document; });
  }
  return found;
}

}  // namespace handbok
