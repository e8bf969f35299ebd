#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

enum class CheckForm : std::uint8_t {
  checklist,
  self_assessment,
  survey,
  audit,
  measurement,
  round,
  interview,
  comparison,
  analysis
};

/// The ways of self-checking that the advice to SOSFS 2011:9, 5 kap. 2 § names.
enum class CheckMethod : std::uint8_t {
  quality_register,
  open_comparison,
  other_units,
  own_history,
  target_group_survey,
  record_review,
  staff_attitudes,
  patient_committee,
  auditor_stakeholder
};

enum class CheckOutcome : std::uint8_t { ok, partly, not_ok };

/// One time a self-check was made. Aggregates only, never persons.
struct CheckOccurrence {
  Date due_on;  ///< the planned day it answers
  Date done_on;
  UnitId unit;            ///< whose result it is; empty: of all together, or nobody said whose
  bool together = false;  ///< one result for all units that make the check
  CheckOutcome outcome = CheckOutcome::ok;
  std::string value;  ///< measured value as written, such as "94 %"
  std::string analysis;
  std::string decision;  ///< id of an action, or words; empty if nothing was decided
};

/// A recurring check of the own work (SOSFS 2011:9, 5 kap. 2 §): what, how, when, where documented
/// and by whom.
struct SelfCheck {
  SelfCheckId id;
  std::string what;
  CheckForm form = CheckForm::checklist;
  CheckMethod method = CheckMethod::own_history;
  std::string how;
  int every_months = 0;          ///< 0 if it is made on events only
  std::optional<Date> first_on;  ///< first planned day; later ones follow by `every_months`
  bool on_last_day = false;      ///< planned for the last day of the month
  std::string documented_in;
  std::vector<RoleId> performed_by;
  std::vector<RoleId> analysed_by;
  std::vector<DocumentId> checks;  ///< processes and documents
  std::vector<RegimeId> regimes;
  std::vector<UnitId> units;         ///< local to these; empty if common
  std::vector<UnitId> except_units;  ///< left out of a common check
  std::vector<std::string> breakdown;
  std::vector<CheckOccurrence> occurrences;  ///< by rising planned day
  std::optional<Date> ends_on;               ///< first day on which it is no longer made
  Location location;
};

}  // namespace handbok
