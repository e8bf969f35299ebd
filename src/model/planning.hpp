#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// What a standing point can list out of the registers; see agenda_subjects.def.
enum class AgendaSubject : std::uint8_t {
#define HANDBOK_AGENDA_SUBJECT(name) name,
#include "model/agenda_subjects.def"
#undef HANDBOK_AGENDA_SUBJECT
};

/// A standing point of a forum's agenda.
struct AgendaPoint {
  std::string title;
  std::vector<AgendaSubject> lists;  ///< empty: the point is a heading
  bool only_own = false;             ///< only what the forum's roles answer for
};

/// A meeting where quality is followed up.
struct Forum {
  ForumId id;
  std::string name;
  std::string level;
  int every_months = 1;
  std::optional<Date> first_on;  ///< a meeting's day, from which the others are counted
  std::vector<RoleId> roles;
  std::vector<AgendaPoint> agenda;
  std::string minutes_kept_at;
  Location location;
};

enum class CalendarKind : std::uint8_t {
  planning,
  risk_dialogue,
  self_check,
  compilation,
  review,
  report,
  budget,
  review_due,
  information,
  deadline_by_law
};

/// What to do when the day of an item is a Saturday or Sunday. A deadline by law never moves.
enum class WeekendShift : std::uint8_t { none, earlier, later };

/// Something that recurs in the year. Exactly one of three rules gives its day: `day` of `month`
/// (or the last day), the `week`th `weekday` of `month`, or `days_before` another item.
struct CalendarItem {
  CalendarItemId id;
  std::string title;
  CalendarKind kind = CalendarKind::planning;
  int month = 0;  ///< 1–12
  int day = 0;    ///< 1–31; a day that the month lacks means its last day
  bool on_last_day = false;
  int week = 0;     ///< 1–4, or 5 for the last one
  int weekday = 0;  ///< 1 Monday … 7 Sunday
  CalendarItemId relative_to;
  int days_before = 0;
  int every_months = 12;
  WeekendShift weekend = WeekendShift::none;
  std::vector<Date> moved_to;  ///< a day instead of the planned one of the same year
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which it no longer recurs
  std::vector<RoleId> responsible;
  std::vector<UnitId> units;
  std::vector<std::string> links;  ///< ids of what it is about
  Location location;
};

enum class ReviewOutcome : std::uint8_t {
  none,
  approved,
  approved_with_improvements,
  not_approved
};

/// A review by the management: is the system fit and does it work?
struct ManagementReview {
  std::string id;
  std::optional<Date> held_on;
  std::optional<Date> planned_on;
  std::vector<RoleId> participants;
  std::vector<std::string> inputs;
  ReviewOutcome outcome = ReviewOutcome::none;
  std::string conclusion;
  std::vector<std::string> decisions;  ///< ids of actions
  DocumentId minutes;
  Location location;
};

enum class PlanKind : std::uint8_t {
  operational,
  action,
  internal_control,
  introduction,
  self_check,
  budget_part,
  preparedness
};

/// What a plan document is a plan for.
struct Plan {
  DocumentId id;
  PlanKind kind = PlanKind::operational;
  int year = 0;
  UnitId unit;
  Location location;
};

/// One control of an internal control plan.
struct ControlItem {
  std::string id;
  DocumentId plan;
  RiskId risk;
  std::string method;
  RoleId responsible;
  int every_months = 12;
  std::string outcome;
  std::optional<Date> outcome_on;
  bool carry_over = false;
  Location location;
};

enum class ReportKind : std::uint8_t { quality, patient_safety, operational, tertial };

/// What a report document reports on (SOSFS 2011:9, 7 kap.).
struct YearlyReport {
  DocumentId id;
  ReportKind kind = ReportKind::quality;
  int year = 0;
  std::vector<UnitId> covers;
  std::optional<int> investigated_events;  ///< 7 kap. 2 §, third paragraph
  std::optional<int> serious_injuries;
  std::string board_action;  ///< approved or notified; may be empty
  Location location;
};

/// A report that a contractor owes.
struct ContractReport {
  std::string id;
  UnitId unit;
  DocumentId agreement;
  ReportKind kind = ReportKind::quality;
  int year = 0;
  std::string board_action;  ///< what the board did with it, as of YearlyReport
  Date due_on;
  std::optional<Date> received_on;
  Location location;
};

/// What the handbook must have every year, and by when.
struct YearlyDemands {
  std::vector<PlanKind> plans;   ///< plans that each year needs
  int quality_report_month = 0;  ///< 0: not demanded
  int quality_report_day = 0;
  /// The regimes whose units a patient-safety report covers; without any, none is demanded.
  std::vector<RegimeId> safety_report_regimes;
  int safety_report_month = 3;  ///< SOSFS 2011:9, 7 kap. 2 §: 1 March
  int safety_report_day = 1;
  int review_every_months = 12;
  std::vector<std::string> risk_dialogue_levels;  ///< each unit there holds a risk dialogue
  std::optional<Date> from;                       ///< nothing is demanded for years before
  Location location;
};

}  // namespace handbok
