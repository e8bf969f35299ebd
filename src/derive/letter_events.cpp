#include "derive/letter_events.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/strings.hpp"

namespace handbok {
namespace {

constexpr int fortnight = 14;
constexpr int told_days_ahead = 14;  // of what a role is to follow

std::string name_of_revision(const Revision& revision) {
  return revision.document + "@" + std::to_string(revision.number);
}

/// What a day is about, the same for all that is asked of a role at once: both to be consulted
/// about a text and to review it, or a self-check in several units.
std::string thing_of(const DueDay& day) {
  if (day.kind == DueKind::self_check) return day.id;
  const bool is_judging = day.kind == DueKind::consultation || day.kind == DueKind::scrutiny;
  if (!is_judging) return day.occurrence;
  return name_of_revision(*day.revision) + "-judging-" +
         std::to_string(day.revision->approval->returned.size());
}

/// The text that was submitted, or the reason why it was returned.
std::string what_waits(const DueDay& day) {
  const auto& approval = *day.revision->approval;
  if (day.kind == DueKind::mending)
    return approval.returned.back().by + " " + approval.returned.back().comment;
  const auto* const drafted = approval.find(SignatureStep::drafted);
  return drafted == nullptr ? std::string() : drafted->digest;
}

bool is_planned_only(DueKind kind) {
  return kind == DueKind::calendar || kind == DueKind::forum;
}

/// The Monday with which the fortnight of the day began. 1970-01-05 was a Monday.
Date fortnight_of(Date day) {
  constexpr int first_monday = 4;
  const int days = day.days_since_epoch() - first_monday;
  return day.plus_days(-((days % fortnight + fortnight) % fortnight));
}

class LetterFinder {
public:
  LetterFinder(const DayView& view, Date since)
      : view_(view),
        handbook_(view.handbook()),
        day_(view.day()),
        since_(since),
        horizon_(handbook_.settings.review_horizon_days),
        due_(due_days(view, day_.plus_days(std::max(horizon_, remind_before())), nullptr)) {}

  std::vector<LetterEvent> find() {
    for (const auto& day : due_)
      add_due(day);
    for (const auto& document : view_.documents())
      add_document(document);
    add_digests();
    return std::move(events_);
  }

private:
  int remind_before() const { return handbook_.settings.remind_before_days; }

  bool is_told(LetterKind kind, Date on, const RoleId& to) const {
    const bool stands_still = kind == LetterKind::waits;
    return on <= day_ && (stands_still || since_ <= on) && !to.empty();
  }

  void add(LetterEvent event, std::string_view what, const std::string& name) {
    if (!is_told(event.kind, event.on, event.to)) return;
    event.id = std::string(what).append(" ").append(name).append(" ").append(event.to);
    events_.push_back(std::move(event));
  }

  void add_of(LetterKind kind, std::string_view what, const DueDay& day, const RoleId& to,
              Date on) {
    if (!is_told(kind, on, to)) return;
    const auto thing = std::string(what).append(" ").append(thing_of(day)).append(" ");
    const auto [place, is_first] = places_.emplace(thing + to, events_.size());
    if (is_first)
      events_.push_back({.kind = kind, .id = {}, .to = to, .units = day.units, .on = on});
    auto& event = events_[place->second];
    event.days.push_back(day);
    // A day that was moved is a new reason to remind; a text that waits goes on waiting.
    const auto until = kind == LetterKind::waits ? std::string() : day.on.to_string() + " ";
    if (kind == LetterKind::waits) event.says = what_waits(day);
    event.id = thing + until + to;
  }

  /// One letter for the step that something has reached: soon, near, late, very late.
  void add_due(const DueDay& day) {
    if (is_planned_only(day.kind)) return;
    const bool is_document = day.kind == DueKind::review || day.kind == DueKind::validity;
    const auto near = day.on.plus_days(-remind_before());
    const auto late = day.on.plus_days(1);
    for (const auto& role : day.owners) {
      if (is_waiting(day.kind)) add_of(LetterKind::waits, "waits", day, role, *day.since);
      if (late <= day_) {
        add_of(LetterKind::late, "late", day, role, late);
      } else if (near <= day_ && remind_before() > 0 && is_reminded(day, near)) {
        add_of(LetterKind::reminder, "reminder", day, role, near);
      } else if (is_document) {
        add_of(LetterKind::due, "due", day, role, day.on.plus_days(-horizon_));
      }
    }
    const auto very_late = day.on.plus_days(handbook_.settings.escalate_after_days);
    add_of(LetterKind::escalated, "escalated", day, day.escalated_to, very_late);
  }

  /// Nobody is reminded of a text in the days after it came, nor of what comes round all the time.
  static bool is_reminded(const DueDay& day, Date near) {
    if (is_waiting(day.kind)) return *day.since < near;
    return day.kind != DueKind::self_check;
  }

  void add_document(const DocumentDay& document) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      const auto state = document.revisions[i].state;
      if (state == RevisionState::withdrawn) add_withdrawn(revision);
      const bool is_followed = state == RevisionState::upcoming || state == RevisionState::in_force;
      if (!is_followed) continue;
      add_approved(revision);
      add_applies(revision);
      add_bases(revision);
    }
    add_repeal(document);
  }

  /// To those who were told that it would apply.
  void add_withdrawn(const Revision& revision) {
    const auto on = revision.withdrawn()->on;
    auto roles = authors_of(revision);
    const bool is_told_to_all = revision.approval->valid_from->plus_days(-told_days_ahead) <= on;
    if (is_told_to_all) roles.insert(revision.audience.begin(), revision.audience.end());
    for (const auto& role : roles)
      add(about(LetterKind::taken_back, revision, role, on), "withdrawn",
          name_of_revision(revision));
  }

  void add_repeal(const DocumentDay& document) {
    const auto& repeal = document.document->repeal;
    if (!repeal || !repeal->effective_on || document.shown == nullptr) return;
    std::set<RoleId> roles{document.shown->owner};
    roles.insert(document.shown->audience.begin(), document.shown->audience.end());
    for (const auto& role : roles)
      add(about(LetterKind::taken_back, *document.shown, role,
                repeal->decided_on.value_or(*repeal->effective_on)),
          "repealed", document.document->id + " " + repeal->effective_on->to_string());
  }

  /// Those who are told of the approval.
  static std::set<RoleId> authors_of(const Revision& revision) {
    std::set<RoleId> roles{revision.owner};
    for (const auto& signature : revision.approval->signatures)
      if (signature.step == SignatureStep::drafted) roles.insert(signature.role);
    return roles;
  }

  void add_approved(const Revision& revision) {
    for (const auto& role : authors_of(revision)) {
      auto event = about(LetterKind::approved, revision, role, revision.approved()->on);
      event.says = revision.approval->valid_from->to_string();
      add(std::move(event), "approved", name_of_revision(revision));
    }
  }

  void add_applies(const Revision& revision) {
    const auto from = *revision.approval->valid_from;
    const auto on = std::max(revision.approved()->on, from.plus_days(-told_days_ahead));
    const auto authors = authors_of(revision);
    for (const auto& role : revision.audience) {
      if (on == revision.approved()->on && authors.contains(role)) continue;  // told already
      add(about(LetterKind::applies, revision, role, on), "applies",
          name_of_revision(revision) + " " + from.to_string());
    }
  }

  /// Told once for each revision that the base gets.
  void add_bases(const Revision& revision) {
    for (const auto& relation : revision.relations) {
      const bool builds_on_it =
          is_local(relation.kind) || relation.kind == RelationKind::implements;
      const auto* const base = view_.in_force(relation.document);
      if (!builds_on_it || !relation.based_on || base == nullptr) continue;
      if (base->number <= *relation.based_on) continue;
      auto event =
          about(LetterKind::base_changed, revision, revision.owner, view_.of(*base).validity->from);
      event.news = {base};
      add(std::move(event), "base", name_of_revision(revision) + " " + name_of_revision(*base));
    }
  }

  static LetterEvent about(LetterKind kind, const Revision& revision, const RoleId& to, Date on) {
    return {.kind = kind,
            .id = {},
            .to = to,
            .units = {revision.unit},
            .on = on,
            .revision = &revision};
  }

  void add_digests() {
    const auto monday = fortnight_of(day_);
    const auto news = news_since(monday.plus_days(-fortnight), monday);
    for (const auto& role : handbook_.roles) {
      LetterEvent event{
          .kind = LetterKind::digest, .id = {}, .to = role.id, .units = {}, .on = monday};
      for (const auto& day : due_) {
        const bool is_theirs = day.escalated_to == role.id ||
                               std::ranges::find(day.owners, role.id) != day.owners.end();
        if (is_theirs && !is_planned_only(day.kind)) event.days.push_back(day);
      }
      std::ranges::copy_if(news, std::back_inserter(event.news), [&](const Revision* revision) {
        return std::ranges::find(revision->audience, role.id) != revision->audience.end();
      });
      if (!event.days.empty()) add(std::move(event), "digest", monday.to_string());
    }
  }

  /// What began to apply on the days `from ≤ day < until`.
  std::vector<const Revision*> news_since(Date from, Date until) const {
    std::vector<const Revision*> news;
    for (const auto& document : view_.documents()) {
      const auto* const revision = document.in_force;
      if (revision == nullptr) continue;
      const auto start = view_.of(*revision).validity->from;
      if (from <= start && start < until) news.push_back(revision);
    }
    return news;
  }

  const DayView& view_;
  const Handbook& handbook_;
  Date day_;
  Date since_;
  int horizon_;
  std::vector<DueDay> due_;
  std::vector<LetterEvent> events_;
  std::map<std::string, std::size_t> places_;  ///< of what days were put together, in events_
};

/// What may be told of the text while it waits, as ids without their roles, as far as it came to
/// that.
void add_waits(const Approval& approval, const std::string& name, std::set<std::string>& holds) {
  const auto rounds = approval.returned.size();
  const bool is_approved = approval.find(SignatureStep::approved) != nullptr;
  const bool is_reviewed = is_approved || approval.find(SignatureStep::reviewed) != nullptr;
  for (std::size_t round = 0; round <= rounds; ++round) {
    const auto waited = [&](bool did, std::string_view step) {
      if (did || round < rounds)
        holds.insert("waits " + name + "-" + std::string(step) + "-" + std::to_string(round));
    };
    waited(true, "mending");
    waited(is_approved || approval.submitted, "judging");
    waited(is_reviewed, "approval");
  }
}

/// The same of what was decided about it.
void add_decisions(const Revision& revision, std::set<std::string>& holds) {
  if (!revision.approval) return;
  const auto name = name_of_revision(revision);
  const auto& from = revision.approval->valid_from;
  add_waits(*revision.approval, name, holds);
  if (revision.withdrawn() != nullptr) holds.insert("withdrawn " + name);
  if (revision.approved() == nullptr) return;
  holds.insert("approved " + name);
  if (from) holds.insert("applies " + name + " " + from->to_string());
}

std::set<std::string> what_holds(const Handbook& handbook) {
  std::set<std::string> holds;
  for (const auto& document : handbook.documents) {
    if (document.repeal && document.repeal->effective_on)
      holds.insert("repealed " + document.id + " " + document.repeal->effective_on->to_string());
    for (const auto& revision : document.revisions)
      add_decisions(revision, holds);
  }
  return holds;
}

/// The revision that the id is about, the last one if it is about a document; nullptr if it is
/// gone.
const Revision* revision_in(const Handbook& handbook, std::string_view id) {
  const auto thing = split(id, ' ')[1];
  const auto* const document = handbook.find_document(thing.substr(0, thing.find('@')));
  if (document == nullptr) return nullptr;
  for (const auto& revision : document->revisions) {
    if ((std::string(thing) + "-").starts_with(name_of_revision(revision) + "-")) return &revision;
  }
  return thing == document->id && !document->revisions.empty() ? &document->revisions.back()
                                                               : nullptr;
}

}  // namespace

int times_undone(const ToldLetters& told, const std::string& id) {
  const auto start = "undone " + id + " ";
  int times = 0;
  for (auto at = told.lower_bound(start); at != told.end() && at->first.starts_with(start); ++at)
    ++times;
  return times;
}

std::vector<LetterEvent> undone_events(const DayView& view, const ToldLetters& told) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"approved ", "applies ", "withdrawn ", "repealed ", "waits "});
  const auto holds = what_holds(view.handbook());
  std::vector<LetterEvent> events;
  for (const auto& letter : told) {
    const auto& id = letter.first;
    const auto times = letter.second;
    const auto end = id.rfind(' ');
    const bool can_be_undone =
        std::ranges::any_of(kinds, [&](std::string_view kind) { return id.starts_with(kind); });
    const auto undone = "undone " + id + " " + std::to_string(times);
    if (!can_be_undone || holds.contains(id.substr(0, end)) || told.contains(undone)) continue;
    const auto* const revision = revision_in(view.handbook(), id);
    events.push_back({.kind = LetterKind::undone,
                      .id = undone,
                      .says = id,
                      .to = id.substr(end + 1),
                      .units = {},
                      .on = view.day(),
                      .revision = revision});
    if (revision != nullptr) events.back().units = {revision->unit};
  }
  return events;
}

std::vector<LetterEvent> letter_events(const DayView& view, Date since) {
  return LetterFinder(view, since).find();
}

}  // namespace handbok
