#include "derive/demands.hpp"

#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/reach.hpp"
#include "derive/review_dates.hpp"
#include "derive/risk_value.hpp"
#include "derive/row_days.hpp"
#include "derive/self_check_days.hpp"
#include "derive/yearly_duties.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

using Units = std::vector<const OrgUnit*>;

constexpr int months_looked_back = 12;

/// How a result says that a self-check went.
Standing standing_of(const CheckOccurrence& result) {
  const bool led_nowhere = trim(result.analysis).empty() && trim(result.decision).empty();
  return result.outcome == CheckOutcome::ok && !led_nowhere ? Standing::shown : Standing::faulty;
}

/// Gathers what is demanded, kind by kind. The rule of what an unanswered demand means is not here.
class DemandFinder {
public:
  DemandFinder(const DayView& view, const Units& units)
      : view_(view),
        handbook_(view.handbook()),
        units_(units),
        day_(view.day()),
        looked_back_(view.day().plus_months(-months_looked_back)),
        organisation_(view.handbook()) {
    std::ranges::sort(units_);
  }

  std::vector<Demand> find() {
    for (const auto& check : handbook_.self_checks)
      add_self_check(check);
    for (const auto& document : view_.documents())
      add_review(document);
    for (const auto& rollout : handbook_.rollouts)
      add_rollout(rollout);
    for (const auto& risk : handbook_.risks)
      add_risk(risk);
    for (const auto& goal : handbook_.goals)
      add_reading(goal);
    for (const auto kind : {ReportKind::quality, ReportKind::patient_safety})
      add_yearly_reports(kind);
    for (const auto& report : handbook_.contract_reports)
      add_contract_report(report);
    return std::move(demands_);
  }

private:
  template <typename Wanted>
  Units units_that(Wanted is_wanted) const {
    Units found;
    std::ranges::copy_if(units_, std::back_inserter(found),
                         [&](const OrgUnit* unit) { return is_wanted(*unit); });
    return found;
  }

  /// Those of our own that lie within one of the units, all of them if none is named; a contractor
  /// only if it is named itself.
  Units within(const std::vector<UnitId>& tops) const {
    return units_that([&](const OrgUnit& unit) {
      if (unit.kind == UnitKind::contractor) return std::ranges::find(tops, unit.id) != tops.end();
      return tops.empty() || view_.units().is_within_any(unit, tops);
    });
  }

  bool has_cells(const OrgUnit& unit) const { return std::ranges::binary_search(units_, &unit); }

  void add(Demand demand) {
    if (!demand.units.empty()) demands_.push_back(std::move(demand));
  }

  /// What is to be done once, and on which day it was. An answer that is not known yet is none.
  void add_once(Demand demand, std::optional<Date> done_on) {
    if (done_on && day_ < *done_on) done_on.reset();
    if (done_on && *demand.due <= looked_back_) return;  // long ago, and done
    demand.lacking_on = demand.due;
    demand.answer_in = [done_on](const OrgUnit& /*unit*/) -> std::optional<Answer> {
      if (!done_on) return std::nullopt;
      return Answer{Standing::shown, {done_on->to_string()}};
    };
    add(std::move(demand));
  }

  void add_self_check(const SelfCheck& check) {
    const auto planned_before = day_.plus_days(1);
    const auto planned = planned_days(check, looked_back_.plus_days(1), planned_before);
    if (planned.empty()) return;
    for (const auto day : planned) {
      auto makers = units_that_make(organisation_.on(day), check);
      const bool is_alone = makers.size() == 1;
      std::erase_if(makers, [&](const OrgUnit* maker) { return !has_cells(*maker); });
      add({ThingKind::self_check, check.id + "/" + day.to_string(), check.what, std::move(makers),
           day,
           [this_view = &view_, &check, day, is_alone](const OrgUnit& unit) {
             return answer_of(result_in(this_view->units(), check, day, unit, is_alone));
           },
           day});
    }
  }

  static std::optional<Answer> answer_of(const UnitResult& result) {
    if (result.occurrence == nullptr) return std::nullopt;
    return Answer{
        result.of == ResultOf::unsaid ? Standing::unknown : standing_of(*result.occurrence),
        {result.occurrence->done_on.to_string()}};
  }

  /// A text that applies in the unit is looked at again in time.
  void add_review(const DocumentDay& document) {
    const auto* const text = document.in_force;
    if (text == nullptr) return;
    const auto* const type = handbook_.find_type(text->type);
    const auto dates = review_dates(*document.document, *text, day_);
    if (!dates.next || (type != nullptr && type->bounded)) return;
    auto reached = units_that([&](const OrgUnit& unit) { return applies(view_, *text, unit); });
    add({ThingKind::review, text->document, text->title, std::move(reached), dates.next,
         [dates, day = day_](const OrgUnit& /*unit*/) -> std::optional<Answer> {
           if (*dates.next < day) return std::nullopt;
           Answer answer;
           if (dates.last) answer.shown_by.push_back(dates.last->to_string());
           return answer;
         }});
  }

  void add_rollout(const Rollout& rollout) {
    if (!rollout.due_on || !is_known_on(view_, rollout)) return;
    auto units = units_of(view_, rollout);
    std::erase_if(units, [&](const OrgUnit* unit) { return !has_cells(*unit); });
    if (units.empty()) return;
    const auto& document = *view_.find(rollout.document);
    const auto* const text = document.upcoming != nullptr ? document.upcoming : document.in_force;
    add_once({ThingKind::rollout, rollout.id, text->title, std::move(units), rollout.due_on, {}},
             rollout.done_on);
  }

  void add_risk(const Risk& risk) {
    const bool is_to_be_treated =
        is_open_on(risk, day_) && risk_value_on(handbook_.settings, risk, day_).must_be_handled;
    if (!is_to_be_treated) return;
    auto units =
        units_that([&](const OrgUnit& unit) { return concerns(view_.units(), risk, unit); });
    add({ThingKind::risk, risk.id, risk.event, std::move(units), std::nullopt,
         [this_view = &view_, &risk,
          handlers = working_handlers(view_, risk)](const OrgUnit& unit) {
           return treatment_by(*this_view, risk, handlers_in(*this_view, handlers, unit));
         }});
  }

  /// The best of what is done about it in the unit: an action that did not help takes nothing from
  /// what else is done.
  static std::optional<Answer> treatment_by(const DayView& view, const Risk& risk,
                                            std::vector<std::string> handlers) {
    if (is_accepted(view, risk)) return Answer{Standing::shown, {risk.accepted_by}};
    if (handlers.empty()) return std::nullopt;
    const bool helps = std::ranges::any_of(handlers, [&](const std::string& id) {
      const auto* const action = view.handbook().find_action(id);
      const bool failed = action != nullptr && is_done_on(*action, view.day()) &&
                          action->effect == ActionEffect::ineffective;
      return !failed && other_risk_of(view.handbook(), risk, id).empty();
    });
    return Answer{helps ? Standing::shown : Standing::faulty, std::move(handlers)};
  }

  /// What a goal measures is read at least once in twelve months in each unit whose goal it is.
  void add_reading(const Goal& goal) {
    if (!is_valid_on(goal, day_) || trim(goal.indicator).empty()) return;
    std::optional<Date> due;
    if (goal.valid_from) due = goal.valid_from->plus_months(months_looked_back);
    add({ThingKind::reading, goal.id, goal.title, within(goal.units), due,
         [this_view = &view_, &goal, alone = readings_of_one(goal), from = looked_back_](
             const OrgUnit& unit) { return reading_in(*this_view, goal, unit, alone, from); },
         looked_back_});
  }

  /// The days of readings that name nobody, when it was one unit's goal alone.
  std::vector<Date> readings_of_one(const Goal& goal) {
    std::vector<Date> days;
    for (const auto& outcome : goal.outcomes) {
      const auto& units = organisation_.on(outcome.on);
      const auto has_goal = [&](const OrgUnit& unit) {
        if (unit.kind == UnitKind::contractor)
          return exists_on(unit, outcome.on) && includes(goal.units, unit.id);
        return units.is_operative(unit) &&
               (goal.units.empty() || units.is_within_any(unit, goal.units));
      };
      if (std::ranges::count_if(handbook_.units, has_goal) == 1) days.push_back(outcome.on);
    }
    return days;
  }

  /// The last reading after `from` that is the unit's, or else one that names nobody; by the goal's
  /// own outcomes and by the self-checks that measure it.
  static std::optional<Answer> reading_in(const DayView& view, const Goal& goal,
                                          const OrgUnit& unit, const std::vector<Date>& of_one,
                                          Date from) {
    std::optional<Date> own;
    std::optional<Date> unsaid;
    const auto add = [&](Date on, ResultOf of) {
      auto& last = of == ResultOf::unsaid ? unsaid : own;
      if (from < on && on <= view.day()) last = std::max(last.value_or(on), on);
    };
    for (const auto& outcome : goal.outcomes) {
      const bool is_alone = std::ranges::find(of_one, outcome.on) != of_one.end();
      const auto of =
          result_of(view.handbook(), {outcome.unit, outcome.together, outcome.on}, unit, is_alone);
      if (of) add(outcome.on, *of);
    }
    for (const auto& id : goal.measured_by) {
      const auto* const check = view.handbook().find_self_check(id);
      if (check == nullptr) continue;
      const auto result = last_result_in(view.units(), *check, unit);
      if (result.occurrence != nullptr) add(result.occurrence->done_on, result.of);
    }
    if (own) return Answer{Standing::shown, {own->to_string()}};
    if (unsaid) return Answer{Standing::unknown, {unsaid->to_string()}};
    return std::nullopt;
  }

  void add_yearly_reports(ReportKind kind) {
    for (const int year : {day_.year() - 2, day_.year() - 1}) {
      const auto due = report_deadline(handbook_, kind, year);
      if (!due || *due <= looked_back_) continue;
      auto units = units_that([&](const OrgUnit& unit) {
        return concerns_report(organisation_, kind, year, unit, day_);
      });
      add({ThingKind::yearly_report, std::string(name_of(kind)) + "/" + std::to_string(year),
           std::to_string(year), std::move(units), due,
           [this_view = &view_, kind, year](const OrgUnit& unit) -> std::optional<Answer> {
             const auto* const report = report_of(*this_view, kind, year, unit);
             if (report == nullptr) return std::nullopt;
             return Answer{Standing::shown, {report->id}};
           },
           due});
    }
  }

  void add_contract_report(const ContractReport& report) {
    if (report.due_on == Date()) return;
    add_once({ThingKind::contract_report,
              report.id,
              std::to_string(report.year),
              within({report.unit}),
              report.due_on,
              {}},
             report.received_on);
  }

  const DayView& view_;
  const Handbook& handbook_;
  Units units_;  ///< by address
  Date day_;
  Date looked_back_;
  UnitsByDay organisation_;
  std::vector<Demand> demands_;
};

}  // namespace

std::vector<Demand> demands_on(const DayView& view, const std::vector<const OrgUnit*>& units) {
  return DemandFinder(view, units).find();
}

}  // namespace handbok
