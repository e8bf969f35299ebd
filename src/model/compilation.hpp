#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// How many of one kind a period had, such as complaints; `process` says where, if it was sorted
/// so.
struct MessageCount {
  std::string kind;  ///< complaint, view, praise, deviation, lex_sarah_report …
  int number = 0;
  UnitId unit;         ///< empty for all units together
  DocumentId process;  ///< empty for all processes together
};

/// Who was told of a compilation.
struct Feedback {
  std::vector<std::string> to;  ///< ids of units and forums
  Date on;
};

/// Reports, complaints and views of a period together, with the analysis (SOSFS 2011:9, 5 kap. 6
/// §).
struct Compilation {
  CompilationId id;
  UnitId unit;
  Date first_day;
  Date until;  ///< first day after the period
  std::vector<MessageCount> counts;
  std::optional<Date> analysed_on;
  RoleId analysed_by;
  std::string analysis;
  std::vector<std::string> patterns;
  std::vector<std::string> decisions;  ///< ids of actions and documents
  std::vector<Feedback> feedback;
  Location location;

  /// True if that unit or forum has been told of it by the day.
  bool was_told_to(std::string_view whom, Date day) const;
  /// The sum of all counts of a kind that are not sorted by unit or process.
  int total(std::string_view kind) const;
};

/// How often compilations must be made and when each must be ready.
struct CompilationRule {
  std::string prefix;          ///< "SAM": ids are SAM-2026-T2; empty if there is no rule
  int period_months = 4;       ///< a divisor of 12
  int ready_after_months = 1;  ///< ready by the last day of this month after the period
  std::optional<Date> from;    ///< first day of the first period
  UnitId unit;
  RoleId owner;
};

}  // namespace handbok
