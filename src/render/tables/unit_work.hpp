#pragma once

#include <vector>

#include "model/organisation.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// What a unit has to do in the work with quality, late and next first: its self-checks, its open
/// actions and the open risks that concern it. Sections without rows are left out.
std::vector<TableSection> unit_work(const OrgUnit& unit, const LinkScope& scope);

}  // namespace handbok
