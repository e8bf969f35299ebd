#include "app/due.hpp"

#include <algorithm>
#include <tuple>

#include "app/due_words.hpp"
#include "derive/action_state.hpp"
#include "derive/calendar_days.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/review_dates.hpp"
#include "derive/self_check_days.hpp"
#include "derive/self_check_reach.hpp"
#include "diag/slot_words.hpp"
#include "load/load.hpp"

namespace handbok {
namespace {

/// Which days of a self-check are told.
enum class CheckDays : std::uint8_t { next_only, all_ahead };

template <typename Range, typename Value>
bool holds(const Range& range, const Value& value) {
  return std::ranges::find(range, value) != range.end();
}

std::vector<std::string> list_of(const std::string& id) {
  return id.empty() ? std::vector<std::string>() : std::vector{id};
}

/// "@report.quality", as diag/slot_words has it.
std::string report_key(ReportKind kind) {
  switch (kind) {
    case ReportKind::quality:
      return "@report.quality";
    case ReportKind::patient_safety:
      return "@report.patient_safety";
    case ReportKind::operational:
      return "@report.operational";
    case ReportKind::tertial:
      return "@report.tertial";
  }
  return {};
}

/// Gathers what one question asks for.
class DueFinder {
public:
  DueFinder(const DayView& view, const DueQuestion& question)
      : view_(view),
        handbook_(view.handbook()),
        question_(question),
        day_(view.day()),
        last_(day_.plus_days(question.days)) {}

  std::vector<DueRow> find(CheckDays check_days) {
    for (const auto& document : view_.documents())
      add_document(document);
    for (const auto& check : handbook_.self_checks)
      add_self_check(check, check_days);
    for (const auto& action : handbook_.actions)
      add_action(action);
    add_compilations();
    for (const auto& report : handbook_.contract_reports)
      add_contract_report(report);
    for (int year = day_.year(); year <= last_.year(); ++year) {
      for (const auto& day : calendar_year(handbook_, year))
        add_calendar_day(day);
    }
    std::ranges::stable_sort(rows_, [](const DueRow& a, const DueRow& b) {
      return std::tie(a.on, a.id, a.kind) < std::tie(b.on, b.id, b.kind);
    });
    return std::move(rows_);
  }

private:
  /// Adds the row if its day is near, or past, and its owner is asked for.
  void add(DueRow row) {
    if (row.on > last_) return;
    if (!question_.owner.empty() && !holds(row.owners, question_.owner)) return;
    row.days_left = days_between(day_, row.on);
    rows_.push_back(std::move(row));
  }

  bool is_asked_for(const UnitId& unit) const {
    return question_.unit == nullptr || question_.unit->id == unit;
  }

  void add_document(const DocumentDay& document) {
    const auto* const revision = document.shown;
    if (revision == nullptr || !is_asked_for(revision->unit)) return;
    const auto row = [&](Date on, DueKind kind) {
      return DueRow{on,
                    0,
                    kind,
                    revision->document,
                    revision->title,
                    list_of(revision->owner),
                    list_of(revision->unit)};
    };
    if (const auto next = next_review(document)) add(row(*next, DueKind::review));
    if (const auto end = undecided_end(document)) add(row(*end, DueKind::validity));
  }

  std::optional<Date> next_review(const DocumentDay& document) const {
    if (document.in_force == nullptr) return std::nullopt;
    const auto* const type = handbook_.find_type(document.in_force->type);
    if (type != nullptr && type->bounded) return std::nullopt;
    return review_dates(*document.document, *document.in_force, day_).next;
  }

  /// The first day without force of a document that runs, or ran, out by itself.
  std::optional<Date> undecided_end(const DocumentDay& document) const {
    const auto& validity = view_.of(*document.shown).validity;
    if (!validity || !validity->to) return std::nullopt;
    if (document.state == DocumentState::expired) return validity->to;
    const auto& approval = document.shown->approval;
    const bool ends_by_itself = approval && approval->valid_to == validity->to;
    if (document.in_force == nullptr || document.upcoming != nullptr || !ends_by_itself)
      return std::nullopt;
    return validity->to;
  }

  bool makes(const SelfCheck& check) const {
    if (question_.unit == nullptr) return true;
    return holds(units_that_make(handbook_, check, day_), question_.unit);
  }

  void add_self_check(const SelfCheck& check, CheckDays check_days) {
    const auto next = next_planned_day(check, day_);
    if (!next || !is_made_on(check, day_) || !makes(check)) return;
    const auto add_day = [&](Date on) {
      add({on, 0, DueKind::self_check, check.id, check.what, check.performed_by, check.units});
    };
    if (check_days == CheckDays::next_only) {
      add_day(*next);
      return;
    }
    for (const auto on : planned_days(check, std::max(*next, day_), last_.plus_days(1)))
      add_day(on);
  }

  void add_action(const Action& action) {
    const bool is_known = is_known_on(action, day_);
    if (!is_known || action.status == ActionStatus::cancelled || !is_asked_for(action.unit)) return;
    const auto add_day = [&](const std::optional<Date>& on, DueKind kind) {
      if (!on) return;
      add({*on, 0, kind, action.id, action.title, list_of(action.responsible),
           list_of(action.unit)});
    };
    if (!is_done_on(action, day_)) {
      add_day(action.due_on, DueKind::action);
    } else if (action.effect == ActionEffect::unchecked) {
      add_day(action.effect_check_on, DueKind::effect_check);
    }
  }

  void add_compilations() {
    const auto& rule = handbook_.settings.compilations;
    if (!is_asked_for(rule.unit)) return;
    for (const auto& period : compilation_periods(rule, last_)) {
      const auto* const made = handbook_.find_compilation(period.id);
      if (made != nullptr && made->analysed_on && *made->analysed_on <= day_) continue;
      const auto span = period.first_day.to_string() + "–" + period.until.plus_days(-1).to_string();
      add({period.due_on, 0, DueKind::compilation, period.id,
           compilation_title(span, question_.language), list_of(rule.owner), list_of(rule.unit)});
    }
  }

  void add_contract_report(const ContractReport& report) {
    const bool is_received = report.received_on && *report.received_on <= day_;
    if (report.due_on == Date() || is_received || !is_asked_for(report.unit)) return;
    const auto* const unit = handbook_.find_unit(report.unit);
    const auto kind = slot_values_in({report_key(report.kind)}, question_.language).front();
    add({report.due_on, 0, DueKind::contract_report, report.id,
         (unit == nullptr ? report.unit : unit->name) + ": " + kind + " " +
             std::to_string(report.year),
         list_of(owner_of_report(report, unit)), list_of(report.unit)});
  }

  /// The owner of the agreement, or else the head of the contractor.
  RoleId owner_of_report(const ContractReport& report, const OrgUnit* unit) const {
    const auto* const agreement = view_.find(report.agreement);
    if (agreement != nullptr && agreement->shown != nullptr) return agreement->shown->owner;
    return unit == nullptr ? RoleId() : unit->head;
  }

  void add_calendar_day(const CalendarDay& day) {
    const auto& units = day.item->units;
    const bool is_wanted =
        question_.unit == nullptr || units.empty() || holds(units, question_.unit->id);
    if (day.on < day_ || !is_wanted) return;
    add({day.on, 0, DueKind::calendar, day.item->id, day.item->title, day.item->responsible,
         units});
  }

  const DayView& view_;
  const Handbook& handbook_;
  const DueQuestion& question_;
  Date day_;
  Date last_;
  std::vector<DueRow> rows_;
};

}  // namespace

std::vector<DueRow> due_rows(const DayView& view, const DueQuestion& question) {
  return DueFinder(view, question).find(CheckDays::next_only);
}

std::vector<DueRow> planned_rows(const DayView& view, const DueQuestion& question) {
  auto rows = DueFinder(view, question).find(CheckDays::all_ahead);
  std::erase_if(rows, [](const DueRow& row) { return row.days_left < 0; });
  return rows;
}

std::optional<DueProblem> problem_of_filters(const Handbook& handbook, std::string_view role,
                                             std::string_view unit) {
  if (!role.empty() && handbook.find_role(role) == nullptr) return DueProblem::no_such_role;
  if (!unit.empty() && handbook.find_unit(unit) == nullptr) return DueProblem::no_such_unit;
  return std::nullopt;
}

std::variant<DueAnswer, DueProblem> ask_due(const FileTree& sources, Date day,
                                            const DueRequest& request) {
  Diagnostics ignored;  // `check` tells what is wrong
  const Handbook handbook = load(sources, ignored);
  if (const auto problem = problem_of_filters(handbook, request.owner, request.unit))
    return *problem;
  const int wanted = request.days.value_or(handbook.settings.review_horizon_days);
  const int days = std::clamp(wanted, 0, due_days_max);
  const DayView view(handbook, day);
  return DueAnswer{days, due_rows(view, {days, request.owner, handbook.find_unit(request.unit),
                                         request.language})};
}

std::string_view name_of(DueKind kind) {
  switch (kind) {
    case DueKind::review:
      return "review";
    case DueKind::validity:
      return "validity";
    case DueKind::self_check:
      return "self_check";
    case DueKind::action:
      return "action";
    case DueKind::effect_check:
      return "effect_check";
    case DueKind::compilation:
      return "compilation";
    case DueKind::contract_report:
      return "contract_report";
    case DueKind::calendar:
      return "calendar";
  }
  return {};
}

}  // namespace handbok
