// What the description of a process must say, and what each of its activities needs.

#include <algorithm>
#include <set>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/missing_history.hpp"
#include "derive/reach.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "derive/standing.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

constexpr std::size_t label_characters_max = 60;

/// The checked revisions that define a process.
std::vector<const Revision*> processes(const CheckContext& context) {
  std::vector<const Revision*> revisions;
  for (const auto& checked : context.revisions()) {
    if (checked.revision->process) revisions.push_back(checked.revision);
  }
  return revisions;
}

std::ptrdiff_t count_activities(const Process& process) {
  return std::ranges::count(process.nodes, StepKind::activity, &ProcessNode::kind);
}

bool has_point(const Process& process) {
  return std::ranges::any_of(process.nodes,
                             [](const ProcessNode& node) { return !node.collaboration.empty(); });
}

std::string subject_of(const Revision& revision, const ProcessNode& node) {
  return revision.document + "/" + node.id;
}

/// One activity of a checked process.
struct Activity {
  const Revision* revision = nullptr;
  const ProcessNode* node = nullptr;
};

std::vector<Activity> activities(const CheckContext& context) {
  std::vector<Activity> found;
  for (const auto* const revision : processes(context)) {
    for (const auto& node : revision->process->nodes) {
      if (node.kind == StepKind::activity) found.push_back({revision, &node});
    }
  }
  return found;
}

/// Reports a step in the units where it is made.
void report_step(CheckContext& context, const Activity& activity, CheckReport report) {
  const auto& revision = *activity.revision;
  report.location = activity.node->location;
  report.subject = subject_of(revision, *activity.node);
  if (!report.units) {
    const auto& named = activity.node->performed_in;
    report.units = units_where(
        context.view().units(), named.empty() ? std::vector{revision.unit} : named,
        [&](const OrgUnit& unit) { return reaches(context.view().units(), revision, unit); });
  }
  context.report(revision, std::move(report));
}

void report_activity(CheckContext& context, const Activity& activity, Code code,
                     const std::vector<const OrgUnit*>& units = {}) {
  CheckReport report{code,
                     {},
                     {named_in(activity.node->label, names_of(units)),
                      subject_of(*activity.revision, *activity.node)}};
  if (!units.empty()) report.units = ids_of(units);
  report_step(context, activity, std::move(report));
}

/// The operative units that make a step of a process in force and that none of its routines in
/// force applies to. Nobody if none is in force: that is another finding.
std::vector<const OrgUnit*> units_without_routine(const CheckContext& context,
                                                  const Activity& activity) {
  const auto& view = context.view();
  const bool is_some_in_force = std::ranges::any_of(
      activity.node->routines, [&](const DocumentId& id) { return view.in_force(id) != nullptr; });
  std::vector<const OrgUnit*> units;
  if (view.in_force(activity.revision->document) != activity.revision || !is_some_in_force)
    return units;
  for (const auto& unit : context.handbook().units) {
    if (view.units().is_operative(unit) &&
        activity_in(view, *activity.revision, *activity.node, unit) == Standing::missing)
      units.push_back(&unit);
  }
  return units;
}

/// A process that nobody has adopted but that readers meet: under review, or named by others.
bool is_in_use_unadopted(const CheckContext& context, const DocumentDay& document) {
  if (document.state == DocumentState::in_review) return true;
  return document.state == DocumentState::draft &&
         !context.backlinks().of(document.document->id).empty();
}

}  // namespace

void check_process_missing(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const bool is_process = checked.type != nullptr && checked.type->is_process;
    if (is_process && !revision.process)
      context.report(revision, {Code::process_missing, revision.at("type"), {revision.document}});
  }
}

void check_process_description_missing(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    const auto& process = *revision->process;
    std::vector<std::string> missing;
    if (trim(process.purpose).empty()) missing.emplace_back("purpose");
    if (trim(process.trigger).empty()) missing.emplace_back("trigger");
    if (trim(process.result).empty()) missing.emplace_back("result");
    if (missing.empty()) continue;
    context.report(*revision, {Code::process_description_missing,
                               process.location,
                               {revision->document, join(missing, ", ")}});
  }
}

void check_process_not_adopted(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const auto* const document = context.view().find(revision.document);
    const bool is_last = &document->document->revisions.back() == &revision;
    const bool is_process =
        revision.process || (checked.type != nullptr && checked.type->is_process);
    if (!is_process || !is_last || !is_in_use_unadopted(context, *document)) continue;
    context.report(
        revision,
        {Code::process_not_adopted, revision.at("id"), {revision.document}, {revision.document}});
  }
}

void check_process_no_activities(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    if (count_activities(*revision->process) > 0) continue;
    context.report(
        *revision,
        {Code::process_no_activities, revision->process->location, {revision->document}});
  }
}

void check_process_no_order(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    const auto& process = *revision->process;
    if (count_activities(process) < 2 || !process.edges.empty()) continue;
    context.report(*revision, {Code::process_no_order, process.location, {revision->document}});
  }
}

void check_process_collaboration_unassessed(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    const auto& process = *revision->process;
    if (process.collaboration.need != CollaborationNeed::not_assessed) continue;
    context.report(
        *revision,
        {Code::process_collaboration_unassessed, process.location, {revision->document}});
  }
}

void check_process_collaboration_undescribed(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    const auto& process = *revision->process;
    if (process.collaboration.need != CollaborationNeed::needed || has_point(process)) continue;
    context.report(
        *revision,
        {Code::process_collaboration_undescribed, process.location, {revision->document}});
  }
}

void check_activity_no_routine(CheckContext& context) {
  for (const auto& activity : activities(context)) {
    const bool has_reason = !trim(activity.node->no_routine_reason).empty();
    if (activity.node->routines.empty() && !has_reason) {
      report_activity(context, activity, Code::activity_no_routine);
    } else if (const auto units = units_without_routine(context, activity); !units.empty()) {
      report_activity(context, activity, Code::activity_no_routine, units);
    }
  }
}

void check_activity_no_role(CheckContext& context) {
  for (const auto& activity : activities(context)) {
    if (activity.node->roles.empty()) report_activity(context, activity, Code::activity_no_role);
  }
}

void check_activity_routine_not_in_force(CheckContext& context) {
  for (const auto& activity : activities(context)) {
    if (context.view().in_force(activity.revision->document) != activity.revision) continue;
    for (const auto& routine : activity.node->routines) {
      const auto* const document = context.view().find(routine);
      if (document == nullptr || document->in_force != nullptr) continue;
      if (missing_on(context.handbook(), *document->document, context.day())) continue;
      report_step(context, activity,
                  {Code::activity_routine_not_in_force,
                   {},
                   {subject_of(*activity.revision, *activity.node), routine},
                   {routine}});
    }
  }
}

void check_diagram_label(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    for (const auto& node : revision->process->nodes) {
      const auto length = count_code_points(trim(node.label));
      if (length > 0 && length <= label_characters_max) continue;
      CheckReport report{Code::diagram_label, node.location, {node.id, std::to_string(length)}};
      report.subject = subject_of(*revision, node);
      context.report(*revision, std::move(report));
    }
  }
}

void check_diagram_too_large(CheckContext& context) {
  for (const auto* const revision : processes(context)) {
    const auto& process = *revision->process;
    const auto nodes = process.nodes.size();
    const auto edges = process.edges.size();
    if (nodes <= limits::process_nodes && edges <= limits::process_edges) continue;
    context.report(*revision, {Code::diagram_too_large,
                               process.location,
                               {std::to_string(nodes), std::to_string(edges),
                                std::to_string(limits::process_nodes),
                                std::to_string(limits::process_edges)}});
  }
}

// Whether the risks of each process are judged and its work is checked (SOSFS 2011:9 5:1–5:2).

namespace {

std::vector<const Revision*> processes_in_force(const CheckContext& context) {
  std::vector<const Revision*> revisions;
  for (const auto& checked : context.revisions()) {
    const bool is_in_force = checked.state == RevisionState::in_force;
    if (is_in_force && checked.revision->process) revisions.push_back(checked.revision);
  }
  return revisions;
}

using UnitSet = std::set<const OrgUnit*>;

/// The operative units whose risks in the process somebody has judged. A closed risk counts:
/// somebody has looked at the process.
UnitSet units_with_risk(const CheckContext& context, const Revision& process) {
  UnitSet units;
  for (const auto& risk : context.handbook().risks) {
    if (risk.process != process.document || assessment_on(risk, context.day()) == nullptr) continue;
    for (const auto& unit : context.handbook().units)
      if (concerns(context.view().units(), risk, unit)) units.insert(&unit);
  }
  return units;
}

/// The texts in force that say how the process is carried out: its own, and those of its routines.
std::vector<const Revision*> texts_of(const DayView& view, const Revision& process) {
  std::vector<const Revision*> texts{&process};
  for (const auto& node : process.process->nodes) {
    for (const auto& id : node.routines)
      if (const auto* const text = view.in_force(id)) texts.push_back(text);
  }
  return texts;
}

/// The units in which a self-check looks at a text of the process that is followed there, or at
/// one that is followed there instead.
UnitSet units_with_self_check(const CheckContext& context, const Revision& process) {
  UnitSet units;
  const auto& view = context.view();
  const auto texts = texts_of(view, process);
  for (const auto& check : context.handbook().self_checks) {
    const auto looks_at = [&](const Revision* text, const OrgUnit& unit) {
      const auto* const followed = followed_in(view, *text, unit);
      return followed != nullptr &&
             (includes(check.checks, text->document) || includes(check.checks, followed->document));
    };
    for (const auto* const unit : units_that_make(view.units(), check)) {
      if (std::ranges::any_of(texts, [&](const auto* text) { return looks_at(text, *unit); }))
        units.insert(unit);
    }
  }
  return units;
}

/// Reports a process in the units that it applies to and that are not among those that have what is
/// asked for.
void report_units_without(CheckContext& context, const Revision& process, Code code,
                          const UnitSet& having) {
  const auto& view = context.view();
  const auto missing =
      missing_in(view.units(), !having.empty(), [&](const OrgUnit& unit) -> std::optional<bool> {
        if (!applies(view, process, unit)) return std::nullopt;
        return !having.contains(&unit);
      });
  if (!missing) return;
  CheckReport report{code,
                     process.process->location,
                     {named_in(process.document, missing->names)},
                     {process.document}};
  if (!missing->names.empty()) report.units = missing->ids;
  context.report(process, std::move(report));
}

}  // namespace

void check_process_no_risk(CheckContext& context) {
  if (context.handbook().risks.empty()) return;  // the register has not been begun
  for (const auto* const process : processes_in_force(context))
    report_units_without(context, *process, Code::process_no_risk,
                         units_with_risk(context, *process));
}

void check_process_no_self_check(CheckContext& context) {
  if (context.handbook().self_checks.empty()) return;  // the register has not been begun
  for (const auto* const process : processes_in_force(context))
    report_units_without(context, *process, Code::process_no_self_check,
                         units_with_self_check(context, *process));
}

}  // namespace handbok
