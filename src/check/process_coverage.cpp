// Whether the risks of each process are judged and its work is checked (SOSFS 2011:9 5:1–5:2).

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

std::vector<const Revision*> processes_in_force(const CheckContext& context) {
  std::vector<const Revision*> revisions;
  for (const auto& checked : context.revisions()) {
    const bool is_in_force = checked.state == RevisionState::in_force;
    if (is_in_force && checked.revision->process) revisions.push_back(checked.revision);
  }
  return revisions;
}

/// A closed risk counts: somebody has looked at the process.
bool has_risk(const CheckContext& context, const Revision& process) {
  return std::ranges::any_of(context.handbook().risks, [&](const Risk& risk) {
    return risk.process == process.document && assessment_on(risk, context.day()) != nullptr;
  });
}

bool is_part_of(const DocumentId& id, const Revision& revision) {
  return id == revision.document ||
         std::ranges::any_of(revision.process->nodes, [&](const ProcessNode& node) {
           return std::ranges::find(node.routines, id) != node.routines.end();
         });
}

bool has_self_check(const CheckContext& context, const Revision& process) {
  return std::ranges::any_of(context.handbook().self_checks, [&](const SelfCheck& check) {
    return is_made_on(check, context.day()) &&
           std::ranges::any_of(check.checks,
                               [&](const DocumentId& id) { return is_part_of(id, process); });
  });
}

}  // namespace

void check_process_no_risk(CheckContext& context) {
  if (context.handbook().risks.empty()) return;  // the register has not been begun
  for (const auto* const process : processes_in_force(context)) {
    if (has_risk(context, *process)) continue;
    context.report(*process, {Code::process_no_risk,
                              process->process->location,
                              {process->document},
                              {process->document}});
  }
}

void check_process_no_self_check(CheckContext& context) {
  if (context.handbook().self_checks.empty()) return;  // the register has not been begun
  for (const auto* const process : processes_in_force(context)) {
    if (has_self_check(context, *process)) continue;
    context.report(*process, {Code::process_no_self_check,
                              process->process->location,
                              {process->document},
                              {process->document}});
  }
}

}  // namespace handbok
