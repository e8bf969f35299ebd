#include "derive/day_view.hpp"

#include <algorithm>

namespace handbok {
namespace {

bool is_withdrawn(const Revision& revision, Date day) {
  return revision.withdrawn() != nullptr && revision.withdrawn()->on <= day;
}

bool is_adopted(const Revision& revision, Date day) {
  const auto* const approved = revision.approved();
  return approved != nullptr && approved->on <= day && revision.approval->valid_from &&
         !is_withdrawn(revision, day);
}

bool has_begun(const std::vector<Signature>& signatures, Date day) {
  return std::ranges::any_of(signatures, [&](const Signature& s) { return s.on <= day; });
}

/// True if the text was out for review on the day, now or in a round that was returned.
bool is_in_review(const Approval& approval, Date day) {
  if (approval.submitted && *approval.submitted <= day) return true;
  return std::ranges::any_of(approval.returned, [&](const ReturnedRound& round) {
    return round.submitted && *round.submitted <= day && day < round.on;
  });
}

/// What a revision that is not adopted on the day is: unknown before its first dated fact.
RevisionState preparation_state(const Revision& revision, Date day) {
  if (!revision.approval) return RevisionState::draft;
  const auto& approval = *revision.approval;
  if (is_in_review(approval, day)) return RevisionState::in_review;
  const bool begun = has_begun(approval.signatures, day) ||
                     std::ranges::any_of(approval.returned, [&](const ReturnedRound& round) {
                       return round.on <= day || has_begun(round.signatures, day);
                     });
  const bool has_no_dates =
      approval.signatures.empty() && approval.returned.empty() && !approval.submitted;
  return begun || has_no_dates ? RevisionState::draft : RevisionState::unknown;
}

/// The day on which a repeal that is known on `day` takes effect.
std::optional<Date> repeal_day(const Document& document, Date day) {
  if (!document.repeal || !document.repeal->effective_on) return std::nullopt;
  if (document.repeal->decided_on && *document.repeal->decided_on > day) return std::nullopt;
  return document.repeal->effective_on;
}

void end_by(Interval& interval, std::optional<Date> end) {
  if (end && (!interval.to || *end < *interval.to)) interval.to = std::max(*end, interval.from);
}

/// When an adopted revision is in force: until its own end, the start of a later revision, or the
/// repeal, whichever comes first.
Interval validity_of(const Document& document, std::size_t index, Date day) {
  const auto& revision = document.revisions[index];
  Interval interval{*revision.approval->valid_from, revision.approval->valid_to};
  end_by(interval, interval.to);
  for (auto later = index + 1; later < document.revisions.size(); ++later) {
    if (is_adopted(document.revisions[later], day)) {
      end_by(interval, document.revisions[later].approval->valid_from);
    }
  }
  end_by(interval, repeal_day(document, day));
  return interval;
}

bool has_later_adopted(const Document& document, std::size_t index, Date day) {
  for (auto later = index + 1; later < document.revisions.size(); ++later) {
    const auto& revision = document.revisions[later];
    if (is_adopted(revision, day) && *revision.approval->valid_from <= day) return true;
  }
  return false;
}

RevisionDay revision_on(const Document& document, std::size_t index, Date day) {
  const auto& revision = document.revisions[index];
  if (is_withdrawn(revision, day)) {
    const auto start = revision.approval->valid_from.value_or(revision.withdrawn()->on);
    return {RevisionState::withdrawn, Interval{start, start}};
  }
  if (!is_adopted(revision, day)) return {preparation_state(revision, day), std::nullopt};
  const auto validity = validity_of(document, index, day);
  if (validity.contains(day)) return {RevisionState::in_force, validity};
  if (day < validity.from) return {RevisionState::upcoming, validity};
  if (has_later_adopted(document, index, day)) return {RevisionState::superseded, validity};
  const auto repealed = repeal_day(document, day);
  if (repealed && *repealed <= day) return {RevisionState::repealed, validity};
  return {RevisionState::expired, validity};
}

/// The last revision in one of the two states, or nullptr.
const Revision* last_in(const DocumentDay& document, RevisionState state) {
  for (auto i = document.revisions.size(); i-- > 0;) {
    if (document.revisions[i].state == state) return &document.document->revisions[i];
  }
  return nullptr;
}

const Revision* first_upcoming(const DocumentDay& document) {
  for (std::size_t i = 0; i < document.revisions.size(); ++i) {
    const auto& revision = document.revisions[i];
    if (revision.state == RevisionState::upcoming && !revision.validity->is_empty()) {
      return &document.document->revisions[i];
    }
  }
  return nullptr;
}

bool has_state(const DocumentDay& document, RevisionState state) {
  return std::ranges::any_of(document.revisions,
                             [&](const RevisionDay& r) { return r.state == state; });
}

/// The revision that a repeal ended: rather one that has applied than one that was to apply later.
const Revision* last_before_repeal(const DocumentDay& document) {
  const auto* const last = last_in(document, RevisionState::repealed);
  const auto* const earlier = last_in(document, RevisionState::superseded);
  if (last == nullptr || earlier == nullptr) return last == nullptr ? earlier : last;
  const auto place = static_cast<std::size_t>(last - document.document->revisions.data());
  return document.revisions[place].validity->is_empty() ? earlier : last;
}

/// The document's state and the revision to show when no revision is in force.
void settle_without_force(DocumentDay& document, Date day) {
  const auto repealed = repeal_day(*document.document, day);
  if (repealed && *repealed <= day) {
    document.state = DocumentState::repealed;
    document.shown = last_before_repeal(document);
  } else if (const auto* const expired = last_in(document, RevisionState::expired)) {
    document.state = DocumentState::expired;
    document.shown = expired;
  } else if (document.upcoming != nullptr) {
    document.state = DocumentState::upcoming;
  } else if (const auto* const withdrawn = last_in(document, RevisionState::withdrawn)) {
    document.state = DocumentState::withdrawn;
    document.shown = withdrawn;
  } else if (has_state(document, RevisionState::in_review)) {
    document.state = DocumentState::in_review;
  } else if (has_state(document, RevisionState::draft)) {
    document.state = DocumentState::draft;
  }
}

}  // namespace

DocumentDay document_on(const Document& document, Date day) {
  DocumentDay result;
  result.document = &document;
  result.revisions.reserve(document.revisions.size());
  for (std::size_t i = 0; i < document.revisions.size(); ++i) {
    result.revisions.push_back(revision_on(document, i, day));
  }
  result.upcoming = first_upcoming(result);
  result.in_force = last_in(result, RevisionState::in_force);
  if (result.in_force != nullptr) {
    result.state = DocumentState::in_force;
    result.shown = result.in_force;
  } else {
    settle_without_force(result, day);
  }
  return result;
}

DayView::DayView(const Handbook& handbook, Date day)
    : handbook_(&handbook),
      day_(day.as_today()),
      units_(handbook, day_) {
  documents_.reserve(handbook.documents.size());
  places_.reserve(handbook.documents.size());
  for (const auto& document : handbook.documents) {
    places_.emplace(document.id, documents_.size());
    documents_.push_back(document_on(document, day));
    if (documents_.back().in_force != nullptr) add_replaced(*documents_.back().in_force);
    for (const auto& revision : document.revisions) {
      const bool applies = revision.approved() != nullptr && revision.withdrawn() == nullptr;
      const auto from = applies ? revision.approval->valid_from : std::nullopt;
      if (from) first_held_ = std::min(first_held_.value_or(*from), *from);
    }
  }
}

void DayView::add_replaced(const Revision& text) {
  for (const auto& relation : text.relations) {
    if (!is_whole_replacement(relation) || relation.document == text.document) continue;
    auto& replacing = replacing_[relation.document];
    if (replacing.empty() || replacing.back() != &text) replacing.push_back(&text);
  }
}

std::optional<Date> DayView::first_held() const {
  DayQuestions::ask_all();  // any document may be the first
  return first_held_;
}

const DocumentDay* DayView::find(std::string_view id) const {
  const auto known = places_.find(id);
  if (known == places_.end()) return nullptr;
  DayQuestions::ask(id);
  return &documents_[known->second];
}

const std::vector<const Revision*>& DayView::replacing(std::string_view id) const {
  DayQuestions::ask_all();  // any document may replace it
  static const std::vector<const Revision*> none;
  const auto found = replacing_.find(id);
  return found == replacing_.end() ? none : found->second;
}

const RevisionDay& DayView::of(const Revision& revision) const {
  const auto& document = *find(revision.document);
  return document
      .revisions[static_cast<std::size_t>(&revision - document.document->revisions.data())];
}

}  // namespace handbok
