#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "derive/due_days.hpp"
#include "derive/state_names.hpp"
#include "diag/codes.hpp"

namespace handbok {
/// How far ahead a question may look: ten years.
constexpr int due_days_max = 3660;

/// Something that must happen, and when.
struct DueRow {
  Date on;
  int days_left = 0;  ///< negative: late
  DueKind kind = DueKind::review;
  std::string id;
  std::string title;
  std::vector<RoleId> owners;  ///< who owns or performs it
  std::vector<UnitId> units;   ///< where; empty: it is common
  std::optional<Date> since;   ///< of a text that waits for somebody
  RoleId escalated_to;         ///< the role above, if it is very late
  std::string occurrence;      ///< the same whatever day it is moved to
};

/// Which rows are asked for. Empty filters let everything through.
struct DueQuestion {
  int days = 0;  ///< how far ahead, the last day included
  RoleId owner;  ///< who owns or performs it
  const OrgUnit* unit = nullptr;
  Language language = Language::swedish;  ///< of titles that the handbook does not give
};

/// Everything that is late on the day of the view, or falls due in the days asked for, by day and
/// id (derive/due_days).
std::vector<DueRow> due_rows(const DayView& view, const DueQuestion& question);

/// The same with every planned day ahead of a self-check or a forum, not only the next one, and
/// nothing that is late: what a calendar shows.
std::vector<DueRow> planned_rows(const DayView& view, const DueQuestion& question);

/// What is to be done, in the language asked for where the handbook has no name for it.
std::string due_title(const DueDay& day, const Handbook& handbook, Language language);

/// What a calendar program shows a kind of row under: "Översyn".
std::string_view category_of(DueKind kind, Language language);

/// The title of the compilation of a period, such as "2026-05-01–2026-08-31".
std::string compilation_title(std::string_view period, Language language);

}  // namespace handbok
