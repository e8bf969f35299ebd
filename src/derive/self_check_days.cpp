#include "derive/self_check_days.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/reach.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;
constexpr int step_months_max = 100 * months_in_a_year;  // so that no product overflows
constexpr int last_day_of_a_long_month = 31;

Date last_of_month(Date day) {
  return day.plus_days(1 - day.day()).plus_months(1).plus_days(-1);
}

/// The days that follow a first one by equal steps, numbered from 0 at the first; a negative number
/// is a day on which it would have been made earlier.
class Recurrence {
public:
  explicit Recurrence(const SelfCheck& check)
      : first_(*check.first_on),
        step_(std::min(check.every_months, step_months_max)),
        is_at_month_end_(check.on_last_day || first_.day() == last_day_of_a_long_month) {}

  Date day(int index) const {
    const auto day = first_.plus_months(index * step_);
    return is_at_month_end_ ? last_of_month(day) : day;
  }

  /// The number of a day that lies within one step of `day`.
  int estimate(Date day) const {
    const int months =
        (day.year() - first_.year()) * months_in_a_year + day.month() - first_.month();
    return months / step_;
  }

  int nearest(Date wanted) const {
    const int middle = estimate(wanted);
    const auto distance = [&](int index) { return std::abs(days_between(day(index), wanted)); };
    int best = middle - 1;
    for (const int index : {middle, middle + 1}) {
      if (distance(index) < distance(best)) best = index;
    }
    return best;
  }

private:
  Date first_;
  int step_;
  bool is_at_month_end_;
};

Date single_day(const SelfCheck& check) {
  return check.on_last_day ? last_of_month(*check.first_on) : *check.first_on;
}

/// Whose results count.
using Counts = std::function<bool(const CheckOccurrence&)>;

/// The number of the last planned day that an occurrence answers; -1 if none does.
int last_answered(const SelfCheck& check, const Recurrence& recurrence, const Counts& counts) {
  int last = -1;
  for (const auto& occurrence : check.occurrences) {
    if (counts(occurrence)) last = std::max(last, recurrence.nearest(occurrence.due_on));
  }
  return last;
}

std::optional<Date> next_single_day(const SelfCheck& check, const Counts& counts, Date from) {
  const auto next = single_day(check);
  if (next < from || std::ranges::any_of(check.occurrences, counts) || !is_made_on(check, next))
    return std::nullopt;
  return next;
}

/// The first planned day from `from` on after the last that such an occurrence answers.
std::optional<Date> next_day(const SelfCheck& check, const Counts& counts, Date from = Date()) {
  if (!check.first_on) return std::nullopt;
  if (check.every_months <= 0) return next_single_day(check, counts, from);
  const Recurrence recurrence(check);
  int index = std::max(last_answered(check, recurrence, counts) + 1, recurrence.estimate(from));
  while (recurrence.day(index) < from)
    ++index;
  const auto next = recurrence.day(index);
  if (!is_made_on(check, next)) return std::nullopt;
  return next;
}

/// The planned day that the occurrence answers.
Date answered_day(const SelfCheck& check, const CheckOccurrence& occurrence) {
  if (!check.first_on) return occurrence.due_on;
  if (check.every_months <= 0) return single_day(check);
  const Recurrence recurrence(check);
  return recurrence.day(std::max(0, recurrence.nearest(occurrence.due_on)));
}

std::optional<ResultOf> result_of(const Handbook& handbook, const CheckOccurrence& occurrence,
                                  const OrgUnit& unit, bool is_alone) {
  return result_of(handbook, {occurrence.unit, occurrence.together, occurrence.done_on}, unit,
                   is_alone);
}

bool has_regime_of(const OrgUnit& unit, const SelfCheck& check) {
  return check.regimes.empty() || shares_any(unit.regimes, check.regimes);
}

/// The text of a document that applied on the day, or nullptr if none had been adopted.
const Revision* text_on(const Document& document, Date day) {
  const Revision* text = nullptr;
  for (const auto& revision : document.revisions) {
    const auto& approval = revision.approval;
    const bool has_begun = approval && approval->valid_from && *approval->valid_from <= day;
    if (has_begun && !approval->withdrawal) text = &revision;
  }
  return text;
}

/// Asks about one self-check on one day.
class SelfCheckReach {
public:
  SelfCheckReach(const UnitsOnDay& units, const SelfCheck& check) : units_(&units), check_(&check) {
    for (const auto& id : check.checks) {
      const auto* const document = units.handbook().find_document(id);
      const auto* const text = document == nullptr ? nullptr : text_on(*document, units.day());
      if (text != nullptr) texts_.push_back(text);
    }
  }

  bool contains(const OrgUnit& unit) const {
    const bool exists = exists_on(unit, units_->day());
    if (!exists || units_->is_within_any(unit, check_->except_units)) return false;
    if (std::ranges::find(check_->units, unit.id) != check_->units.end())
      return !units_->has_children(unit);
    const bool is_meant = check_->units.empty() || units_->is_within_any(unit, check_->units);
    return is_meant && has_regime_of(unit, *check_) && units_->is_operative(unit) &&
           follows_what_is_checked(unit);
  }

private:
  bool follows_what_is_checked(const OrgUnit& unit) const {
    return texts_.empty() || std::ranges::any_of(texts_, [&](const Revision* text) {
             return reaches(*units_, *text, unit);
           });
  }

  const UnitsOnDay* units_;
  const SelfCheck* check_;
  std::vector<const Revision*> texts_;  ///< that it checks, as they applied on the day
};

bool names_nobody(const CheckOccurrence& occurrence) {
  return occurrence.unit.empty() && !occurrence.together;
}

/// True if some result names nobody and one unit alone made the check on the day: then it is the
/// unit's own, whoever makes the check now.
bool had_one_maker(const Handbook& handbook, const SelfCheck& check, Date day) {
  if (!is_made_on(check, day) || std::ranges::none_of(check.occurrences, &names_nobody))
    return false;
  const UnitsOnDay units(handbook, day);
  const SelfCheckReach reach(units, check);
  int makers = 0;
  for (const auto& unit : handbook.units) {
    if (reach.contains(unit) && ++makers > 1) return false;
  }
  return makers == 1;
}

/// Which units made a check, day by day, each found when it is first asked for.
class MakersByDay {
public:
  MakersByDay(const Handbook& handbook, const SelfCheck& check)
      : check_(check),
        organisation_(handbook) {}

  bool contains(const OrgUnit& unit, Date day) {
    return reaches_.try_emplace(day, organisation_.on(day), check_).first->second.contains(unit);
  }

private:
  const SelfCheck& check_;
  UnitsByDay organisation_;
  std::map<Date, SelfCheckReach> reaches_;
};

/// The first planned day of which it is known on `day` whether it was kept: of those that passed
/// before the register's history begins, none.
Date first_known_day(const Handbook& handbook, Date day) {
  return std::min(said_history(handbook.settings, "self_checks").value_or(Date()), day);
}

/// Days on which the unit did not make the check, such as those before it was founded, are not its.
std::optional<Date> next_day_in(MakersByDay& makers, const Handbook& handbook,
                                const SelfCheck& check, const OrgUnit& unit, Date day,
                                Date first_known) {
  const auto counts = [&](const CheckOccurrence& one) {
    return one.done_on <= day && result_of(handbook, one, unit, false).has_value();
  };
  auto next = next_day(check, counts, std::max(first_known, unit.valid_from.value_or(Date())));
  while (next && *next < day && !makers.contains(unit, *next))
    next = next_day(check, counts, next->plus_days(1));
  return next;
}

/// The last of those that are wanted; one that names nobody only if there is no other.
template <typename Wanted, typename Alone>
UnitResult last_of(const UnitsOnDay& units, const SelfCheck& check, const OrgUnit& unit,
                   Alone is_alone, Wanted is_wanted) {
  UnitResult last;
  for (const auto& occurrence : check.occurrences) {
    if (units.day() < occurrence.done_on || !is_wanted(occurrence)) continue;
    const auto of = result_of(units.handbook(), occurrence, unit,
                              names_nobody(occurrence) && is_alone(occurrence));
    if (!of) continue;
    const bool is_weaker =
        last.occurrence != nullptr && *of == ResultOf::unsaid && last.of != ResultOf::unsaid;
    const bool is_stronger = last.of == ResultOf::unsaid && *of != ResultOf::unsaid;
    const bool is_later =
        last.occurrence == nullptr || last.occurrence->done_on <= occurrence.done_on;
    if (!is_weaker && (is_stronger || is_later)) last = {&occurrence, *of};
  }
  return last;
}

}  // namespace

std::optional<ResultOf> result_of(const Handbook& handbook, const ResultOwner& owner,
                                  const OrgUnit& unit, bool is_alone) {
  if (owner.unit != unit.id && !exists_on(unit, owner.on)) return std::nullopt;
  if (owner.together && owner.unit.empty()) return ResultOf::together;
  if (owner.unit.empty()) return is_alone ? ResultOf::unit : ResultOf::unsaid;
  if (is_within(handbook, unit.id, owner.unit, owner.on)) return ResultOf::unit;
  return std::nullopt;
}

bool is_made_on(const SelfCheck& check, Date day) {
  return !check.ends_on || day < *check.ends_on;
}

std::vector<Date> planned_days(const SelfCheck& check, Date from, Date until) {
  if (!check.first_on) return {};
  std::vector<Date> days;
  const auto add = [&](Date day) {
    if (from <= day && day < until && is_made_on(check, day)) days.push_back(day);
  };
  if (check.every_months <= 0) {
    add(single_day(check));
    return days;
  }
  const Recurrence recurrence(check);
  for (int i = std::max(0, recurrence.estimate(from) - 1); recurrence.day(i) < until; ++i)
    add(recurrence.day(i));
  return days;
}

std::optional<Date> next_planned_day(const Handbook& handbook, const SelfCheck& check, Date day) {
  const auto is_done = [&](const CheckOccurrence& one) { return one.done_on <= day; };
  return next_day(check, is_done, first_known_day(handbook, day));
}

std::optional<Date> next_planned_day(const Handbook& handbook, const SelfCheck& check,
                                     const OrgUnit& unit, Date day) {
  MakersByDay makers(handbook, check);
  return next_day_in(makers, handbook, check, unit, day, first_known_day(handbook, day));
}

std::vector<UnitsDue> next_planned_days(const UnitsOnDay& units, const SelfCheck& check) {
  const auto makers = units_that_make(units, check);
  const auto day = units.day();
  const auto first_known = first_known_day(units.handbook(), day);
  MakersByDay makers_by_day(units.handbook(), check);
  std::map<Date, std::vector<const OrgUnit*>> by_day;
  for (const auto* const unit : makers) {
    if (const auto next =
            next_day_in(makers_by_day, units.handbook(), check, *unit, day, first_known))
      by_day[*next].push_back(unit);
  }
  std::vector<UnitsDue> due;
  for (auto& [on, making] : by_day) {
    const bool are_all = making.size() == makers.size();
    due.push_back({on, std::move(making), are_all});
  }
  if (!makers.empty()) return due;
  if (const auto next = next_planned_day(units.handbook(), check, day))
    due.push_back({*next, {}, true});
  return due;
}

UnitResult result_in(const UnitsOnDay& units, const SelfCheck& check, Date planned,
                     const OrgUnit& unit, bool is_alone) {
  return last_of(
      units, check, unit, [&](const CheckOccurrence&) { return is_alone; },
      [&](const CheckOccurrence& occurrence) {
        return answered_day(check, occurrence) == planned;
      });
}

const CheckOccurrence* last_result(const SelfCheck& check, Date day) {
  const CheckOccurrence* last = nullptr;
  for (const auto& occurrence : check.occurrences) {
    const bool is_known = occurrence.done_on <= day;
    if (is_known && (last == nullptr || last->done_on <= occurrence.done_on)) last = &occurrence;
  }
  return last;
}

UnitResult last_result_in(const UnitsOnDay& units, const SelfCheck& check, const OrgUnit& unit) {
  return last_of(
      units, check, unit,
      [&](const CheckOccurrence& occurrence) {
        return had_one_maker(units.handbook(), check, answered_day(check, occurrence));
      },
      [](const CheckOccurrence&) { return true; });
}

bool makes(const UnitsOnDay& units, const SelfCheck& check, const OrgUnit& unit) {
  return is_made_on(check, units.day()) && SelfCheckReach(units, check).contains(unit);
}

std::vector<const OrgUnit*> units_that_make(const UnitsOnDay& units, const SelfCheck& check) {
  std::vector<const OrgUnit*> making;
  if (!is_made_on(check, units.day())) return making;
  const SelfCheckReach reach(units, check);
  for (const auto& unit : units.handbook().units) {
    if (reach.contains(unit)) making.push_back(&unit);
  }
  return making;
}

}  // namespace handbok
