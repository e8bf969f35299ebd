#pragma once

#include "load/table_reader.hpp"
#include "model/planning.hpp"

namespace handbok {

/// The kind of plan that the key `kind` names.
inline PlanKind read_plan_kind(TableReader& row) {
  return row.choice<PlanKind>("kind", {{"operational", PlanKind::operational},
                                       {"action", PlanKind::action},
                                       {"internal_control", PlanKind::internal_control},
                                       {"introduction", PlanKind::introduction},
                                       {"self_check", PlanKind::self_check},
                                       {"budget_part", PlanKind::budget_part},
                                       {"preparedness", PlanKind::preparedness}});
}

}  // namespace handbok
