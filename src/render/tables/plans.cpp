// "Planer" and "Berättelser": what is planned for each year, and what was reported afterwards.

#include <algorithm>
#include <map>

#include "derive/action_state.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/missing_history.hpp"
#include "derive/row_days.hpp"
#include "render/document_face.hpp"
#include "render/state_words.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/unit_work.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

Word plan_word(PlanKind kind) {
  switch (kind) {
    case PlanKind::operational: return Word::plan_operational;
    case PlanKind::action: return Word::plan_action;
    case PlanKind::internal_control: return Word::plan_internal_control;
    case PlanKind::introduction: return Word::plan_introduction;
    case PlanKind::self_check: return Word::plan_self_check;
    case PlanKind::budget_part: return Word::plan_budget;
    case PlanKind::preparedness: return Word::plan_preparedness;
  }
  return Word::plan_operational;
}

/// The revision of the document that readers see or, before that, will see; nullptr if none.
const Revision* told_revision(std::string_view id, const LinkScope& scope) {
  const auto* const document = scope.site.view().find(id);
  if (document == nullptr || !is_published(document->state)) return nullptr;
  return document->shown != nullptr ? document->shown : document->upcoming;
}

/// The day and role of the approval.
Html adopted_html(std::string_view id, const LinkScope& scope) {
  const auto* const revision = told_revision(id, scope);
  const auto* const approved = revision == nullptr ? nullptr : revision->approved();
  if (approved == nullptr) return text_html(scope.site.words()[Word::plan_not_adopted]);
  return lines_html(
      {date_html(approved->on, scope.site.words()), role_html(approved->role, scope)});
}

TableSection plan_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("planer", words[Word::plans_title],
                     {words[Word::plan_document], words[Word::plan_year], words[Word::plan_kind],
                      words[Word::plan_unit], words[Word::plan_adopted]});
  auto plans = scope.site.handbook().plans;
  std::ranges::stable_sort(plans, [](const Plan& a, const Plan& b) { return a.year > b.year; });
  for (const auto& plan : plans) {
    if (told_revision(plan.id, scope) == nullptr) continue;
    table.add({}, entity_html(plan.id, scope),
              {text_html(plan.year == 0 ? std::string() : std::to_string(plan.year)),
               text_html(words[plan_word(plan.kind)]), unit_html(plan.unit, scope),
               adopted_html(plan.id, scope)});
  }
  return table.take();
}

/// What came of a control, and when: without a day it may have come later than the day of the page.
Html outcome_html(const ControlItem& item, const LinkScope& scope) {
  const auto& view = scope.site.view();
  const auto& words = scope.site.words();
  if (item.outcome.empty()) return {};
  if (!was_decided(view, item.outcome_on, "control_items"))
    return item.outcome_on ? Html{} : standing_badge(Standing::unknown, scope);
  return lines_html({text_html(item.outcome),
                     item.outcome_on ? date_html(*item.outcome_on, words)
                                     : text_html(words[Word::control_undated]),
                     text_html(item.carry_over ? words[Word::control_carry_over] : "")});
}

TableSection control_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "kontrollmoment", words[Word::controls_heading],
      {words[Word::control_what], words[Word::control_risk], words[Word::control_frequency],
       words[Word::control_who], words[Word::control_plan], words[Word::control_outcome]});
  for (const auto& item : scope.site.handbook().control_items) {
    const auto* const plan = scope.site.view().find(item.plan);
    if (plan != nullptr && !is_published(plan->state)) continue;  // of a draft readers know nothing
    table.add(item.id, named_html(item.method, item.id),
              {entity_html(item.risk, scope), text_html(frequency_text(item.every_months, words)),
               role_html(item.responsible, scope), entity_html(item.plan, scope),
               outcome_html(item, scope)});
  }
  return table.take();
}

/// "9 utredda händelser, 2 allvarliga vårdskador" (SOSFS 2011:9, 7 kap. 2 § third paragraph).
Html numbers_html(const YearlyReport& report, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> lines;
  if (report.investigated_events) {
    lines.push_back(
        word_html(words, Word::report_investigated, {std::to_string(*report.investigated_events)}));
  }
  if (report.serious_injuries) {
    lines.push_back(
        word_html(words, Word::report_injuries, {std::to_string(*report.serious_injuries)}));
  }
  return lines_html(lines);
}

/// What the board did with it: one of the two usual things, or words of its own.
Html board_html(const std::string& action, const WordTable& words) {
  if (action == "approved") return text_html(words[Word::report_approved]);
  if (action == "notified") return text_html(words[Word::report_notified]);
  return text_html(action);
}

/// The document, and the units whose work it tells of.
Html report_head_html(const YearlyReport& report, const LinkScope& scope) {
  auto html = entity_html(report.id, scope);
  if (report.covers.empty()) return html;
  const auto units = units_html(report.covers, scope).text;
  html.text +=
      "<br><small>" + word_html(scope.site.words(), Word::report_covers, {units}).text + "</small>";
  return html;
}

TableSection report_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "berattelser", words[Word::reports_title],
      {words[Word::report_document], words[Word::report_year], words[Word::report_kind],
       words[Word::report_adopted], words[Word::report_numbers]});
  auto reports = scope.site.handbook().reports;
  std::ranges::stable_sort(reports, [](const auto& a, const auto& b) { return a.year > b.year; });
  for (const auto& report : reports) {
    if (told_revision(report.id, scope) == nullptr) continue;
    table.add({}, report_head_html(report, scope),
              {text_html(std::to_string(report.year)), text_html(words[report_word(report.kind)]),
               lines_html({adopted_html(report.id, scope), board_html(report.board_action, words)}),
               numbers_html(report, scope)});
  }
  return table.take();
}

}  // namespace

Word report_word(ReportKind kind) {
  switch (kind) {
    case ReportKind::quality: return Word::report_quality;
    case ReportKind::patient_safety: return Word::report_safety;
    case ReportKind::operational: return Word::report_operational;
    case ReportKind::tertial: return Word::report_tertial;
  }
  return Word::report_quality;
}

TableSection contract_report_table(const OrgUnit* unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  TableBuilder table(
      "utforare", words[unit == nullptr ? Word::contractor_heading : Word::unit_reports],
      {words[Word::contractor_unit], words[Word::report_kind], words[Word::report_year],
       words[Word::contractor_due], words[Word::contractor_received]});
  for (const auto& report : scope.site.handbook().contract_reports) {
    if (unit != nullptr && report.unit != unit->id) continue;
    const bool is_told = !report.received_on || *report.received_on <= day;
    const bool is_received = report.received_on && is_told;
    const bool has_passed = report.due_on < day && !is_received;
    const bool is_late =
        has_passed && is_known(scope.site.view(), report.due_on, "contract_reports");
    const auto received = is_late       ? badge_html("overdue", words[Word::contractor_missing])
                          : has_passed  ? standing_badge(Standing::unknown, scope)
                          : is_received ? optional_date_html(report.received_on, scope)
                                        : Html{};
    const auto state =
        lines_html({received, is_told ? board_html(report.board_action, words) : Html{}});
    table
        .add({}, unit_html(report.unit, scope),
             {text_html(words[report_word(report.kind)]), text_html(std::to_string(report.year)),
              date_html(report.due_on, words), state})
        .is_late = is_late;
  }
  return table.take();
}

bool has_plans_page(const Handbook& handbook) {
  return !handbook.plans.empty() || !handbook.control_items.empty();
}

std::vector<TableSection> plans_sections(const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  std::vector<TableSection> sections;
  if (!handbook.plans.empty()) sections.push_back(plan_section(scope));
  if (!handbook.control_items.empty()) sections.push_back(control_section(scope));
  return sections;
}

bool has_reports_page(const Handbook& handbook) {
  return !handbook.reports.empty() || !handbook.contract_reports.empty();
}

std::vector<TableSection> reports_sections(const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  std::vector<TableSection> sections;
  if (!handbook.reports.empty()) sections.push_back(report_section(scope));
  if (!handbook.contract_reports.empty()) sections.push_back(contract_report_table(nullptr, scope));
  return sections;
}

// "Mål": what the work shall reach, and how it goes.

namespace {

/// How the goal is measured, or that nobody has said how.
Html measure_html(const Goal& goal, const LinkScope& scope) {
  const auto& words = scope.site.words();
  if (goal.indicator.empty()) return badge_html("overdue", words[Word::goal_no_indicator]);
  return lines_html({text_html(goal.indicator), entities_html(goal.measured_by, scope),
                     goal.by_sex ? text_html(words[Word::goal_by_sex]) : Html{}});
}

/// Where it comes from: what the format names has words, others are words themselves.
std::string goal_origin(const Goal& goal, const WordTable& words) {
  if (goal.origin == "law") return words[Word::goal_law];
  if (goal.origin == "own") return words[Word::goal_own];
  return goal.origin == "user" ? words[Word::goal_user] : goal.origin;
}

/// "2026-T1" in words, if it is a period that is compiled.
std::string period_name(const std::string& period, const LinkScope& scope) {
  const auto& rule = scope.site.handbook().settings.compilations;
  for (const auto& one : compilation_periods(rule, scope.site.view().day())) {
    if (one.id == rule.prefix + "-" + period)
      return period_text({one.first_day, one.until}, scope.site.words());
  }
  return period;
}

/// The latest outcomes known on the day: of each unit that one names, and of all.
Html outcome_html(const Goal& goal, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::map<UnitId, const GoalOutcome*> latest;
  for (const auto& outcome : goal.outcomes) {
    if (outcome.on > scope.site.view().day()) continue;
    auto& last = latest[outcome.unit];
    if (last == nullptr || last->on < outcome.on) last = &outcome;
  }
  std::vector<Html> lines;
  for (const auto& [unit, outcome] : latest) {
    auto line = text_html(outcome->value + " (" + period_name(outcome->period, scope) + ")");
    if (!unit.empty()) line.text += " " + unit_html(unit, scope).text;
    if (outcome->together && unit.empty())
      line.text += ", " + escape_html(words[Word::check_together]);
    lines.push_back(std::move(line));
  }
  return lines_html(lines);
}

/// Goals in such an order that each comes after the one that it breaks down.
class GoalTree {
public:
  explicit GoalTree(const LinkScope& scope) : scope_(scope) {}

  std::vector<const Goal*> ordered() {
    const auto& handbook = scope_.site.handbook();
    for (const auto& goal : handbook.goals) {
      if (handbook.find_goal(goal.parent) == nullptr) add(goal);
    }
    for (const auto& goal : handbook.goals)
      add(goal);  // what is left lies in a circle
    return std::move(goals_);
  }

private:
  void add(const Goal& goal) {
    if (std::ranges::find(goals_, &goal) != goals_.end()) return;
    goals_.push_back(&goal);
    for (const auto& other : scope_.site.handbook().goals) {
      if (other.parent == goal.id) add(other);
    }
  }

  const LinkScope& scope_;
  std::vector<const Goal*> goals_;
};

}  // namespace

bool has_goals_page(const Handbook& handbook) {
  return !handbook.goals.empty();
}

std::vector<TableSection> goals_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "mal", words[Word::goals_title],
      {words[Word::goal_what], words[Word::goal_units], words[Word::goal_measure],
       words[Word::goal_target], words[Word::goal_outcome], words[Word::goal_owner]});
  for (const auto* const goal : GoalTree(scope).ordered()) {
    if (!is_valid_on(*goal, scope.site.view().day())) continue;
    auto head = named_html(goal->title, goal->id);
    const auto why = lines_html({text_html(goal->area), text_html(goal_origin(*goal, words))});
    if (!why.text.empty()) head.text += "<br><small>" + why.text + "</small>";
    table.add(goal->id, std::move(head),
              {units_html(goal->units, scope), measure_html(*goal, scope), text_html(goal->target),
               outcome_html(*goal, scope),
               lines_html({role_html(goal->owner, scope), entity_html(goal->parent, scope)})});
  }
  return {table.take()};
}

}  // namespace handbok
