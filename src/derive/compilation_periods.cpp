#include "derive/compilation_periods.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;

char letter_of(int months) {
  switch (months) {
    case 1: return 'M';
    case 3: return 'Q';
    case 4: return 'T';
    case 6: return 'H';
    default: return 'P';
  }
}

std::string id_of(const CompilationRule& rule, Date first_day) {
  auto id = rule.prefix + "-" + std::to_string(first_day.year());
  if (rule.period_months == months_in_a_year) return id;
  const int number = (first_day.month() - 1) / rule.period_months + 1;
  return id + "-" + letter_of(rule.period_months) + std::to_string(number);
}

}  // namespace

std::vector<CompilationPeriod> compilation_periods(const CompilationRule& rule, Date day) {
  std::vector<CompilationPeriod> periods;
  if (rule.prefix.empty() || !rule.from || rule.period_months <= 0) return periods;
  const auto january = Date::from_ymd(rule.from->year(), 1, 1);
  for (auto first = january.value_or(*rule.from); first <= day;) {
    const auto until = first.plus_months(rule.period_months);
    const auto due = until.plus_months(rule.ready_after_months).plus_days(-1);
    if (*rule.from <= first) periods.push_back({id_of(rule, first), first, until, due});
    first = until;
  }
  return periods;
}

}  // namespace handbok
