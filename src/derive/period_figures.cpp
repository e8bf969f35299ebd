#include "derive/period_figures.hpp"

#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/missing_history.hpp"
#include "derive/organisation.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

/// The last day of the period, up to what is known, on which the unit existed.
std::optional<Date> last_day_of(const OrgUnit& unit, const ReportPeriod& period) {
  auto last = period.last();
  if (unit.valid_to) last = std::min(last, unit.valid_to->plus_days(-1));
  if (last < period.from || !exists_on(unit, last)) return std::nullopt;
  return last;
}

bool is_in_period(Date day, const ReportPeriod& period) {
  return period.from <= day && day <= period.last();
}

bool makes_in_scope(UnitsByDay& days, const SelfCheck& check, const ReportPeriod& period,
                    const ReportScope& scope) {
  if (scope.top == nullptr) return true;
  auto day = period.last();
  if (check.ends_on) day = std::min(day, check.ends_on->plus_days(-1));
  const auto& units = days.on(day);
  return std::ranges::any_of(units_that_make(units, check), [&](const OrgUnit* unit) {
    return units.is_within(*unit, scope.top->id);
  });
}

/// How a planned day was answered in the units of the scope that made the check.
struct DayAnswered {
  bool is_made = false;  ///< some unit of the scope made the check
  bool by_all = true;
  bool is_unsaid = false;  ///< for some of them by a result that names nobody
};

DayAnswered answered_in_scope(UnitsByDay& units, const SelfCheck& check, Date planned,
                              const ReportPeriod& period, const ReportScope& scope) {
  const auto& organisation = units.on(planned);
  const auto makers = units_that_make(organisation, check);
  DayAnswered day;
  for (const auto* const unit : makers) {
    if (scope.top != nullptr && !organisation.is_within(*unit, scope.top->id)) continue;
    const auto result =
        result_in(units.on(period.known_on), check, planned, *unit, makers.size() == 1);
    day.is_made = true;
    day.by_all = day.by_all && result.occurrence != nullptr;
    day.is_unsaid = day.is_unsaid || result.of == ResultOf::unsaid;
  }
  return day;
}

/// Counts the planned days. For a part of the organisation only those on which it made the check
/// are its own, and a result that names nobody is counted apart: whether the part took part in it
/// is not known.
void count_days(SelfCheckFigures& figures, UnitsByDay& units, const std::vector<Date>& days,
                const ReportPeriod& period, const ReportScope& scope) {
  const auto known_from = said_history(units.handbook().settings, "self_checks").value_or(Date());
  for (const auto planned : days) {
    const auto day = answered_in_scope(units, *figures.check, planned, period, scope);
    if (day.is_made || scope.top == nullptr) ++figures.planned;
    if (day.is_made && !day.by_all && planned < known_from) ++figures.unknown;
    if (!day.is_made || !day.by_all) continue;
    ++(day.is_unsaid && scope.top != nullptr ? figures.unsaid : figures.answered);
  }
}

/// True if the result is of a unit of the scope, or may be: somebody there made the check then.
bool may_be_of_scope(UnitsByDay& units, const SelfCheck& check, const CheckOccurrence& result,
                     const ReportPeriod& period, const ReportScope& scope) {
  const auto& handbook = units.handbook();
  if (scope.top == nullptr) return true;
  if (is_within(handbook, result.unit, scope.top->id, result.done_on)) return true;
  return is_of_scope(handbook, result.unit, result.done_on, scope) &&
         answered_in_scope(units, check, result.due_on, period, scope).is_made;
}

SelfCheckFigures figures_of(UnitsByDay& units, const SelfCheck& check, const ReportPeriod& period,
                            const ReportScope& scope) {
  SelfCheckFigures figures;
  figures.check = &check;
  const auto days = planned_days(check, period.from, period.last().plus_days(1));
  std::set<Date> answered;
  bool is_per_unit = scope.top != nullptr;
  for (const auto& occurrence : check.occurrences) {
    is_per_unit = is_per_unit || !occurrence.unit.empty();
    if (period.known_on < occurrence.done_on || !is_in_period(occurrence.due_on, period)) continue;
    if (!may_be_of_scope(units, check, occurrence, period, scope)) continue;
    figures.occurrences.push_back(&occurrence);
    answered.insert(occurrence.due_on);
  }
  if (is_per_unit) {
    count_days(figures, units, days, period, scope);
  } else {
    figures.planned = static_cast<int>(days.size());
    figures.answered = static_cast<int>(answered.size());
    const auto known_from = said_history(units.handbook().settings, "self_checks").value_or(Date());
    const auto unknown = std::ranges::count_if(
        days, [&](Date day) { return day < known_from && !answered.contains(day); });
    figures.unknown = static_cast<int>(unknown);
  }
  return figures;
}

bool was_open_in(const Risk& risk, const ReportPeriod& period) {
  return is_known_on(risk, period.last()) && (!risk.closed_on || period.from < *risk.closed_on);
}

/// True if a register's row of the unit, or of nobody in particular, is also of the scope, on the
/// last day that the scope's top existed.
bool is_row_in_scope(const Handbook& handbook, const ReportScope& scope, const UnitId& unit,
                     const ReportPeriod& period) {
  if (scope.top == nullptr) return true;
  return is_of_scope(handbook, unit, last_day_of(*scope.top, period).value_or(period.last()),
                     scope);
}

/// True if a unit of the scope works under one of the regimes.
bool works_under(const Handbook& handbook, const std::vector<RegimeId>& regimes,
                 const ReportPeriod& period, const ReportScope& scope) {
  if (scope.top == nullptr || regimes.empty()) return true;
  const auto units = units_in_period(handbook, period, {scope.top, {}});
  return units.empty() || std::ranges::any_of(units, [&](const UnitInPeriod& one) {
           return shares_any(one.unit->regimes, regimes);
         });
}

bool was_alive_in(const Action& action, const ReportPeriod& period) {
  if (!is_alive_on(action, period.last())) return false;
  return !action.done_on || period.from <= *action.done_on;
}

/// True if what ends before the day `until` ended in the period, as far as is known.
bool ends_in(Date until, const ReportPeriod& period) {
  return period.from < until && until <= period.until && until <= period.known_on;
}

/// The number for all together; no value if nobody has counted.
std::optional<int> whole_count(const Compilation& compilation, std::string_view kind) {
  std::optional<int> sum;
  for (const auto& count : compilation.counts) {
    const bool is_whole = count.unit.empty() && count.process.empty();
    if (is_whole && count.kind == kind) sum = sum.value_or(0) + count.number;
  }
  return sum;
}

}  // namespace

bool concerns(const std::vector<RegimeId>& regimes, const ReportScope& scope) {
  return scope.under.empty() || regimes.empty() || shares_any(regimes, scope.under);
}

bool is_in_scope(const Handbook& handbook, const ReportScope& scope, std::string_view unit,
                 Date day) {
  if (scope.top == nullptr) return true;
  return !unit.empty() && is_within(handbook, unit, scope.top->id, day);
}

bool is_of_scope(const Handbook& handbook, const UnitId& unit, Date day, const ReportScope& scope) {
  if (scope.top == nullptr) return true;
  if (unit != scope.top->id && !exists_on(*scope.top, day)) return false;
  return unit.empty() || is_within(handbook, unit, scope.top->id, day) ||
         is_within(handbook, scope.top->id, unit, day);
}

std::vector<UnitInPeriod> units_in_period(const Handbook& handbook, const ReportPeriod& period,
                                          const ReportScope& scope) {
  std::vector<UnitInPeriod> units;
  UnitsByDay organisation(handbook);
  for (const auto& unit : handbook.units) {
    const auto last = last_day_of(unit, period);
    if (!last || !organisation.on(*last).is_operative(unit)) continue;
    const bool has_regime = scope.under.empty() || shares_any(unit.regimes, scope.under);
    if (has_regime && is_in_scope(handbook, scope, unit.id, *last)) units.push_back({&unit, *last});
  }
  return units;
}

std::vector<SelfCheckFigures> self_checks_in_period(const Handbook& handbook,
                                                    const ReportPeriod& period,
                                                    const ReportScope& scope) {
  std::vector<SelfCheckFigures> checks;
  UnitsByDay units(handbook);
  for (const auto& check : handbook.self_checks) {
    if (!concerns(check.regimes, scope)) continue;
    auto figures = figures_of(units, check, period, scope);
    const bool is_meant = figures.planned > 0 || makes_in_scope(units, check, period, scope);
    if (is_meant && (figures.planned > 0 || !figures.occurrences.empty()))
      checks.push_back(std::move(figures));
  }
  return checks;
}

std::vector<RiskFigures> risks_in_period(const Handbook& handbook, const ReportPeriod& period,
                                         const ReportScope& scope) {
  std::vector<RiskFigures> risks;
  for (const auto& risk : handbook.risks) {
    const bool is_meant = concerns(risk.regimes, scope) && was_open_in(risk, period) &&
                          is_row_in_scope(handbook, scope, risk.unit, period) &&
                          works_under(handbook, risk.regimes, period, scope);
    if (!is_meant) continue;
    RiskFigures figures;
    figures.risk = &risk;
    figures.before = risk_value_on(handbook.settings, risk, period.from.plus_days(-1));
    figures.after = risk_value_on(handbook.settings, risk, period.last());
    figures.is_closed = risk.closed_on && is_in_period(*risk.closed_on, period);
    figures.is_assessed = std::ranges::any_of(
        risk.assessments,
        [&](const RiskAssessment& assessment) { return is_in_period(assessment.on, period); });
    risks.push_back(figures);
  }
  std::ranges::stable_sort(risks, [](const RiskFigures& a, const RiskFigures& b) {
    return a.after.value > b.after.value;
  });
  return risks;
}

std::vector<const Action*> actions_in_period(const Handbook& handbook, const ReportPeriod& period,
                                             const ReportScope& scope) {
  std::vector<const Action*> actions;
  for (const auto& action : handbook.actions) {
    if (was_alive_in(action, period) && is_row_in_scope(handbook, scope, action.unit, period))
      actions.push_back(&action);
  }
  return actions;
}

CompilationFigures compilations_in_period(const Handbook& handbook, const ReportPeriod& period,
                                          const ReportScope& scope) {
  CompilationFigures figures;
  const auto& rule = handbook.settings.compilations;
  for (const auto& compilation : handbook.compilations) {
    const bool is_whole = rule.unit.empty() ? is_of_scope(handbook, compilation.unit,
                                                          compilation.until.plus_days(-1), scope)
                                            : compilation.unit == rule.unit;
    if (is_whole && ends_in(compilation.until, period))
      figures.compilations.push_back(&compilation);
  }
  std::ranges::stable_sort(figures.compilations, {}, &Compilation::first_day);
  const auto known_from = said_history(handbook.settings, "compilations");
  for (const auto& expected : compilation_periods(rule, period.last())) {
    const bool is_lacking =
        ends_in(expected.until, period) && handbook.find_compilation(expected.id) == nullptr;
    if (!is_lacking) continue;
    figures.missing.push_back(expected.id);
    if (!known_from || *known_from <= expected.due_on) figures.undone.push_back(expected.id);
  }
  return figures;
}

std::vector<std::string> counted_kinds(const std::vector<const Compilation*>& compilations) {
  std::vector<std::string> kinds;
  for (const auto* const compilation : compilations) {
    for (const auto& count : compilation->counts) {
      if (std::ranges::find(kinds, count.kind) == kinds.end()) kinds.push_back(count.kind);
    }
  }
  return kinds;
}

CountFigure count_of(const CompilationFigures& figures, std::string_view kind) {
  CountFigure figure;
  figure.kind = kind;
  figure.lacking = figures.missing;
  for (const auto* const compilation : figures.compilations) {
    if (const auto number = whole_count(*compilation, kind)) {
      figure.known += *number;
    } else {
      figure.lacking.push_back(compilation->id);
    }
  }
  std::ranges::sort(figure.lacking);
  if (figure.lacking.empty() && !figures.compilations.empty()) figure.total = figure.known;
  return figure;
}

std::optional<int> count_within(const Handbook& handbook, const CompilationFigures& figures,
                                std::string_view kind, const ReportScope& scope) {
  std::optional<int> sum;
  for (const auto* const compilation : figures.compilations) {
    for (const auto& count : compilation->counts) {
      const bool is_meant =
          count.kind == kind && !count.unit.empty() &&
          is_in_scope(handbook, scope, count.unit, compilation->until.plus_days(-1));
      if (is_meant) sum = sum.value_or(0) + count.number;
    }
  }
  return sum;
}

std::vector<bool> masked_counts(const std::vector<int>& counts, std::optional<int> known_sum) {
  std::vector<bool> masked(counts.size(), false);
  int sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum += counts[i];
    masked[i] = counts[i] > 0 && counts[i] < masked_below;
  }
  const bool can_be_worked_out =
      known_sum && *known_sum == sum && std::ranges::count(masked, true) == 1;
  if (!can_be_worked_out) return masked;
  std::optional<std::size_t> smallest;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (masked[i]) continue;
    if (!smallest || counts[i] < counts[*smallest]) smallest = i;
  }
  if (smallest) masked[*smallest] = true;
  return masked;
}

}  // namespace handbok
