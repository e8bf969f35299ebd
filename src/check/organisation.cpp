// Units that nobody heads or that no law is said to govern, and roles without use.

#include "derive/organisation.hpp"

#include <set>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

std::vector<const OrgUnit*> present_units(const CheckContext& context) {
  std::vector<const OrgUnit*> units;
  for (const auto& unit : context.handbook().units) {
    if (exists_on(unit, context.day())) units.push_back(&unit);
  }
  return units;
}

void report_unit(CheckContext& context, const OrgUnit& unit, Code code) {
  CheckReport report{code, unit.location, {unit.name, unit.id}};
  report.subject = unit.id;
  report.owner = unit.head;
  context.report_entry(std::move(report));
}

using Roles = std::set<RoleId, std::less<>>;

void add(Roles& used, const std::vector<RoleId>& roles) {
  used.insert(roles.begin(), roles.end());
}

void add_roles_of(Roles& used, const Revision& revision) {
  used.insert(revision.owner);
  add(used, revision.audience);
  for (const auto& row : revision.responsible)
    add(used, row.roles);
  if (revision.process) {
    for (const auto& node : revision.process->nodes)
      add(used, node.roles);
  }
  if (revision.approval) {
    for (const auto& signature : revision.approval->signatures)
      used.insert(signature.role);
  }
}

Roles used_roles(const CheckContext& context) {
  Roles used;
  for (const auto& unit : context.handbook().units)
    used.insert(unit.head);
  for (const auto& checked : context.revisions()) {
    if (checked.is_adopted()) add_roles_of(used, *checked.revision);
  }
  return used;
}

}  // namespace

void check_unit_no_head(CheckContext& context) {
  for (const auto* const unit : present_units(context)) {
    const bool has_both = !unit->head.empty() && !trim(unit->contact).empty();
    if (!has_both) report_unit(context, *unit, Code::unit_no_head);
  }
}

void check_unit_regime_missing(CheckContext& context) {
  if (context.handbook().settings.regimes.empty()) return;  // the handbook tells no laws apart
  for (const auto* const unit : present_units(context)) {
    if (unit->regimes.empty()) report_unit(context, *unit, Code::unit_regime_missing);
  }
}

void check_role_unused(CheckContext& context) {
  const auto used = used_roles(context);
  for (const auto& role : context.handbook().roles) {
    if (used.contains(role.id)) continue;
    CheckReport report{Code::role_unused, role.location, {role.name, role.id}};
    report.subject = role.id;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
