// Duties, decisions and services that nobody answers for.

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/dated_row.hpp"
#include "diag/code_names.hpp"

namespace handbok {
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

/// Who leads the duty elsewhere in the organisation, or else the first who has it.
RoleId leader_of(const Duty& duty) {
  const auto lead = std::ranges::find(duty.responsible, true, &DutyHolder::lead);
  if (lead != duty.responsible.end()) return lead->role;
  return duty.responsible.empty() ? RoleId() : duty.responsible.front().role;
}

void report_duty(CheckContext& context, const Duty& duty, std::string level) {
  CheckReport report{Code::duty_unassigned, duty.location, {duty.id, duty.title, std::move(level)}};
  report.subject = duty.id;
  report.owner = leader_of(duty);
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
    if (duty.levels.empty() && !has_any_holder(handbook, duty)) report_duty(context, duty, "–");
    for (const auto& level : duty.levels) {
      if (!has_holder(handbook, duty, level))
        report_duty(context, duty, level_name(handbook, level));
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
