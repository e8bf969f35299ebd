#include "derive/agenda_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/calendar_days.hpp"
#include "derive/due_days.hpp"
#include "derive/missing_history.hpp"
#include "derive/requirement_status.hpp"
#include "derive/risk_value.hpp"
#include "derive/row_days.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;

using Rows = std::vector<AgendaRow>;

std::vector<RoleId> list_of(const RoleId& role) {
  return role.empty() ? std::vector<RoleId>() : std::vector{role};
}

AgendaState state_of(CheckOutcome outcome) {
  switch (outcome) {
    case CheckOutcome::ok: return AgendaState::result_ok;
    case CheckOutcome::partly: return AgendaState::result_partly;
    case CheckOutcome::not_ok: return AgendaState::result_not_ok;
  }
  return AgendaState::none;
}

/// "95 %. Bättre än i juni.": what is not empty, as sentences.
std::string sentences(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += part;
  }
  return text;
}

/// Gathers the rows of one point.
class AgendaCollector {
public:
  AgendaCollector(const DayView& view, const Forum& forum, const MeetingSpan& span)
      : view_(view),
        handbook_(view.handbook()),
        forum_(forum),
        span_(span),
        day_(view.day()) {}

  void add(AgendaSubject subject) {
    switch (subject) {
#define HANDBOK_AGENDA_SUBJECT(name) \
  case AgendaSubject::name:          \
    add_##name();                    \
    return;
#include "model/agenda_subjects.def"
#undef HANDBOK_AGENDA_SUBJECT
    }
  }

  Rows take() {
    return std::move(rows_);
  }

private:
  AgendaState deadline(Date last_day) const {
    const auto state = state_of_deadline(last_day, day_, span_.meeting);
    const bool is_known_late = state != AgendaState::late || is_known(view_, day_, "actions");
    return is_known_late ? state : AgendaState::open;
  }

  /// True if the day lies after the last meeting and is known.
  bool is_news(Date on) const {
    return span_.since < on && on <= day_;
  }

  /// True if it happens between the last meeting and the next one.
  bool is_between(Date on) const {
    return span_.since < on && on < span_.next;
  }

  /// A row that another subject of the point has given is not given again.
  void put(AgendaRow row) {
    const bool is_there = std::ranges::any_of(rows_, [&](const AgendaRow& other) {
      return std::tie(other.id, other.on, other.detail) == std::tie(row.id, row.on, row.detail);
    });
    if (!is_there) rows_.push_back(std::move(row));
  }

  template <typename Predicate>
  void add_actions(Predicate is_wanted) {
    for (const auto& action : handbook_.actions) {
      if (!is_alive_on(action, day_)) continue;
      const bool is_done = is_done_on(action, day_);
      const bool waits = action.effect == ActionEffect::unchecked && action.effect_check_on;
      const bool remains = !is_done || waits;
      if (remains && is_wanted(action, is_done)) put(row_of(action, is_done));
    }
  }

  AgendaRow row_of(const Action& action, bool is_done) const {
    const auto on = is_done ? action.effect_check_on : action.due_on;
    const auto open = on ? deadline(*on) : AgendaState::open;
    return {.id = action.id,
            .title = action.title,
            .owners = list_of(action.responsible),
            .on = on,
            .state = is_done ? AgendaState::effect_check : open};
  }

  void add_raised_actions() {
    add_actions([&](const Action& action, bool) { return action.escalated_to == forum_.id; });
  }

  void add_open_actions() {
    add_actions([](const Action&, bool) { return true; });
  }

  void add_late_actions() {
    add_actions([&](const Action& action, bool is_done) {
      return !is_done && action.due_on && *action.due_on < span_.meeting;
    });
  }

  void add_effect_checks() {
    add_actions([&](const Action& action, bool is_done) {
      return is_done && *action.effect_check_on < span_.next;
    });
  }

  /// The role that owns what a finding is about.
  std::vector<RoleId> owners_of(const DocumentId& id) const {
    const auto* const document = view_.find(id);
    if (document == nullptr || document->shown == nullptr) return {};
    return list_of(document->shown->owner);
  }

  void add_undecided_findings() {
    const auto lacking = knows_decisions(view_) ? AgendaState::undecided : AgendaState::not_known;
    for (const auto& finding : handbook_.findings) {
      const bool is_known = finding.found_on <= day_;
      if (!is_known || finding.kind != FindingKind::shortcoming || is_decided(view_, finding))
        continue;
      put({.id = finding.id,
           .title = finding.text,
           .owners = owners_of(finding.about),
           .on = finding.found_on,
           .state = lacking});
    }
  }

  std::string unit_name(const UnitId& id) const {
    const auto* const unit = handbook_.find_unit(id);
    return unit == nullptr ? id : unit->name;
  }

  void add_self_check_results() {
    for (const auto& check : handbook_.self_checks) {
      for (const auto& occurrence : check.occurrences) {
        if (!is_news(occurrence.done_on)) continue;
        put({.id = check.id,
             .title = check.what,
             .detail =
                 sentences({unit_name(occurrence.unit), occurrence.value, occurrence.analysis}),
             .owners = check.performed_by,
             .on = occurrence.done_on,
             .state = state_of(occurrence.outcome)});
      }
    }
  }

  /// What is late, or falls due on or before `last`.
  void add_due(DueKind kind, Date last) {
    for (const auto& due : due_days(view_, last, nullptr)) {
      if (due.kind != kind) continue;
      const auto state = deadline(due.on);
      const bool is_ahead = kind == DueKind::calendar || state == AgendaState::open;
      put({.id = due.id,
           .title = title_of(due),
           .owners = due.owners,
           .on = due.on,
           .state = is_ahead ? AgendaState::none : state});
    }
  }

  std::string title_of(const DueDay& due) const {
    if (due.report != nullptr)
      return unit_name(due.report->unit) + " " + std::to_string(due.report->year);
    if (due.kind != DueKind::compilation || !due.period.to) return due.title;
    return due.period.from.to_string() + "–" + due.period.to->plus_days(-1).to_string();
  }

  Date before_next() const {
    return span_.next.plus_days(-1);
  }

  void add_late_self_checks() {
    add_due(DueKind::self_check, span_.meeting.plus_days(-1));
  }
  void add_compilations_due() {
    add_due(DueKind::compilation, before_next());
  }
  void add_contract_reports() {
    add_due(DueKind::contract_report, before_next());
  }
  void add_reviews_due() {
    add_due(DueKind::review, before_next());
  }
  void add_ending_documents() {
    add_due(DueKind::validity, before_next());
  }
  void add_calendar() {
    add_due(DueKind::calendar, before_next());
  }

  void add_high_risks() {
    std::vector<std::pair<const Risk*, RiskValue>> high;
    for (const auto& risk : handbook_.risks) {
      const auto value = risk_value_on(handbook_.settings, risk, day_);
      if (is_open_on(risk, day_) && value.must_be_handled) high.emplace_back(&risk, value);
    }
    std::ranges::stable_sort(
        high, [](const auto& a, const auto& b) { return a.second.value > b.second.value; });
    for (const auto& [risk, value] : high) {
      auto detail = std::to_string(value.value);
      if (value.band != nullptr) detail.append(" (").append(value.band->name).append(")");
      put({.id = risk->id,
           .title = risk->event,
           .detail = std::move(detail),
           .owners = list_of(risk->owner),
           .on = value.assessment == nullptr ? std::optional<Date>() : value.assessment->on,
           .state = AgendaState::none});
    }
  }

  /// The last outcome of each unit that one names, and of all.
  void add_goals() {
    for (const auto& goal : handbook_.goals) {
      if (!is_valid_on(goal, day_)) continue;
      std::map<UnitId, const GoalOutcome*> latest;
      for (const auto& outcome : goal.outcomes) {
        auto& last = latest[outcome.unit];
        if (outcome.on <= day_ && (last == nullptr || last->on <= outcome.on)) last = &outcome;
      }
      std::erase_if(latest, [](const auto& one) { return one.second == nullptr; });
      if (latest.empty()) latest[UnitId()] = nullptr;
      for (const auto& [unit, last] : latest) {
        auto name = unit.empty() ? std::string() : unit_name(unit) + ", ";
        put({.id = goal.id,
             .title = goal.title,
             .detail = last == nullptr ? "" : name + last->period + ": " + last->value,
             .owners = list_of(goal.owner),
             .on = last == nullptr ? std::optional<Date>() : last->on});
      }
    }
  }

  void add_requirement_gaps() {
    for (const auto& requirement : handbook_.requirements) {
      if (!is_valid_on(requirement, day_)) continue;
      const auto status = requirement_on(view_, requirement).status;
      if (status != RequirementStatus::gap && status != RequirementStatus::partly) continue;
      put({.id = requirement.id,
           .title = requirement_title(handbook_, requirement),
           .owners = list_of(lead_role(requirement.responsible)),
           .state = status == RequirementStatus::gap ? AgendaState::gap : AgendaState::partly});
    }
  }

  /// The analyses of the last year that the forum has not been told of.
  void add_untold_compilations() {
    const auto year_ago = span_.meeting.plus_months(-months_in_a_year);
    for (const auto& compilation : handbook_.compilations) {
      const auto& on = compilation.analysed_on;
      if (!on || day_ < *on || *on <= year_ago) continue;
      if (compilation.was_told_to(forum_.id, day_)) continue;
      put({.id = compilation.id,
           .title = {},
           .detail = compilation.analysis,
           .owners = list_of(compilation.analysed_by),
           .on = on});
    }
  }

  void add_change(const Revision& revision, Date on, AgendaState state) {
    if (!is_between(on)) return;
    put({.id = revision.document,
         .title = revision.title,
         .detail = state == AgendaState::begins ? revision.change_note : std::string(),
         .owners = list_of(revision.owner),
         .on = on,
         .state = state});
  }

  /// Texts that have begun to apply, or are decided to, and documents that are taken out.
  void add_changed_documents() {
    for (const auto& document : view_.documents()) {
      for (const auto& revision : document.document->revisions) {
        const auto& on_day = view_.of(revision);
        const bool applies = is_published(on_day.state) && on_day.validity &&
                             !on_day.validity->is_empty() &&
                             on_day.state != RevisionState::withdrawn;
        if (applies) add_change(revision, on_day.validity->from, AgendaState::begins);
      }
      const auto& repeal = document.document->repeal;
      const bool is_decided =
          repeal && repeal->effective_on && (!repeal->decided_on || *repeal->decided_on <= day_);
      if (is_decided && document.shown != nullptr)
        add_change(*document.shown, *repeal->effective_on, AgendaState::ends);
    }
  }

  void add_pending_documents() {
    for (const auto& document : view_.documents()) {
      for (const auto& revision : document.document->revisions) {
        if (view_.of(revision).state != RevisionState::in_review) continue;
        put({.id = revision.document,
             .title = revision.title,
             .detail = revision.change_note,
             .owners = list_of(revision.owner),
             .on = revision.approval ? revision.approval->submitted : std::optional<Date>(),
             .state = AgendaState::in_review});
      }
    }
  }

  void add_law_changes() {
    for (const auto& source : handbook_.sources) {
      const auto put_change = [&](const std::optional<Date>& on, AgendaState state,
                                  const std::string& detail) {
        if (!on || !is_between(*on)) return;
        put({.id = source.number,
             .title = source.title,
             .detail = detail,
             .owners = list_of(source.checked_by),
             .on = on,
             .state = state});
      };
      put_change(source.in_force_from, AgendaState::begins, {});
      for (const auto& version : source.versions)
        put_change(version.in_force_from, AgendaState::begins, version.amending);
      put_change(source.repealed_on, AgendaState::ends, {});
    }
  }

  const DayView& view_;
  const Handbook& handbook_;
  const Forum& forum_;
  MeetingSpan span_;
  Date day_;
  Rows rows_;
};

}  // namespace

MeetingSpan span_of(const Forum& forum, Date meeting) {
  const int months = std::max(forum.every_months, 1);
  MeetingSpan span{meeting.plus_months(-months), meeting, meeting.plus_months(months)};
  if (!forum.first_on) return span;
  span.next = next_meeting(forum, meeting.plus_days(1)).value_or(span.next);
  const auto before = meeting_days(forum, *forum.first_on, meeting);
  if (!before.empty()) span.since = before.back();
  return span;
}

AgendaState state_of_deadline(Date last_day, Date known_on, Date meeting) {
  if (last_day < known_on) return AgendaState::late;
  return last_day < meeting ? AgendaState::before_meeting : AgendaState::open;
}

std::vector<AgendaRow> agenda_rows(const DayView& view, const Forum& forum,
                                   const AgendaPoint& point, const MeetingSpan& span) {
  AgendaCollector collector(view, forum, span);
  for (const auto subject : point.lists)
    collector.add(subject);
  auto rows = collector.take();
  if (!point.only_own) return rows;
  std::erase_if(rows, [&](const AgendaRow& row) {
    return std::ranges::none_of(row.owners,
                                [&](const RoleId& role) { return includes(forum.roles, role); });
  });
  return rows;
}

}  // namespace handbok
