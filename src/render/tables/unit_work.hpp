#pragma once

#include <cstdint>
#include <vector>

#include "derive/due_days.hpp"
#include "model/organisation.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// What comes first on the page of a unit: what is late and coming up (`unit_due`), if anything is.
std::vector<TableSection> unit_urgent(const OrgUnit& unit, const LinkScope& scope);

/// What a unit has to do in the work with quality: its meetings, self-checks, open actions,
/// roll-out, and the open risks that concern it. For a unit that a contractor runs also what binds
/// it, and no risks but its own. Sections without rows are left out.
std::vector<TableSection> unit_work(const OrgUnit& unit, const LinkScope& scope);

/// What is late in the unit or falls due within the horizon of reviews, and what else the checks
/// found wrong with its documents.
TableSection unit_due(const OrgUnit& unit, const LinkScope& scope);

/// The contracts with a contractor, the documents of the handbook that bind it too, the reports
/// that it owes and its services.
std::vector<TableSection> contractor_work(const OrgUnit& unit, const LinkScope& scope);

/// The reports that contractors owe and have sent, of one unit or, without it, of all.
TableSection contract_report_table(const OrgUnit* unit, const LinkScope& scope);

/// What a role answers for in the work with quality: its duties (SOSFS 2011:9, 3 kap. 3 §), what it
/// decides, the self-checks that it makes or analyses, its open actions and the open risks that it
/// owns. Sections without rows are left out.
std::vector<TableSection> role_work(const Role& role, const LinkScope& scope);

/// What the last column of a table of due days tells: who is to see to it, or where.
enum class DueColumn : std::uint8_t { who, where };

/// What is late or falls due, in the order given: what, when, and who or where. Late rows are
/// marked. Its heading is the word due_heading.
TableSection due_table(const std::vector<DueDay>& days, DueColumn column, const LinkScope& scope);

}  // namespace handbok
