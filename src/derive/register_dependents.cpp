#include "derive/register_dependents.hpp"

#include "derive/action_state.hpp"
#include "derive/dated_row.hpp"
#include "derive/law_uses.hpp"
#include "derive/organisation.hpp"
#include "derive/reporting_routines.hpp"
#include "derive/requirement_status.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

/// The first id of a list; empty if there is none.
std::string first_of(const std::vector<std::string>& ids) {
  return ids.empty() ? std::string() : ids.front();
}

/// Asks one register after the other.
class RegisterDependents {
public:
  RegisterDependents(const DayView& view, BondCollector& found)
      : view_(view),
        handbook_(view.handbook()),
        found_(found) {}

  void run() {
    add_requirements();
    add_quality_work();
    add_organisation();
    add_reporting_duties();
    add_planning();
    add_knowledge();
  }

private:
  void add_requirements() {
    for (const auto& row : handbook_.requirements) {
      if (!is_valid_on(row, view_.day())) continue;
      found_.begin(DependentKind::requirement, row.id, requirement_title(handbook_, row),
                   lead_role(row.responsible), {});
      found_.tie(Bond::evidence, row.evidence);
      found_.tie_row(row);
      found_.tie_law(Bond::about, row.source, row.clause);
    }
    for (const auto& waiver : handbook_.waivers) {
      if (!applies_on(waiver, view_.day())) continue;
      found_.begin(DependentKind::waiver, waiver.id, waiver.conditions, {}, {});
      found_.tie_law(Bond::about, waiver.source, waiver.clause);
      found_.tie_row(waiver);
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
      found_.begin(DependentKind::finding, finding.id, finding.text, {}, {});
      found_.tie_row(finding);
    }
    for (const auto& action : handbook_.actions)
      add_action(action);
    for (const auto& rollout : handbook_.rollouts)
      add_rollout(rollout);
    for (const auto& compilation : handbook_.compilations)
      add_compilation(compilation);
  }

  void add_risk(const Risk& risk) {
    found_.begin(DependentKind::risk, risk.id, risk.event, risk.owner, risk.unit);
    found_.tie_row(risk);
  }

  void add_self_check(const SelfCheck& check) {
    found_.begin(DependentKind::self_check, check.id, check.what, first_of(check.performed_by),
                 first_of(check.units));
    found_.tie_row(check);
  }

  /// An action counts until it is done and its effect judged.
  void add_action(const Action& action) {
    const bool is_closed =
        action.status == ActionStatus::cancelled ||
        (is_done_on(action, view_.day()) && !action.effect_check_on) ||
        (is_done_on(action, view_.day()) && action.effect != ActionEffect::unchecked);
    if (is_closed || !is_known_on(action, view_.day())) return;
    found_.begin(DependentKind::action, action.id, action.title, action.responsible, action.unit);
    found_.tie_row(action);
  }

  /// Counts until it is done.
  void add_rollout(const Rollout& rollout) {
    if (rollout.done_on && *rollout.done_on <= view_.day()) return;
    found_.begin(DependentKind::rollout, rollout.id, rollout.note, rollout.responsible,
                 rollout.unit);
    found_.tie_row(rollout);
  }

  void add_compilation(const Compilation& compilation) {
    if (view_.day() < compilation.until) return;
    found_.begin(DependentKind::compilation, compilation.id, compilation.analysis,
                 compilation.analysed_by, compilation.unit);
    found_.tie_row(compilation);
  }

  void add_organisation() {
    for (const auto& duty : handbook_.duties) {
      if (!is_valid_on(duty, view_.day())) continue;
      found_.begin(DependentKind::duty, duty.id, duty.title, {}, {});
      found_.tie_law(Bond::about, duty.source, duty.clause);
      found_.tie_row(duty);
    }
    for (const auto& decision : handbook_.decisions) {
      if (!is_valid_on(decision, view_.day())) continue;
      found_.begin(DependentKind::decision, decision.id, decision.title, decision.decider, {});
      found_.tie_row(decision);
      found_.tie(Bond::rests_on, decision.ref);
    }
    for (const auto& unit : handbook_.units) {
      if (!exists_on(unit, view_.day())) continue;
      found_.begin(DependentKind::unit, unit.id, unit.name, unit.head,
                   parent_on(unit, view_.day()));
      found_.tie(Bond::heads, unit.head);
      found_.tie(Bond::lies_below, parent_on(unit, view_.day()));
    }
    for (const auto& point : handbook_.collaboration_points) {
      found_.begin(DependentKind::collaboration, point.id, point.partner, {}, {});
      found_.tie(Bond::routine, point.routine);
      found_.tie(Bond::agreement, point.agreement);
    }
    for (const auto& service : handbook_.services) {
      found_.begin(DependentKind::service, service.id, service.name, {}, {});
      found_.tie_row(service);
    }
  }

  void add_reporting_duties() {
    for (const auto& duty : handbook_.reporting_duties) {
      if (!is_valid_on(duty, view_.day())) continue;
      found_.begin(DependentKind::reporting_duty, duty.id, duty.title,
                   first_of(duty.investigated_by), {});
      for (const auto* const routine : reporting_routines(view_, duty))
        found_.tie(Bond::routine, routine->document);
      found_.tie_row(duty);
      for (const auto& reference : duty.law)
        found_.tie_law(Bond::rests_on, reference);
    }
  }

  void add_planning() {
    add_goals();
    for (const auto& plan : handbook_.plans) {
      found_.begin(DependentKind::plan, plan.id, std::to_string(plan.year), {}, plan.unit);
      found_.tie_row(plan);
    }
    for (const auto& item : handbook_.control_items) {
      found_.begin(DependentKind::control_item, item.id, item.method, item.responsible, {});
      found_.tie_row(item);
    }
    add_reports();
    for (const auto& review : handbook_.reviews) {
      found_.begin(DependentKind::review, review.id, review.conclusion, {}, {});
      found_.tie_row(review);
    }
    for (const auto& forum : handbook_.forums) {
      found_.begin(DependentKind::forum, forum.id, forum.name, {}, {});
      found_.tie_row(forum);
    }
    for (const auto& item : handbook_.calendar)
      add_calendar_item(item);
  }

  void add_goals() {
    for (const auto& goal : handbook_.goals) {
      if (!is_valid_on(goal, view_.day())) continue;
      found_.begin(DependentKind::goal, goal.id, goal.title, goal.owner, first_of(goal.units));
      found_.tie_row(goal);
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
      found_.begin(DependentKind::report, report.id, title_of(report), {}, {});
      found_.tie_row(report);
    }
    for (const auto& report : handbook_.contract_reports) {
      if (report.received_on && *report.received_on <= view_.day()) continue;
      found_.begin(DependentKind::contract_report, report.id, std::to_string(report.year), {},
                   report.unit);
      found_.tie_row(report);
    }
  }

  void add_calendar_item(const CalendarItem& item) {
    if (item.valid_to && *item.valid_to <= view_.day()) return;
    found_.begin(DependentKind::calendar, item.id, item.title, first_of(item.responsible),
                 first_of(item.units));
    found_.tie_row(item);
  }

  void add_knowledge() {
    for (const auto& method : handbook_.methods) {
      found_.begin(DependentKind::method, method.id, method.name, {}, {});
      found_.tie_row(method);
    }
    for (const auto& source : handbook_.information_sources) {
      found_.begin(DependentKind::information_source, source.id, source.name, source.owner, {});
      found_.tie_row(source);
    }
    for (const auto& evidence : handbook_.evidence) {
      found_.begin(DependentKind::evidence, evidence.id, evidence.title, {}, evidence.unit);
      found_.tie_row(evidence);
    }
    for (const auto& term : handbook_.terms) {
      found_.begin(DependentKind::term, term.id, term.term, {}, {});
      const auto* const source = source_of_basis(handbook_, term.source);
      if (source != nullptr) found_.tie_law(Bond::rests_on, source->id, {});
    }
    for (const auto& source : handbook_.sources) {
      found_.begin(DependentKind::source, source.id, source.number, source.checked_by, {});
      found_.tie(Bond::checks, source.checked_by);
      found_.tie(Bond::successor, source.replaced_by);
    }
    for (const auto& clause : handbook_.clauses) {
      found_.begin(DependentKind::clause, clause.source + "/" + clause.ref, clause.title, {}, {});
      if (!found_.is_about_clause()) found_.tie_law(Bond::belongs_to, clause.source, clause.ref);
    }
    add_settings();
  }

  void add_settings() {
    const auto& settings = handbook_.settings;
    for (const auto& content : settings.suggested_contents) {
      found_.begin(DependentKind::content, content.id, content.name, {}, {});
      found_.tie(Bond::evidence, content.documents);
    }
    for (const auto& source : settings.complaint_sources) {
      found_.begin(DependentKind::complaint_source, source.id, source.name, {}, {});
      found_.tie(Bond::evidence, source.covered_by);
    }
    found_.begin(DependentKind::settings, "handbook.toml", settings.title, {}, settings.principal);
    found_.tie(Bond::rests_on, settings.adopted_by);
    found_.tie(Bond::uses, settings.complaints);
    found_.tie(Bond::belongs_to, settings.principal);
    found_.tie(Bond::responsible, settings.compilations.owner);
  }

  const DayView& view_;
  const Handbook& handbook_;
  BondCollector& found_;
};

}  // namespace

void add_register_dependents(const DayView& view, BondCollector& found) {
  RegisterDependents(view, found).run();
}

}  // namespace handbok
