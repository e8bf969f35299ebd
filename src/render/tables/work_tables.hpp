#pragma once

#include <string>
#include <vector>

#include "model/action.hpp"
#include "model/risk.hpp"
#include "model/self_check.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

// Tables that stand both on a page of their own and on the pages of units.

/// The risks as a table, the highest value first.
TableSection risk_table(std::string anchor, std::string heading,
                        const std::vector<const Risk*>& risks, const LinkScope& scope);

/// The self-checks as a table, the next one first.
TableSection self_check_table(std::string anchor, std::string heading,
                              std::vector<const SelfCheck*> checks, const LinkScope& scope);

/// The actions that are open or wait for their effect to be checked, the next one first.
TableSection action_table(std::string anchor, std::string heading,
                          const std::vector<const Action*>& actions, const LinkScope& scope);

}  // namespace handbok
