#pragma once

#include <vector>

#include "base/date.hpp"
#include "model/compilation.hpp"

namespace handbok {

/// A period that must be compiled and analysed.
struct CompilationPeriod {
  CompilationId id;  ///< derived: "SAM-2026-T2"
  Date first_day;
  Date until;   ///< first day after the period
  Date due_on;  ///< last day to have the analysis
};

/// The periods that the rule demands and that began on or before the day, rising. They divide the
/// calendar year; one that began before `from` is not demanded. None without prefix or `from`. The
/// id has the year and, unless a period is a year, T (four months), Q (three), H (six), M (one) or
/// P (another number) with the number of the period in the year.
std::vector<CompilationPeriod> compilation_periods(const CompilationRule& rule, Date day);

}  // namespace handbok
