#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// Who answers for a duty on one level of the organisation.
struct DutyHolder {
  std::string level;
  RoleId role;
  bool lead = false;
};

/// A task in the work with quality and who does it on each level (SOSFS 2011:9, 3 kap. 3 §).
struct Duty {
  DutyId id;
  std::string title;
  SourceId source;
  std::string clause;
  std::string system = "quality";       ///< quality, work_env, infosec …
  std::vector<std::string> levels;      ///< where somebody must answer for it
  std::vector<DutyHolder> responsible;  ///< in order
  std::vector<RoleId> participates;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which it is laid out otherwise
  Location location;
};

/// The right to make a kind of decision.
struct DecisionAuthority {
  std::string id;
  std::string title;
  RoleId decider;
  RoleId delegated_by;
  RoleId report_to;
  std::string ref;
  std::vector<RegimeId> regimes;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day without it
  Location location;
};

}  // namespace handbok
