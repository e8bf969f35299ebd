#include "derive/due_days.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/approval_policy.hpp"
#include "derive/calendar_days.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/missing_history.hpp"
#include "derive/own_rows.hpp"
#include "derive/reach.hpp"
#include "derive/review_dates.hpp"
#include "derive/self_check_days.hpp"
#include "derive/state_names.hpp"
#include "derive/yearly_duties.hpp"

namespace handbok {
namespace {

constexpr int months_shown_late = 12;

std::vector<std::string> list_of(const std::string& id) {
  return id.empty() ? std::vector<std::string>() : std::vector{id};
}

std::vector<UnitId> ids_of(const std::vector<const OrgUnit*>& units) {
  std::vector<UnitId> ids;
  for (const auto* const unit : units)
    ids.push_back(unit->id);
  return ids;
}

/// "EGK-03-2026.2": the second day of that year. It keeps its name when the day is moved.
std::string in_year(const std::string& id, Date on, std::size_t number) {
  return id + "-" + std::to_string(on.year()) + "." + std::to_string(number);
}

Date new_year_of(Date day) {
  return *Date::from_ymd(day.year(), 1, 1);
}

DueDay day_of(Date on, DueKind kind, const Revision& revision) {
  return {.on = on,
          .kind = kind,
          .id = revision.document,
          .title = revision.title,
          .owners = list_of(revision.owner),
          .units = list_of(revision.unit),
          .occurrence = revision.document + "@" + std::to_string(revision.number) + "-" +
                        std::string(name_of(kind)),
          .revision = &revision};
}

DueDay day_of(Date on, const SelfCheck& check) {
  return {.on = on,
          .kind = DueKind::self_check,
          .id = check.id,
          .title = check.what,
          .owners = check.performed_by,
          .units = check.units,
          .occurrence =
              in_year(check.id, on, planned_days(check, new_year_of(on), on.plus_days(1)).size())};
}

DueDay day_of(Date on, const Forum& forum) {
  return {.on = on,
          .kind = DueKind::forum,
          .id = forum.id,
          .title = forum.name,
          .owners = forum.roles,
          .units = {},
          .occurrence =
              in_year(forum.id, on, meeting_days(forum, new_year_of(on), on.plus_days(1)).size())};
}

DueDay day_of(const CalendarDay& day, std::size_t number) {
  return {.on = day.on,
          .kind = DueKind::calendar,
          .id = day.item->id,
          .title = day.item->title,
          .owners = day.item->responsible,
          .units = day.item->units,
          .item = day.item,
          .is_moved = day.is_moved,
          .occurrence = in_year(day.item->id, day.on, number)};
}

DueDay day_of(const CompilationPeriod& period, const CompilationRule& rule) {
  return {.on = period.due_on,
          .kind = DueKind::compilation,
          .id = period.id,
          .title = {},
          .owners = list_of(rule.owner),
          .units = list_of(rule.unit),
          .period = {period.first_day, period.until},
          .occurrence = period.id};
}

/// The owner of the agreement, or else the head of the contractor.
RoleId owner_of(const DayView& view, const ContractReport& report) {
  const auto* const agreement = view.find(report.agreement);
  if (agreement != nullptr && agreement->shown != nullptr) return agreement->shown->owner;
  const auto* const unit = view.handbook().find_unit(report.unit);
  return unit == nullptr ? RoleId() : unit->head;
}

DueDay day_of(const DayView& view, const ContractReport& report) {
  return {.on = report.due_on,
          .kind = DueKind::contract_report,
          .id = report.id,
          .title = {},
          .owners = list_of(owner_of(view, report)),
          .units = list_of(report.unit),
          .report = &report,
          .occurrence = report.id};
}

DueDay day_of(const OwnDay& day) {
  return {.on = day.on,
          .kind = DueKind::register_day,
          .id = day.of.row->id,
          .title = day.of.title(),
          .name = day.field->name,
          .owners = day.owners(),
          .units = day.units(),
          .occurrence = day.of.row->id + "-" + day.field->key};
}

void sort_by_day(std::vector<DueDay>& days) {
  std::ranges::stable_sort(days, [](const DueDay& a, const DueDay& b) {
    return std::tie(a.on, a.id, a.kind) < std::tie(b.on, b.id, b.kind);
  });
}

/// The days of the calendar in a year, numbered item by item.
std::vector<DueDay> calendar_days_of(const Handbook& handbook, int year) {
  std::map<std::string_view, std::size_t> numbers;
  std::vector<DueDay> days;
  for (const auto& day : calendar_year(handbook, year))
    days.push_back(day_of(day, ++numbers[day.item->id]));
  return days;
}

bool is_known_undone(const DayView& view, const DueDay& day) {
  const auto* const row = std::ranges::find(told_in, day.kind, &ToldIn::kind);
  return row == told_in.end() || is_known(view, row->is_by_day ? day.on : view.day(), row->of);
}

/// Which days of what recurs are listed.
enum class Recurring : std::uint8_t { next_only, all_ahead };

/// Gathers what remains to be done.
class DueFinder {
public:
  DueFinder(const DayView& view, Date last)
      : view_(view),
        handbook_(view.handbook()),
        day_(view.day()),
        last_(last) {}

  std::vector<DueDay> find(Recurring recurring) {
    for (const auto& document : view_.documents())
      add_document(document);
    for (const auto& check : handbook_.self_checks)
      add_self_check(check, recurring);
    for (const auto& action : handbook_.actions)
      add_action(action);
    add_compilations();
    for (const auto& report : handbook_.contract_reports)
      add_contract_report(report);
    for (int year = day_.year(); year <= last_.year(); ++year) {
      for (auto& day : calendar_days_of(handbook_, year)) {
        if (day.on >= day_) add(std::move(day));
      }
    }
    for (const auto& forum : handbook_.forums)
      add_forum(forum, recurring);
    for (const auto& rollout : handbook_.rollouts)
      add_rollout(rollout);
    for (const auto kind : {ReportKind::quality, ReportKind::patient_safety})
      add_yearly_reports(kind);
    for (const auto& day : own_days(handbook_, day_, last_)) {
      if (day_ <= day.on || is_known(view_, day.on, day.of.declared->about.file)) add(day_of(day));
    }
    sort_by_day(days_);
    return std::move(days_);
  }

private:
  /// `led_at` is where somebody leads the work, if it is not where the day is told of.
  void add(DueDay day, const UnitId& led_at = {}) {
    if (last_ < day.on || (day.on < day_ && !is_known_undone(view_, day))) return;
    const auto days = handbook_.settings.escalate_after_days;
    const bool is_planned = day.kind == DueKind::calendar || day.kind == DueKind::forum;
    if (days > 0 && !is_planned && day.on.plus_days(days) <= day_)
      day.escalated_to = role_above(day, led_at);
    days_.push_back(std::move(day));
  }

  /// Who leads the unit, or the nearest above it that is not led by those who are late.
  RoleId role_above(const DueDay& day, const UnitId& led_at) const {
    auto id = day.units.empty() ? handbook_.settings.principal : day.units.front();
    if (!led_at.empty()) id = led_at;
    for (std::size_t steps = 0; steps <= handbook_.units.size(); ++steps) {
      const auto* const unit = handbook_.find_unit(id);
      if (unit == nullptr) return {};
      if (!unit->head.empty() && !includes(day.owners, unit->head)) return unit->head;
      id = parent_on(*unit, day_);
    }
    return {};
  }

  std::vector<TextWait> waits_of(const Revision& revision, RevisionState state) const {
    const bool is_open = state == RevisionState::in_review || state == RevisionState::draft;
    return is_open && revision.approval ? waits_on(handbook_, revision, day_)
                                        : std::vector<TextWait>();
  }

  /// The last day on which a text that has waited since `since` is to have been dealt with.
  Date wait_ends(const Revision& revision, Date since) const {
    const auto* const type = handbook_.find_type(revision.type);
    const bool has_own = type != nullptr && type->review_within_days > 0;
    return since.plus_days(has_own ? type->review_within_days
                                   : handbook_.settings.in_review_days_max);
  }

  /// What a text waits for that is under review, or was returned. A document is called what readers
  /// know it by.
  void add_waiting(const DocumentDay& document) {
    const auto& repeal = document.document->repeal;
    if (repeal && (!repeal->decided_on || *repeal->decided_on <= day_)) return;  // it calls nobody
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      const auto state = document.revisions[i].state;
      for (auto& [kind, since, roles] : waits_of(revision, state)) {
        auto day = day_of(wait_ends(revision, since), kind, revision);
        if (document.shown != nullptr) day.title = document.shown->title;
        day.owners = std::move(roles);
        day.since = since;
        day.occurrence += "-" + std::to_string(revision.approval->returned.size());
        add(std::move(day));
      }
    }
  }

  void add_document(const DocumentDay& document) {
    add_waiting(document);
    const auto* const revision = document.shown;
    if (revision == nullptr) return;
    if (const auto next = next_review(document)) {
      auto day = day_of(*next, DueKind::review, *revision);
      day.occurrence += "-" + std::to_string(document.document->reviews.size());
      add(std::move(day));
    }
    if (const auto end = undecided_end(document)) add(day_of(*end, DueKind::validity, *revision));
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

  void add_self_check(const SelfCheck& check, Recurring recurring) {
    if (!is_made_on(check, day_)) return;
    const auto next = next_planned_days(view_.units(), check);
    std::map<Date, std::vector<UnitId>> by_day;
    for (const auto& due : next) {
      const auto ids = ids_of(due.units);
      std::vector<Date> days{due.on};
      if (recurring == Recurring::all_ahead)
        days = planned_days(check, std::max(due.on, day_), last_.plus_days(1));
      for (const auto on : days)
        by_day[on].insert(by_day[on].end(), ids.begin(), ids.end());
    }
    const auto makers = units_that_make(view_.units(), check).size();
    for (auto& [on, units] : by_day) {
      auto day = day_of(on, check);
      // What is common is led in the units that make it, also when it is late in all of them.
      const auto led_at = units.empty() ? UnitId() : units.front();
      if (units.size() < makers) day.units = std::move(units);
      add(std::move(day), led_at);
    }
  }

  void add_action(const Action& action) {
    if (!is_alive_on(action, day_)) return;
    const auto add_day = [&](const std::optional<Date>& on, DueKind kind) {
      if (!on) return;
      add({.on = *on,
           .kind = kind,
           .id = action.id,
           .title = action.title,
           .owners = list_of(action.responsible),
           .units = list_of(action.unit),
           .occurrence = std::string(action.id).append("-").append(name_of(kind))});
    };
    if (!is_done_on(action, day_)) {
      add_day(action.due_on, DueKind::action);
    } else if (action.effect == ActionEffect::unchecked) {
      add_day(action.effect_check_on, DueKind::effect_check);
    }
  }

  void add_compilations() {
    const auto& rule = handbook_.settings.compilations;
    for (const auto& period : compilation_periods(rule, last_)) {
      const auto* const made = handbook_.find_compilation(period.id);
      if (made == nullptr || !made->analysed_on || *made->analysed_on > day_)
        add(day_of(period, rule));
    }
  }

  void add_contract_report(const ContractReport& report) {
    const bool is_received = report.received_on && *report.received_on <= day_;
    if (report.due_on == Date() || is_received) return;
    add(day_of(view_, report));
  }

  void add_forum(const Forum& forum, Recurring recurring) {
    for (const auto on : meeting_days(forum, day_, last_.plus_days(1))) {
      add(day_of(on, forum));
      if (recurring == Recurring::next_only) return;
    }
  }

  void add_rollout(const Rollout& rollout) {
    const bool is_done = rollout.done_on && *rollout.done_on <= day_;
    const auto* const document = view_.find(rollout.document);
    if (!rollout.due_on || is_done || document == nullptr || !is_known_on(view_, rollout)) return;
    const auto* const shown =
        document->upcoming != nullptr ? document->upcoming : document->in_force;
    if (shown == nullptr) return;
    add({.on = *rollout.due_on,
         .kind = DueKind::rollout,
         .id = rollout.id,
         .title = shown->title,
         .owners = list_of(rollout.responsible),
         .units = list_of(rollout.unit),
         .told_in = ids_of(units_of(view_, rollout)),
         .occurrence = rollout.id});
  }

  /// The reports of the last years that are not made for all units that they concern, for twelve
  /// months after their day. They are the principal's to make.
  void add_yearly_reports(ReportKind kind) {
    const auto* const principal = handbook_.find_unit(handbook_.settings.principal);
    for (int year = day_.year() - 2; year < last_.year(); ++year) {
      const auto due = report_deadline(handbook_, kind, year);
      if (!due || due->plus_months(months_shown_late) <= day_) continue;
      auto lacking = ids_of(units_without_report(view_, kind, year));
      const auto id = std::string(name_of(kind)) + "-" + std::to_string(year);
      if (lacking.empty()) continue;
      add({.on = *due,
           .kind = DueKind::yearly_report,
           .id = id,
           .title = {},
           .owners = list_of(principal == nullptr ? RoleId() : principal->head),
           .units = list_of(handbook_.settings.principal),
           .told_in = std::move(lacking),
           .yearly = kind,
           .occurrence = id});
    }
  }

  const DayView& view_;
  const Handbook& handbook_;
  Date day_;
  Date last_;
  std::vector<DueDay> days_;
};

/// Gathers what the year holds.
class YearCollector {
public:
  YearCollector(const DayView& view, Date from, Date until)
      : view_(view),
        handbook_(view.handbook()),
        from_(from),
        until_(until) {}

  std::vector<DueDay> collect() {
    for (int year = from_.year(); year <= until_.year(); ++year) {
      for (auto& day : calendar_days_of(handbook_, year))
        add(std::move(day));
    }
    for (const auto& check : handbook_.self_checks) {
      for (const auto on : planned_days(check, from_, until_))
        add(day_of(on, check));
    }
    const auto& rule = handbook_.settings.compilations;
    for (const auto& period : compilation_periods(rule, until_))
      add(day_of(period, rule));
    for (const auto& report : handbook_.contract_reports)
      add(day_of(view_, report));
    for (const auto& document : view_.documents())
      add_ending(document);
    for (const auto& forum : handbook_.forums) {
      for (const auto on : meeting_days(forum, from_, until_))
        add(day_of(on, forum));
    }
    for (const auto& day : own_days(handbook_, view_.day(), until_))
      add(day_of(day));
    std::ranges::stable_sort(days_, {}, &DueDay::on);
    return std::move(days_);
  }

private:
  void add(DueDay day) {
    if (from_ <= day.on && day.on < until_) days_.push_back(std::move(day));
  }

  /// A document that ends by what is decided now, such as a plan or an agreement. One whose next
  /// revision takes over goes on.
  void add_ending(const DocumentDay& document) {
    const auto* const revision = document.in_force;
    if (revision == nullptr || document.upcoming != nullptr) return;
    const auto& validity = view_.of(*revision).validity;
    if (validity && validity->to) add(day_of(*validity->to, DueKind::validity, *revision));
  }

  const DayView& view_;
  const Handbook& handbook_;
  Date from_;
  Date until_;
  std::vector<DueDay> days_;
};

}  // namespace

std::vector<DueDay> due_days(const DayView& view, Date last, const OrgUnit* unit) {
  auto days = DueFinder(view, last).find(Recurring::next_only);
  return unit == nullptr ? days : DueIndex(view, last, std::move(days)).of(*unit);
}

std::vector<DueDay> days_ahead(const DayView& view, Date last, const OrgUnit* unit) {
  auto days = DueFinder(view, last).find(Recurring::all_ahead);
  std::erase_if(days, [&](const DueDay& day) { return day.on < view.day(); });
  return unit == nullptr ? days : DueIndex(view, last, std::move(days)).of(*unit);
}

std::vector<DueDay> year_days(const DayView& view, Date from, Date until) {
  return YearCollector(view, from, until).collect();
}

}  // namespace handbok
