#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// What came out for a goal in a period.
struct GoalOutcome {
  std::string period;  ///< "2026-T1"
  std::string value;   ///< as written, such as "94 %"
  Date on;
  UnitId unit;            ///< whose it is; empty: of all together, or nobody said whose
  bool together = false;  ///< one for all units whose goal it is
};

/// What the work shall reach, and how one can tell.
struct Goal {
  GoalId id;
  std::string title;
  std::vector<UnitId> units;  ///< whose goal it is
  GoalId parent;              ///< the goal it breaks down; may be empty
  std::string origin;         ///< law, own or user
  std::string area;
  std::string indicator;                 ///< what is measured; empty: none
  std::string target;                    ///< the value to reach, such as "95 %"; empty: none
  std::vector<std::string> measured_by;  ///< ids of self-checks, or SAM for the compilations
  bool by_sex = false;
  RoleId owner;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which it no longer applies
  std::vector<GoalOutcome> outcomes;
  Location location;
};

}  // namespace handbok
