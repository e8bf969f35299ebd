#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// A step of a process in force.
struct StepPlace {
  const Revision* process = nullptr;
  const ProcessNode* node = nullptr;
};

/// What a text in force leads to in a unit: the way from the requirement that names it to what was
/// done about it. What is dated after the day is not in it.
struct EvidenceChain {
  const Revision* text = nullptr;
  std::vector<StepPlace> steps;          ///< made in the unit, that follow the text
  std::vector<const Rollout*> told;      ///< measures to make it known in the unit, done
  std::vector<const SelfCheck*> checks;  ///< of the text, that the unit makes
  std::vector<const Finding*> findings;  ///< about the text
  std::vector<const Action*> actions;    ///< that a finding or a check led to
  std::vector<const Revision*> changed;  ///< adopted revisions of the document that say why
};

/// The chains of one day, for many questions. Refers to the view, which must outlive it. Safe to
/// read from any thread once built.
class EvidenceIndex {
public:
  explicit EvidenceIndex(const DayView& view);

  /// None of it if the document is not in force or does not apply in the unit.
  EvidenceChain chain(std::string_view document, const OrgUnit& unit) const;

private:
  template <typename Row>
  using ByDocument = std::map<std::string_view, std::vector<Row>>;

  void add_actions(EvidenceChain& chain, const OrgUnit& unit) const;

  const DayView* view_;
  ByDocument<StepPlace> steps_;
  ByDocument<const Rollout*> rollouts_;
  ByDocument<const SelfCheck*> checks_;
  ByDocument<const Finding*> findings_;
  ByDocument<const Action*> actions_;  ///< by what they come from
  std::map<const SelfCheck*, std::vector<const OrgUnit*>> makers_;
  std::map<const Rollout*, std::vector<const OrgUnit*>> told_;
};

}  // namespace handbok
