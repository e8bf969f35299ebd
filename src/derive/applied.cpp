#include "derive/applied.hpp"

#include <algorithm>
#include <set>

#include "derive/reach.hpp"

namespace handbok {
namespace {

/// Days on which something may begin to differ.
using Days = std::set<Date>;

void add(Days& days, const std::optional<Date>& day) {
  if (day) days.insert(*day);
}

Days days_of(const Revision& revision) {
  Days days;
  if (!revision.approval) return days;
  const auto& approval = *revision.approval;
  for (const auto& signature : approval.signatures)
    days.insert(signature.on);
  add(days, approval.valid_from);
  add(days, approval.valid_to);
  if (approval.withdrawal) days.insert(approval.withdrawal->on);
  return days;
}

Days days_of(const Document& document, const Settings& settings) {
  Days days;
  for (const auto& revision : document.revisions)
    days.merge(days_of(revision));
  for (const auto& earlier : document.earlier) {
    add(days, earlier.valid_from);
    add(days, earlier.valid_to);
  }
  if (document.repeal) {
    add(days, document.repeal->decided_on);
    add(days, document.repeal->effective_on);
  }
  if (document.revisions.empty() || document.revisions.front().number > 1)
    add(days, settings.history_from);
  return days;
}

Days days_of(const std::vector<OrgUnit>& units) {
  Days days;
  for (const auto& unit : units) {
    add(days, unit.valid_from);
    add(days, unit.valid_to);
    for (const auto& parent : unit.earlier_parents)
      days.insert(parent.until);
  }
  return days;
}

bool is_same(const AppliedStretch& a, const AppliedStretch& b) {
  if (a.text != b.text || a.missing.has_value() != b.missing.has_value()) return false;
  return !a.missing || (a.missing->first == b.missing->first && a.missing->last == b.missing->last);
}

/// Adds a stretch, or lengthens the last one if it goes on.
void append(std::vector<AppliedStretch>& stretches, AppliedStretch stretch) {
  if (!stretches.empty() && stretches.back().until == stretch.from && stretch.from &&
      is_same(stretches.back(), stretch)) {
    stretches.back().until = stretch.until;
  } else {
    stretches.push_back(std::move(stretch));
  }
}

/// What the document was on the day; none if it is known that nothing of it applied.
std::optional<AppliedStretch> stretch_on(const Handbook& handbook, const Document& document,
                                         Date day) {
  auto missing = missing_on(handbook, document, day);
  if (missing && missing->until)  // else readers have no text of it at all
    return AppliedStretch{.text = missing->held, .missing = std::move(missing)};
  const auto on_day = document_on(document, day);
  if (on_day.in_force == nullptr) return std::nullopt;
  return AppliedStretch{.text = on_day.in_force};
}

std::vector<AppliedStretch> stretches_of(const DayView& view, const Document& document) {
  auto days = days_of(document, view.handbook().settings);
  days.erase(days.upper_bound(view.day()), days.end());
  std::vector<AppliedStretch> stretches;
  const auto add_from = [&](std::optional<Date> from, Date first, std::optional<Date> until) {
    auto stretch = stretch_on(view.handbook(), document, first);
    if (!stretch) return;
    stretch->from = from;
    stretch->until = until;
    append(stretches, *std::move(stretch));
  };
  const auto first = days.empty() ? view.day() : days.begin()->plus_days(-1);
  add_from(std::nullopt, first, days.empty() ? std::nullopt : std::optional(*days.begin()));
  for (auto day = days.begin(); day != days.end(); ++day) {
    const auto next = std::next(day);
    add_from(*day, *day, next == days.end() ? std::nullopt : std::optional(*next));
  }
  return stretches;
}

/// True if the local text, where it reaches, is followed instead of the other.
bool replaces(const Revision& local, const Revision& text) {
  return text.local_override == LocalOverride::allowed && local.document != text.document &&
         std::ranges::any_of(local.relations, [&](const Relation& relation) {
           return is_whole_replacement(relation) && relation.document == text.document;
         });
}

/// What is left of the parts before and after the other stretch.
std::vector<AppliedStretch> without(const std::vector<AppliedStretch>& parts,
                                    const AppliedStretch& other) {
  std::vector<AppliedStretch> left;
  for (const auto& part : parts) {
    const bool is_met = part.overlaps(other);
    if (!is_met || (other.from && (!part.from || *part.from < *other.from))) {
      left.push_back(part);
      if (is_met) left.back().until = other.from;
    }
    if (is_met && other.until && (!part.until || *other.until < *part.until)) {
      left.push_back(part);
      left.back().from = other.until;
    }
  }
  return left;
}

/// Leaves out the days on which a local text was followed instead, as followed_in() does.
std::vector<AppliedStretch> followed(const std::vector<AppliedStretch>& stretches) {
  std::vector<const AppliedStretch*> locals;
  for (const auto& stretch : stretches) {
    const auto& relations = stretch.text->relations;
    if (!stretch.missing && std::ranges::any_of(relations, &is_whole_replacement))
      locals.push_back(&stretch);
  }
  std::vector<AppliedStretch> left;
  for (const auto& stretch : stretches) {
    std::vector<AppliedStretch> parts{stretch};
    for (const auto* const local : locals)
      if (!stretch.missing && replaces(*local->text, *stretch.text)) parts = without(parts, *local);
    left.insert(left.end(), parts.begin(), parts.end());
  }
  return left;
}

}  // namespace

AppliedHistory::AppliedHistory(const DayView& view) : view_(&view) {
  const auto& handbook = view.handbook();
  auto days = days_of(handbook.units);
  days.erase(days.upper_bound(view.day()), days.end());
  const auto first = days.empty() ? view.day() : days.begin()->plus_days(-1);
  eras_.push_back({std::nullopt, UnitsOnDay(handbook, first)});
  for (const auto day : days)
    eras_.push_back({day, UnitsOnDay(handbook, day)});
  for (const auto& document : handbook.documents)
    documents_.push_back(stretches_of(view, document));
}

void AppliedHistory::add_reached(std::vector<AppliedStretch>& stretches,
                                 const AppliedStretch& stretch, const OrgUnit& unit) const {
  for (std::size_t i = 0; i < eras_.size(); ++i) {
    const auto ends = i + 1 < eras_.size() ? eras_[i + 1].from : std::optional<Date>();
    auto part = stretch;
    if (eras_[i].from && (!part.from || *part.from < *eras_[i].from)) part.from = eras_[i].from;
    if (ends && (!part.until || *ends < *part.until)) part.until = ends;
    const bool is_empty = part.from && part.until && *part.until <= *part.from;
    if (is_empty || !reaches(eras_[i].units, *stretch.text, unit)) continue;
    append(stretches, std::move(part));
  }
}

std::vector<AppliedStretch> AppliedHistory::in(const OrgUnit& unit) const {
  std::vector<AppliedStretch> stretches;
  for (const auto& document : documents_) {
    for (const auto& stretch : document)
      add_reached(stretches, stretch, unit);
  }
  return followed(stretches);
}

std::vector<AppliedStretch> AppliedHistory::of(const Document& document) const {
  DayQuestions::ask(document.id);
  const auto& all = view_->handbook().documents;
  return documents_[static_cast<std::size_t>(&document - all.data())];
}

}  // namespace handbok
