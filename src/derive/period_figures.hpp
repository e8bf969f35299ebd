#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "derive/risk_value.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// The days that a report is about, `from ≤ day < until`, as known on `known_on`.
struct ReportPeriod {
  Date from;
  Date until;
  Date known_on;

  /// The last day of the period that has come.
  Date last() const { return std::min(until.plus_days(-1), known_on); }
};

/// True if a row with `valid_from` and `valid_to` counted on some day of the period.
template <typename Row>
bool was_valid_in(const Row& row, const ReportPeriod& period) {
  const bool has_begun = !row.valid_from || *row.valid_from <= period.last();
  return has_begun && (!row.valid_to || period.from < *row.valid_to);
}

/// Whom a report is about: the units within `top` (nullptr: all) that work under one of `under`
/// (empty: whatever they work under).
struct ReportScope {
  const OrgUnit* top = nullptr;
  std::vector<RegimeId> under;
};

/// True if `regimes` has one of the scope's, or the scope asks for none. Rows that name no regime
/// concern all.
bool concerns(const std::vector<RegimeId>& regimes, const ReportScope& scope);

/// A unit that did the work itself, and the last day of the period on which it existed.
struct UnitInPeriod {
  const OrgUnit* unit = nullptr;
  Date last_day;
};

/// The operative units of our own that existed on some day of the period, those that have since
/// closed included, by id. Where a unit lay is judged on its last day (SOSFS 2011:9, 7 kap. 1 and 3
/// §§: all parts of the operation).
std::vector<UnitInPeriod> units_in_period(const Handbook& handbook, const ReportPeriod& period,
                                          const ReportScope& scope);

/// True if the unit lay within the scope's top on that day; an empty id means the whole
/// organisation, which lies within the scope only if that is everything.
bool is_in_scope(const Handbook& handbook, const ReportScope& scope, std::string_view unit,
                 Date day);

/// True if a result of that day is one of the scope: of a unit there, of a unit above, or of nobody
/// named. Before its top existed only what names it is.
bool is_of_scope(const Handbook& handbook, const UnitId& unit, Date day, const ReportScope& scope);

/// How a self-check went in the period.
struct SelfCheckFigures {
  const SelfCheck* check = nullptr;
  int planned = 0;                                  ///< planned days that have come
  std::vector<const CheckOccurrence*> occurrences;  ///< known, by planned day
  int unknown = 0;  ///< before the register's history begins, and nothing answers them
  int missing() const { return std::max(0, planned - answered - unsaid - unknown); }
  int answered = 0;  ///< planned days that are answered, in every unit that makes it
  int unsaid = 0;    ///< those answered by a result that does not say whose it is
};

/// The self-checks with a planned day or an occurrence in the period, by id.
std::vector<SelfCheckFigures> self_checks_in_period(const Handbook& handbook,
                                                    const ReportPeriod& period,
                                                    const ReportScope& scope);

/// How a risk was judged at the start of the period and at its end.
struct RiskFigures {
  const Risk* risk = nullptr;
  RiskValue before;  ///< as known when the period began; no assessment if it was not yet known
  RiskValue after;   ///< as known on the last day
  bool is_assessed = false;  ///< somebody judged it in the period
  bool is_closed = false;    ///< it was closed in the period
};

/// The risks that were open on some day of the period, the highest last value first, then by id.
/// Risks that were closed in the period are among them.
std::vector<RiskFigures> risks_in_period(const Handbook& handbook, const ReportPeriod& period,
                                         const ReportScope& scope);

/// The actions that were decided, open or done in the period, by id; cancelled ones are left out.
std::vector<const Action*> actions_in_period(const Handbook& handbook, const ReportPeriod& period,
                                             const ReportScope& scope);

/// A number of the compilations. Zero is a number; what nobody has counted has no value.
struct CountFigure {
  std::string kind;
  std::optional<int> total;          ///< no value if a period lacks the number
  int known = 0;                     ///< the sum of what is known
  std::vector<std::string> lacking;  ///< compilations that should have the number and do not
};

/// The compilations of periods that ended within the report's, by first day, and those that should
/// exist by their rule.
struct CompilationFigures {
  std::vector<const Compilation*> compilations;
  std::vector<std::string> missing;  ///< ids of periods that ended and that nobody has compiled
  std::vector<std::string> undone;   ///< those of them of which that is known (is_known)
};
/// Without a rule of one unit, those of the scope.
CompilationFigures compilations_in_period(const Handbook& handbook, const ReportPeriod& period,
                                          const ReportScope& scope = {});

/// The kinds that some of them counts, in the order in which they first occur.
std::vector<std::string> counted_kinds(const std::vector<const Compilation*>& compilations);

/// The sum of one kind for the whole organisation.
CountFigure count_of(const CompilationFigures& figures, std::string_view kind);

/// The sum of one kind for the units within the scope's top, as far as compilations sort it so; no
/// value if none of them has a row for such a unit.
std::optional<int> count_within(const Handbook& handbook, const CompilationFigures& figures,
                                std::string_view kind, const ReportScope& scope);

/// Counts below this are not shown for parts of the organisation: a person could be recognised.
constexpr int masked_below = 5;

/// Which of the counts must not be shown: 1 to 4 (0 is shown). If only one is hidden although the
/// sum is known elsewhere, so that it could be worked out, the smallest of the others is hidden
/// too.
std::vector<bool> masked_counts(const std::vector<int>& counts, std::optional<int> known_sum);

}  // namespace handbok
