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
      std::erase_if(
          makers, [&](const OrgUnit* maker) { return !std::ranges::binary_search(units_, maker); });
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
    auto reached =
        units_that([&](const OrgUnit& unit) { return reaches(view_.units(), *text, unit); });
    add({ThingKind::review, text->document, text->title, std::move(reached), dates.next,
         [dates, day = day_](const OrgUnit& /*unit*/) -> std::optional<Answer> {
           if (*dates.next < day) return std::nullopt;
           Answer answer;
           if (dates.last) answer.shown_by.push_back(dates.last->to_string());
           return answer;
         }});
  }

  void add_rollout(const Rollout& rollout) {
    const auto* const document = view_.find(rollout.document);
    const auto* const text = document == nullptr             ? nullptr
                             : document->upcoming != nullptr ? document->upcoming
                                                             : document->in_force;
    if (!rollout.due_on || text == nullptr || !is_known_on(view_, rollout)) return;
    add_once(
        {ThingKind::rollout, rollout.id, text->title, within({rollout.unit}), rollout.due_on, {}},
        rollout.done_on);
  }

  void add_risk(const Risk& risk) {
    const bool is_to_be_treated =
        is_open_on(risk, day_) && risk_value_on(handbook_.settings, risk, day_).must_be_handled;
    if (!is_to_be_treated) return;
    auto units = risk.unit.empty() ? within({}) : within({risk.unit});
    std::erase_if(units, [&](const OrgUnit* unit) {
      return !risk.regimes.empty() && !shares_any(unit->regimes, risk.regimes);
    });
    add({ThingKind::risk, risk.id, risk.event, std::move(units), std::nullopt,
         [treated = treatment_of(risk)](const OrgUnit& /*unit*/) { return treated; }});
  }

  std::optional<Answer> treatment_of(const Risk& risk) const {
    auto handlers = working_handlers(view_, risk);
    if (is_accepted(risk)) return Answer{Standing::shown, {risk.accepted_by}};
    if (handlers.empty()) return std::nullopt;
    const bool failed = std::ranges::any_of(handlers, [&](const std::string& id) {
      const auto* const action = handbook_.find_action(id);
      return action != nullptr && is_done_on(*action, day_) &&
             action->effect == ActionEffect::ineffective;
    });
    const bool is_of_others = std::ranges::all_of(handlers, [&](const std::string& id) {
      return !other_risk_of(handbook_, risk, id).empty();
    });
    const bool is_faulty = failed || is_of_others;
    return Answer{is_faulty ? Standing::faulty : Standing::shown, std::move(handlers)};
  }

  /// What a goal measures is read at least once in twelve months in each unit whose goal it is.
  void add_reading(const Goal& goal) {
    if (!is_valid_on(goal, day_) || trim(goal.indicator).empty()) return;
    std::optional<Date> due;
    if (goal.valid_from) due = goal.valid_from->plus_months(months_looked_back);
    auto units = within(goal.units);
    const bool is_alone = units.size() == 1;
    add({ThingKind::reading, goal.id, goal.title, std::move(units), due,
         [this_view = &view_, &goal, is_alone, from = looked_back_](const OrgUnit& unit) {
           return reading_in(*this_view, goal, unit, is_alone, from);
         },
         looked_back_});
  }

  /// The last reading after `from` that is the unit's, or else one that names nobody; by the goal's
  /// own outcomes and by the self-checks that measure it.
  static std::optional<Answer> reading_in(const DayView& view, const Goal& goal,
                                          const OrgUnit& unit, bool is_alone, Date from) {
    std::optional<Date> own;
    std::optional<Date> unsaid;
    const auto add = [&](Date on, ResultOf of) {
      auto& last = of == ResultOf::unsaid ? unsaid : own;
      if (from < on && on <= view.day()) last = std::max(last.value_or(on), on);
    };
    for (const auto& outcome : goal.outcomes) {
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
      auto units = units_that(
          [&](const OrgUnit& unit) { return concerns_report(handbook_, kind, year, unit, day_); });
      add({ThingKind::yearly_report, std::string(name_of(kind)) + "/" + std::to_string(year),
           std::to_string(year), std::move(units), due,
           [this_view = &view_, kind, year](const OrgUnit& unit) -> std::optional<Answer> {
             for (const auto& report : this_view->handbook().reports) {
               const bool is_made = report.kind == kind && report.year == year &&
                                    first_approved_on(*this_view, report.id).has_value();
               if (is_made && covers(this_view->handbook(), report, unit, this_view->day()))
                 return Answer{Standing::shown, {report.id}};
             }
             return std::nullopt;
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
