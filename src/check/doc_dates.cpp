// Reviews and ends of validity. What the calendar does is never an error.

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/review_dates.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

bool has_reviews(const CheckedRevision& checked) {
  return checked.state == RevisionState::in_force &&
         (checked.type == nullptr || !checked.type->bounded);
}

std::optional<Date> next_review(const CheckContext& context, const CheckedRevision& checked) {
  if (!has_reviews(checked)) return std::nullopt;
  return review_dates(*checked.document, *checked.revision, context.day()).next;
}

/// True if `date` is today or within the horizon, which counts its last day.
bool is_near(const CheckContext& context, Date date) {
  const int days = days_between(context.day(), date);
  return days >= 0 && days <= context.handbook().settings.review_horizon_days;
}

std::string days_text(Date from, Date to) {
  return days_slot(days_between(from, to));
}

bool is_agreement(const CheckedRevision& checked) {
  return checked.type != nullptr && checked.type->is_agreement;
}

enum class Subject : std::uint8_t { agreement, other };

bool is_about(Subject subject, const CheckedRevision& checked) {
  return (subject == Subject::agreement) == is_agreement(checked);
}

/// Reports documents that have run out and that nothing has replaced.
void report_expired(CheckContext& context, Subject subject, Code code) {
  for (const auto& checked : context.revisions()) {
    if (checked.state != RevisionState::expired || !is_about(subject, checked)) continue;
    const auto& revision = *checked.revision;
    const auto end = *context.view().of(revision).validity->to;
    context.report(revision, {code,
                              revision.approval->validity_location,
                              {revision.document, end.to_string()},
                              {revision.document, revision.document}});
  }
}

/// The end that is near and that nobody has decided what follows.
std::optional<Date> near_end(const CheckContext& context, const CheckedRevision& checked) {
  if (checked.state != RevisionState::in_force) return std::nullopt;
  const auto end = checked.revision->approval->valid_to;
  const auto validity = context.view().of(*checked.revision).validity;
  const bool ends_by_itself = end && validity->to == end;
  const auto* const upcoming = context.view().find(checked.document->id)->upcoming;
  if (!ends_by_itself || upcoming != nullptr || !is_near(context, *end)) return std::nullopt;
  return end;
}

void report_expiring(CheckContext& context, Subject subject, Code code) {
  for (const auto& checked : context.revisions()) {
    if (!is_about(subject, checked)) continue;
    const auto end = near_end(context, checked);
    if (!end) continue;
    const auto& revision = *checked.revision;
    context.report(revision, {code,
                              revision.approval->validity_location,
                              {revision.document, end->to_string(), days_text(context.day(), *end)},
                              {revision.document, revision.document}});
  }
}

}  // namespace

void check_doc_review_overdue(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto next = next_review(context, checked);
    if (!next || context.day() <= *next) continue;
    const auto& revision = *checked.revision;
    context.report(revision,
                   {Code::doc_review_overdue,
                    revision.approval->validity_location,
                    {revision.document, next->to_string(), days_text(*next, context.day())},
                    {revision.document, revision.document}});
  }
}

void check_doc_review_due(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto next = next_review(context, checked);
    if (!next || !is_near(context, *next)) continue;
    const auto& revision = *checked.revision;
    context.report(revision,
                   {Code::doc_review_due,
                    revision.approval->validity_location,
                    {revision.document, next->to_string(), days_text(context.day(), *next)},
                    {revision.document, revision.document}});
  }
}

/// A day that is mistyped by years makes every right day that follows it an error.
void check_doc_far_day(CheckContext& context) {
  constexpr int years_max = 5;
  const auto last = context.day().plus_months(12 * years_max);
  for (const auto& document : context.handbook().documents) {
    const auto judge = [&](std::string_view key, Date day, const Location& location) {
      if (day <= last) return;
      context.report(document,
                     {Code::doc_far_day,
                      location,
                      {document.id, std::string(key), day.to_string(), std::to_string(years_max)}});
    };
    for (const auto& review : document.reviews)
      judge("on", review.on, review.location);
    if (document.repeal && document.repeal->decided_on)
      judge("decided_on", *document.repeal->decided_on, document.repeal->location);
    for (const auto& revision : document.revisions) {
      if (!revision.approval) continue;
      for (const auto& signature : revision.approval->signatures)
        judge("on", signature.on, signature.location);
    }
  }
}

void check_doc_review_interval(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    if (!has_reviews(checked) || checked.type == nullptr) continue;
    const auto& revision = *checked.revision;
    const auto dates = review_dates(*checked.document, revision, context.day());
    if (checked.type->review_months == 0 || !dates.last || !dates.next) continue;
    const auto latest = dates.last->plus_months(checked.type->review_months);
    if (*dates.next <= latest) continue;
    context.report(revision, {Code::doc_review_interval,
                              revision.approval->validity_location,
                              {revision.document, dates.next->to_string(), revision.type,
                               latest.to_string()}});
  }
}

void check_doc_expired(CheckContext& context) {
  report_expired(context, Subject::other, Code::doc_expired);
}

void check_doc_expiring(CheckContext& context) {
  report_expiring(context, Subject::other, Code::doc_expiring);
}

void check_agreement_expired(CheckContext& context) {
  report_expired(context, Subject::agreement, Code::agreement_expired);
}

void check_agreement_expiring(CheckContext& context) {
  report_expiring(context, Subject::agreement, Code::agreement_expiring);
}

}  // namespace handbok
