// Units that nobody heads or that no law is said to govern, and roles without use.

#include "derive/organisation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/requirement_status.hpp"
#include "derive/row_days.hpp"
#include "derive/row_references.hpp"
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
  for (const auto& reference : register_references(context.handbook()))
    if (reference.kind() == ReferenceKind::role) used.insert(*reference.id);
  for (const auto& checked : context.revisions()) {
    add_roles_of(used, *checked.revision);
  }
  return used;
}

}  // namespace

/// A unit that took over another's name is no twin of it: it came after.
void check_unit_name_taken(CheckContext& context) {
  std::map<std::string, const OrgUnit*> known;
  for (const auto* const unit : present_units(context)) {
    const auto [first, is_new] = known.emplace(to_lower(trim(unit->name)), unit);
    if (is_new || unit->name.empty()) continue;
    CheckReport report{
        Code::unit_name_taken, unit->location, {first->second->id, unit->id, unit->name}};
    report.subject = unit->id;
    report.owner = unit->head;
    report.units = {first->second->id, unit->id};
    context.report_entry(std::move(report));
  }
}

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

// Duties, decisions and services that nobody answers for.

namespace {

bool is_known_role(const Handbook& handbook, const RoleId& role) {
  return handbook.find_role(role) != nullptr;
}

bool has_holder(const Handbook& handbook, const Duty& duty, const std::string& level) {
  return std::ranges::any_of(duty.responsible, [&](const DutyHolder& holder) {
    return holder.level == level && is_known_role(handbook, holder.role);
  });
}

bool has_any_holder(const Handbook& handbook, const Duty& duty) {
  return std::ranges::any_of(duty.responsible, [&](const DutyHolder& holder) {
    return is_known_role(handbook, holder.role);
  });
}

std::string level_name(const Handbook& handbook, const std::string& id) {
  const auto& levels = handbook.settings.levels;
  const auto level = std::ranges::find(levels, id, &OrgLevel::id);
  return level == levels.end() ? id : level->name;
}

/// Reports a duty that nobody has on the level (empty: on any), in the units of the level and below
/// them whose work the law of the duty is about.
void report_duty(CheckContext& context, const Duty& duty, const std::string& level) {
  const auto& handbook = context.handbook();
  CheckReport report{
      Code::duty_unassigned,
      duty.location,
      {duty.id, duty.title, level.empty() ? "@level.every" : level_name(handbook, level)}};
  std::vector<std::string> tops;
  for (const auto* const unit : present_units(context))
    if (!level.empty() && unit->level == level) tops.push_back(unit->id);
  const auto regimes = regimes_of(handbook, duty.source, duty.clause);
  report.units = units_where(context.view().units(), tops, [&](const OrgUnit& unit) {
    return regimes.empty() || shares_any(unit.regimes, regimes);
  });
  report.subject = duty.id;
  report.owner = lead_role(duty.responsible);
  context.report_entry(std::move(report));
}

bool has_process_in_force(const CheckContext& context, const Service& service) {
  return std::ranges::any_of(service.processes, [&](const DocumentId& id) {
    const auto* const revision = context.view().in_force(id);
    if (revision == nullptr) return false;
    const auto* const type = context.handbook().find_type(revision->type);
    return type != nullptr && type->is_process;
  });
}

}  // namespace

void check_duty_unassigned(CheckContext& context) {
  const auto& handbook = context.handbook();
  for (const auto& duty : handbook.duties) {
    if (!is_valid_on(duty, context.day())) continue;
    if (duty.levels.empty() && !has_any_holder(handbook, duty)) report_duty(context, duty, {});
    for (const auto& level : duty.levels) {
      if (!has_holder(handbook, duty, level)) report_duty(context, duty, level);
    }
  }
}

void check_decision_no_delegation(CheckContext& context) {
  for (const auto& decision : context.handbook().decisions) {
    const bool has_decider = is_known_role(context.handbook(), decision.decider);
    if (has_decider || !is_valid_on(decision, context.day())) continue;
    CheckReport report{
        Code::decision_no_delegation, decision.location, {decision.id, decision.title}};
    report.subject = decision.id;
    report.owner = decision.delegated_by;
    context.report_entry(std::move(report));
  }
}

void check_service_no_process(CheckContext& context) {
  for (const auto& service : context.handbook().services) {
    if (has_process_in_force(context, service)) continue;
    CheckReport report{Code::service_no_process, service.location, {service.name, service.id}};
    report.subject = service.id;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
