#include "derive/dependents.hpp"

#include <algorithm>
#include <tuple>

#include "derive/action_state.hpp"
#include "derive/dated_row.hpp"
#include "derive/law_uses.hpp"
#include "derive/organisation.hpp"
#include "derive/reporting_routines.hpp"
#include "derive/requirement_status.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "model/references.hpp"

namespace handbok {
namespace {

Bond bond_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::implements:
      return Bond::implements;
    case RelationKind::complements:
      return Bond::complements;
    case RelationKind::replaces_locally:
      return Bond::replaces_locally;
    case RelationKind::replaces:
      return Bond::replaces;
    case RelationKind::see_also:
      return Bond::see_also;
    case RelationKind::form_for:
      return Bond::form_for;
    case RelationKind::template_for:
      return Bond::template_for;
    case RelationKind::checklist_for:
      return Bond::checklist_for;
  }
  return Bond::see_also;
}

bool is_within_dates(const std::optional<Date>& from, const std::optional<Date>& to, Date day) {
  return (!from || *from <= day) && (!to || day < *to);
}

bool begins_as_part(std::string_view ref, std::string_view whole) {
  return !whole.empty() && ref.starts_with(whole) &&
         (ref.size() == whole.size() || ref[whole.size()] == ' ');
}

/// One entity at a time is asked how it names the subject.
class DependentFinder {
public:
  DependentFinder(const DayView& view, std::string_view subject)
      : view_(view),
        handbook_(view.handbook()),
        subject_(subject),
        clause_(parse_clause_reference(subject)) {}

  std::vector<Dependent> find(const Backlinks& backlinks) {
    add_uses(backlinks);
    for (const auto& document : view_.documents()) {
      if (document.in_force != nullptr) add_revision(*document.in_force);
    }
    add_requirements();
    add_quality_work();
    add_organisation();
    add_reporting_duties();
    add_planning();
    add_knowledge();
    std::ranges::stable_sort(found_, {}, &Dependent::kind);
    return std::move(found_);
  }

private:
  /// From now on bonds are those of this entity.
  void begin(DependentKind kind, std::string id, std::string title, RoleId owner, UnitId unit) {
    current_ = {kind,           Bond::names, std::move(id), std::move(title), std::move(owner),
                std::move(unit)};
  }

  void add(Bond bond) {
    current_.bond = bond;
    const auto is_same = [&](const Dependent& other) {
      return std::tie(other.kind, other.id, other.bond) ==
             std::tie(current_.kind, current_.id, current_.bond);
    };
    if (std::ranges::none_of(found_, is_same)) found_.push_back(current_);
  }

  void tie(Bond bond, std::string_view id) {
    if (!id.empty() && id == subject_ && current_.id != subject_) add(bond);
  }

  void tie(Bond bond, const std::vector<std::string>& ids) {
    for (const auto& id : ids)
      tie(bond, id);
  }

  void tie(Bond bond, const std::vector<Responsible>& responsible) {
    for (const auto& one : responsible)
      tie(bond, one.role);
  }

  /// A bond to a source, or one of its clauses.
  void tie_law(Bond bond, std::string_view source, std::string_view ref) {
    if (source.empty() || source != clause_.source) return;
    const bool is_named =
        clause_.ref.empty() || begins_as_part(ref, clause_.ref) || begins_as_part(clause_.ref, ref);
    if (is_named) add(bond);
  }

  void begin_revision(const Revision& revision) {
    begin(DependentKind::document, revision.document, revision.title, revision.owner,
          revision.unit);
  }

  void begin_step(const Revision& process, const ProcessNode& node) {
    begin(DependentKind::step, process.document + "#" + node.id, node.label,
          node.roles.empty() ? process.owner : node.roles.front(), process.unit);
  }

  void add_uses(const Backlinks& backlinks) {
    for (const auto& use : backlinks.of(subject_)) {
      begin_revision(*use.by);
      switch (use.kind) {
        case UseKind::text:
          add(Bond::names);
          break;
        case UseKind::step:
          add_step_use(*use.by, use.anchor);
          break;
        case UseKind::relation:
          add_relation_use(use);
          break;
      }
    }
  }

  void add_step_use(const Revision& process, std::string_view anchor) {
    const auto* const node = find_node(*process.process, anchor);
    if (node == nullptr) return;
    begin_step(process, *node);
    add(node->document == subject_ ? Bond::stands_for : Bond::follows);
  }

  void add_relation_use(const Use& use) {
    const bool is_parent = use.by->process && use.by->process->parent == subject_;
    add(is_parent && use.relation == RelationKind::see_also ? Bond::part_of
                                                            : bond_of(use.relation));
  }

  void add_revision(const Revision& revision) {
    begin_revision(revision);
    tie(Bond::owner, revision.owner);
    tie(Bond::belongs_to, revision.unit);
    tie(Bond::concerns, revision.applies_to);
    tie(Bond::reads, revision.audience);
    tie(Bond::origin, revision.revises_because);
    for (const auto& task : revision.responsible)
      tie(Bond::responsible, task.roles);
    add_law_of(revision);
    if (!revision.process) return;
    for (const auto& node : revision.process->nodes) {
      begin_step(revision, node);
      tie(Bond::responsible, node.roles);
      tie(Bond::performed_in, node.performed_in);
      tie(Bond::uses, node.collaboration);
    }
  }

  void add_law_of(const Revision& revision) {
    for (const auto& basis : revision.legal_basis) {
      const auto* const source = source_of_basis(handbook_, basis);
      if (source != nullptr) tie_law(Bond::rests_on, source->id, {});
    }
    const auto tie_reference = [this](Bond bond, std::string_view reference) {
      const auto [source, ref] = parse_clause_reference(reference);
      tie_law(bond, source, ref);
    };
    for (const auto& requirement : revision.requirements)
      tie_reference(Bond::answers_to, requirement);
    for (const auto& link : revision.body.links) {
      if (link.kind == LinkKind::clause) tie_reference(Bond::names, link.target);
    }
  }

  void add_requirements() {
    for (const auto& row : handbook_.requirements) {
      if (!is_valid_on(row, view_.day())) continue;
      const auto* const clause = clause_of(handbook_, row);
      auto title = row.text.empty() && clause != nullptr ? clause->title : row.text;
      begin(DependentKind::requirement, row.id, std::move(title), lead_role(row.responsible), {});
      tie(Bond::evidence, row.evidence);
      tie(Bond::followed_up_by, row.followed_up_by);
      tie(Bond::responsible, row.responsible);
      tie_law(Bond::about, row.source, row.clause);
    }
    for (const auto& waiver : handbook_.waivers) {
      if (!applies_on(waiver, view_.day())) continue;
      begin(DependentKind::waiver, waiver.id, waiver.conditions, {}, {});
      tie_law(Bond::about, waiver.source, waiver.clause);
      tie(Bond::concerns, waiver.units);
    }
  }

  void add_quality_work() {
    for (const auto& risk : handbook_.risks) {
      if (is_open_on(risk, view_.day())) add_risk(risk);
    }
    for (const auto& check : handbook_.self_checks) {
      if (is_made_on(check, view_.day())) add_self_check(check);
    }
    for (const auto& finding : handbook_.findings) {
      if (finding.found_on > view_.day()) continue;
      begin(DependentKind::finding, finding.id, finding.text, {}, {});
      tie(Bond::about, finding.about);
      tie(Bond::origin, finding.source_id);
      tie(Bond::led_to, finding.decision);
    }
    for (const auto& action : handbook_.actions)
      add_action(action);
    for (const auto& compilation : handbook_.compilations)
      add_compilation(compilation);
  }

  void add_risk(const Risk& risk) {
    begin(DependentKind::risk, risk.id, risk.event, risk.owner, risk.unit);
    tie(Bond::about, risk.process);
    tie(Bond::handled_by, risk.handled_by);
    tie(Bond::owner, risk.owner);
    tie(Bond::decides, risk.accepted_by);
    tie(Bond::belongs_to, risk.unit);
  }

  void add_self_check(const SelfCheck& check) {
    begin(DependentKind::self_check, check.id, check.what,
          check.performed_by.empty() ? RoleId() : check.performed_by.front(),
          check.units.empty() ? UnitId() : check.units.front());
    tie(Bond::checks, check.checks);
    tie(Bond::performs, check.performed_by);
    tie(Bond::analyses, check.analysed_by);
    tie(Bond::concerns, check.units);
  }

  /// An action counts until it is done and its effect judged.
  void add_action(const Action& action) {
    const bool is_closed =
        action.status == ActionStatus::cancelled ||
        (is_done_on(action, view_.day()) && !action.effect_check_on) ||
        (is_done_on(action, view_.day()) && action.effect != ActionEffect::unchecked);
    if (is_closed || !is_known_on(action, view_.day())) return;
    begin(DependentKind::action, action.id, action.title, action.responsible, action.unit);
    tie(Bond::origin, action.origin_id);
    tie(Bond::responsible, action.responsible);
    tie(Bond::belongs_to, action.unit);
    tie(Bond::planned_in, action.planned_in);
    tie(Bond::escalated_to, action.escalated_to);
  }

  void add_compilation(const Compilation& compilation) {
    if (view_.day() < compilation.until) return;
    begin(DependentKind::compilation, compilation.id, compilation.analysis, compilation.analysed_by,
          compilation.unit);
    tie(Bond::belongs_to, compilation.unit);
    tie(Bond::analyses, compilation.analysed_by);
    tie(Bond::led_to, compilation.decisions);
  }

  void add_organisation() {
    for (const auto& duty : handbook_.duties) {
      begin(DependentKind::duty, duty.id, duty.title, {}, {});
      tie_law(Bond::about, duty.source, duty.clause);
      for (const auto& holder : duty.responsible)
        tie(Bond::responsible, holder.role);
      tie(Bond::participates, duty.participates);
    }
    for (const auto& decision : handbook_.decisions) {
      if (!is_within_dates(decision.valid_from, decision.valid_to, view_.day())) continue;
      begin(DependentKind::decision, decision.id, decision.title, decision.decider, {});
      tie(Bond::decides, decision.decider);
      tie(Bond::delegates, decision.delegated_by);
      tie(Bond::told, decision.report_to);
      tie(Bond::rests_on, decision.ref);
    }
    for (const auto& unit : handbook_.units) {
      if (!exists_on(unit, view_.day())) continue;
      begin(DependentKind::unit, unit.id, unit.name, unit.head, parent_on(unit, view_.day()));
      tie(Bond::heads, unit.head);
      tie(Bond::lies_below, parent_on(unit, view_.day()));
    }
    for (const auto& point : handbook_.collaboration_points) {
      begin(DependentKind::collaboration, point.id, point.partner, {}, {});
      tie(Bond::routine, point.routine);
      tie(Bond::agreement, point.agreement);
    }
    for (const auto& service : handbook_.services) {
      begin(DependentKind::service, service.id, service.name, {}, {});
      tie(Bond::follows, service.processes);
      tie(Bond::concerns, service.units);
    }
  }

  void add_reporting_duties() {
    for (const auto& duty : handbook_.reporting_duties) {
      if (!is_within_dates(duty.valid_from, duty.valid_to, view_.day())) continue;
      begin(DependentKind::reporting_duty, duty.id, duty.title,
            duty.investigated_by.empty() ? RoleId() : duty.investigated_by.front(), {});
      for (const auto* const routine : reporting_routines(view_, duty))
        tie(Bond::routine, routine->document);
      tie(Bond::told, duty.to);
      tie(Bond::responsible, duty.investigated_by);
      tie(Bond::uses, duty.system);
      tie(Bond::rests_on, duty.decisions);
      for (const auto& reference : duty.law) {
        const auto [source, ref] = parse_clause_reference(reference);
        tie_law(Bond::rests_on, source, ref);
      }
    }
  }

  void add_planning() {
    add_goals();
    for (const auto& plan : handbook_.plans) {
      begin(DependentKind::plan, plan.id, std::to_string(plan.year), {}, plan.unit);
      tie(Bond::belongs_to, plan.unit);
    }
    for (const auto& item : handbook_.control_items) {
      begin(DependentKind::control_item, item.id, item.method, item.responsible, {});
      tie(Bond::planned_in, item.plan);
      tie(Bond::about, item.risk);
      tie(Bond::responsible, item.responsible);
    }
    add_reports();
    for (const auto& review : handbook_.reviews) {
      begin(DependentKind::review, review.id, review.conclusion, {}, {});
      tie(Bond::participates, review.participants);
      tie(Bond::led_to, review.decisions);
      tie(Bond::rests_on, review.minutes);
    }
    for (const auto& forum : handbook_.forums) {
      begin(DependentKind::forum, forum.id, forum.name, {}, {});
      tie(Bond::participates, forum.roles);
    }
    for (const auto& item : handbook_.calendar)
      add_calendar_item(item);
  }

  void add_goals() {
    for (const auto& goal : handbook_.goals) {
      if (!is_within_dates(goal.valid_from, goal.valid_to, view_.day())) continue;
      begin(DependentKind::goal, goal.id, goal.title, goal.owner,
            goal.units.empty() ? UnitId() : goal.units.front());
      tie(Bond::owner, goal.owner);
      tie(Bond::part_of, goal.parent);
      tie(Bond::measured_by, goal.measured_by);
      tie(Bond::concerns, goal.units);
    }
  }

  /// The title of the report as a document; before there is one, its year.
  std::string title_of(const YearlyReport& report) const {
    const auto* const document = view_.find(report.id);
    const auto* const text = document == nullptr ? nullptr : document->shown;
    return text == nullptr ? std::to_string(report.year) : text->title;
  }

  void add_reports() {
    for (const auto& report : handbook_.reports) {
      begin(DependentKind::report, report.id, title_of(report), {}, {});
      tie(Bond::concerns, report.covers);
    }
    for (const auto& report : handbook_.contract_reports) {
      if (report.received_on && *report.received_on <= view_.day()) continue;
      begin(DependentKind::contract_report, report.id, std::to_string(report.year), {},
            report.unit);
      tie(Bond::belongs_to, report.unit);
      tie(Bond::agreement, report.agreement);
    }
  }

  void add_calendar_item(const CalendarItem& item) {
    if (item.valid_to && *item.valid_to <= view_.day()) return;
    begin(DependentKind::calendar, item.id, item.title,
          item.responsible.empty() ? RoleId() : item.responsible.front(),
          item.units.empty() ? UnitId() : item.units.front());
    tie(Bond::responsible, item.responsible);
    tie(Bond::concerns, item.units);
    tie(Bond::about, item.links);
    tie(Bond::follows, item.relative_to);
  }

  void add_knowledge() {
    for (const auto& method : handbook_.methods) {
      begin(DependentKind::method, method.id, method.name, {}, {});
      tie(Bond::uses, method.documents);
    }
    for (const auto& source : handbook_.information_sources) {
      begin(DependentKind::information_source, source.id, source.name, source.owner, {});
      tie(Bond::owner, source.owner);
      tie(Bond::uses, source.used_in);
    }
    for (const auto& term : handbook_.terms) {
      begin(DependentKind::term, term.id, term.term, {}, {});
      const auto* const source = source_of_basis(handbook_, term.source);
      if (source != nullptr) tie_law(Bond::rests_on, source->id, {});
    }
    for (const auto& source : handbook_.sources) {
      begin(DependentKind::source, source.id, source.number, source.checked_by, {});
      tie(Bond::checks, source.checked_by);
      tie(Bond::successor, source.replaced_by);
    }
    for (const auto& clause : handbook_.clauses) {
      begin(DependentKind::clause, clause.source + "/" + clause.ref, clause.title, {}, {});
      if (clause_.ref.empty()) tie_law(Bond::belongs_to, clause.source, clause.ref);
    }
    add_settings();
  }

  void add_settings() {
    const auto& settings = handbook_.settings;
    for (const auto& content : settings.suggested_contents) {
      begin(DependentKind::content, content.id, content.name, {}, {});
      tie(Bond::evidence, content.documents);
    }
    for (const auto& source : settings.complaint_sources) {
      begin(DependentKind::complaint_source, source.id, source.name, {}, {});
      tie(Bond::evidence, source.covered_by);
    }
    begin(DependentKind::settings, "handbook.toml", settings.title, {}, settings.principal);
    tie(Bond::rests_on, settings.adopted_by);
    tie(Bond::uses, settings.complaints);
    tie(Bond::belongs_to, settings.principal);
    tie(Bond::responsible, settings.compilations.owner);
  }

  const DayView& view_;
  const Handbook& handbook_;
  std::string_view subject_;
  ClauseReference clause_;
  Dependent current_;
  std::vector<Dependent> found_;
};

}  // namespace

std::vector<Dependent> dependents_on(const DayView& view, const Backlinks& backlinks,
                                     std::string_view subject) {
  return DependentFinder(view, subject).find(backlinks);
}

std::string_view name_of(DependentKind kind) {
  switch (kind) {
#define HANDBOK_DEPENDENT_KIND(name) \
  case DependentKind::name:          \
    return #name;
#include "derive/dependents.def"
  }
  return {};
}

std::string_view name_of(Bond bond) {
  switch (bond) {
#define HANDBOK_BOND(name) \
  case Bond::name:         \
    return #name;
#include "derive/dependents.def"
  }
  return {};
}

}  // namespace handbok
