#pragma once

#include <vector>

#include "model/organisation.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// What a role answers for in the work with quality: its duties (SOSFS 2011:9, 3 kap. 3 §), what it
/// decides, the self-checks that it makes or analyses, its open actions and the open risks that it
/// owns. Sections without rows are left out.
std::vector<TableSection> role_work(const Role& role, const LinkScope& scope);

}  // namespace handbok
