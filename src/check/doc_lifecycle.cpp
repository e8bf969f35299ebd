// How the revisions of a document follow each other, and whether its decisions agree.

#include <algorithm>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/approval_policy.hpp"
#include "derive/missing_history.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

bool is_approved_with_start(const Revision& revision) {
  return revision.approved() != nullptr && revision.approval->valid_from.has_value() &&
         revision.withdrawn() == nullptr;
}

/// The adopted revision before `revision` in its document, or nullptr.
const Revision* adopted_before(const Document& document, const Revision& revision) {
  const Revision* before = nullptr;
  for (const auto& candidate : document.revisions) {
    if (candidate.number < revision.number && is_approved_with_start(candidate)) {
      before = &candidate;
    }
  }
  return before;
}

/// A checked revision that was adopted after another one.
struct Succession {
  const Revision* earlier = nullptr;
  const Revision* later = nullptr;

  Date earlier_start() const { return *earlier->approval->valid_from; }
  Date later_start() const { return *later->approval->valid_from; }
};

std::vector<Succession> successions(const CheckContext& context) {
  std::vector<Succession> pairs;
  for (const auto& checked : context.revisions()) {
    if (!is_approved_with_start(*checked.revision)) continue;
    const auto* const earlier = adopted_before(*checked.document, *checked.revision);
    if (earlier != nullptr) pairs.push_back({earlier, checked.revision});
  }
  return pairs;
}

/// True if the reviewer was given another text than the one approved.
bool is_review_of_another_text(const Revision& revision) {
  const auto* const reviewed = revision.approval->find(SignatureStep::reviewed);
  return reviewed != nullptr && !reviewed->digest.empty() && reviewed->digest != revision.digest;
}

bool lacks_reference(const Handbook& handbook, const Signature& approved) {
  const auto* const approver = handbook.find_role(approved.role);
  return approver != nullptr && approver->collegial && trim(approved.ref).empty();
}

bool lacks_review_date(const CheckedRevision& checked) {
  const auto& approval = *checked.revision->approval;
  return checked.type != nullptr && checked.type->review_months > 0 && !checked.type->bounded &&
         !approval.next_review && !approval.valid_to;
}

/// A reviewer is missed only where a policy names reviewers that bind.
bool lacks_review(const Handbook& handbook, const Revision& revision, const Signature& approved) {
  const auto* const policy = policy_for(handbook, revision);
  return policy != nullptr && !policy->reviews.empty() && policy->policy_from &&
         *policy->policy_from <= approved.on &&
         revision.approval->find(SignatureStep::reviewed) == nullptr;
}

/// The keys of an approved revision's decisions that contradict others.
std::vector<std::string> contradictions(const Handbook& handbook, const CheckedRevision& checked) {
  const auto& revision = *checked.revision;
  const auto& approval = *revision.approval;
  const auto& approved = *revision.approved();
  std::vector<std::string> keys;
  if (!approval.valid_from) keys.emplace_back("valid_from");
  if (approval.valid_to && approval.valid_from && *approval.valid_to <= *approval.valid_from) {
    keys.emplace_back("valid_to");
  }
  if (approval.submitted && approved.on < *approval.submitted) keys.emplace_back("submitted");
  if (lacks_review_date(checked)) keys.emplace_back("next_review");
  if (lacks_reference(handbook, approved)) keys.emplace_back("ref");
  if (lacks_review(handbook, revision, approved)) keys.emplace_back("reviewed");
  if (is_review_of_another_text(revision)) keys.emplace_back("digest");
  return keys;
}

void report_reviews_of_unknown_revisions(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    for (const auto& review : document.reviews) {
      if (document.find(review.revision) != nullptr) continue;
      context.report(document, {Code::doc_state_invalid,
                                review.location,
                                {document.id, std::to_string(review.revision), "reviews.toml"}});
    }
  }
}

void report_earlier_revisions_out_of_place(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    for (const auto& row : document.earlier) {
      if (0 < row.number && row.number < document.revisions.front().number) continue;
      context.report(document, {Code::doc_state_invalid,
                                row.location,
                                {document.id, std::to_string(row.number), "earlier.toml"}});
    }
  }
}

/// The keys of a repeal that say nothing.
std::vector<std::string> missing_in(const Repeal& repeal) {
  std::vector<std::string> keys;
  if (!repeal.decided_on) keys.emplace_back("decided_on");
  if (!repeal.effective_on) keys.emplace_back("effective_on");
  if (repeal.decided_by.empty()) keys.emplace_back("decided_by");
  if (trim(repeal.reason).empty()) keys.emplace_back("reason");
  if (repeal.replaced_by.empty() && !repeal.no_successor) keys.emplace_back("replaced_by");
  return keys;
}

}  // namespace

void check_doc_approved_text_changed(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    for (const auto& revision : document.revisions) {
      // Load said so of the unreadable.
      if (includes(document.unreadable, revision.number) || !has_changed_text(revision)) continue;
      const auto number = std::to_string(revision.number);
      const auto code = revision.has_foreign_line_ends ? Code::doc_line_ends_changed
                                                       : Code::doc_approved_text_changed;
      context.report(revision, {code,
                                {revision.path, 0, 0},
                                {document.id, number},
                                {document.id, document.id + "@" + number}});
    }
  }
}

void check_doc_submitted_text_changed(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (checked.state != RevisionState::in_review || !is_other_than_submitted(revision)) continue;
    const auto number = std::to_string(revision.number);
    CheckReport report{Code::doc_submitted_text_changed,
                       {revision.path, 0, 0},
                       {revision.document, number},
                       {revision.document}};
    report.severity = Severity::error;  // not lowered: what was reviewed cannot be approved
    context.report(revision, std::move(report));
  }
}

void check_doc_state_invalid(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (revision.approved() == nullptr) continue;
    const auto keys = contradictions(context.handbook(), checked);
    if (keys.empty()) continue;
    context.report(revision,
                   {Code::doc_state_invalid,
                    revision.approval->validity_location,
                    {revision.document, std::to_string(revision.number), join(keys, ", ")}});
  }
  report_reviews_of_unknown_revisions(context);
  report_earlier_revisions_out_of_place(context);
}

void check_doc_revision_sequence(CheckContext& context) {
  for (const auto& pair : successions(context)) {
    if (pair.earlier_start() <= pair.later_start()) continue;
    context.report(
        *pair.later,
        {Code::doc_revision_sequence,
         pair.later->approval->validity_location,
         {std::to_string(pair.later->number), pair.later->document, pair.later_start().to_string(),
          std::to_string(pair.earlier->number), pair.earlier_start().to_string()}});
  }
}

void check_doc_history_missing(CheckContext& context) {
  const auto& complete_from = context.handbook().settings.history_from;
  for (const auto& document : context.handbook().documents) {
    const auto missing = missing_history(document);
    if (!missing || missing->is_accounted_for()) continue;
    if (complete_from && *missing->until <= *complete_from) continue;
    context.report(document, {Code::doc_history_missing,
                              {document.folder, 0, 0},
                              {document.id, std::to_string(missing->last + 1), missing->numbers()},
                              {document.folder + "/earlier.toml"}});
  }
}

/// Says why the other checks are silent about what is missing.
void check_doc_before_history(CheckContext& context) {
  if (is_known(context.view(), context.day())) return;
  const auto& said = context.handbook().settings.history_from;
  const auto from = said ? *said : *context.view().first_held();
  CheckReport report{Code::doc_before_history,
                     {"handbook.toml", 0, 0},
                     {from.to_string(), context.day().to_string()}};
  report.subject = "handbook.toml";
  report.part = Part::common;
  context.report_entry(std::move(report));
}

void check_doc_two_in_force(CheckContext& context) {
  for (const auto& pair : successions(context)) {
    if (pair.earlier_start() != pair.later_start()) continue;
    context.report(*pair.later,
                   {Code::doc_two_in_force,
                    pair.later->approval->validity_location,
                    {std::to_string(pair.earlier->number), std::to_string(pair.later->number),
                     pair.later->document, pair.later_start().to_string()}});
  }
}

void check_doc_gap_in_force(CheckContext& context) {
  for (const auto& pair : successions(context)) {
    const auto end = pair.earlier->approval->valid_to;
    if (!end || *end >= pair.later_start()) continue;
    context.report(*pair.later,
                   {Code::doc_gap_in_force,
                    pair.later->approval->validity_location,
                    {pair.later->document, end->to_string(), pair.later_start().to_string()}});
  }
}

void check_doc_stuck_in_review(CheckContext& context) {
  const int days_max = context.handbook().settings.in_review_days_max;
  for (const auto& checked : context.revisions()) {
    if (checked.state != RevisionState::in_review) continue;
    const auto& revision = *checked.revision;
    const auto submitted = *revision.approval->submitted;
    const int days = days_between(submitted, context.day());
    if (days <= days_max) continue;
    const auto number = std::to_string(revision.number);
    context.report(revision, {Code::doc_stuck_in_review,
                              {revision.approval->path, 0, 0},
                              {revision.document, number, submitted.to_string(), days_slot(days)},
                              {revision.document}});
  }
}

void check_doc_returned(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (checked.state != RevisionState::draft || !revision.approval) continue;
    const auto& rounds = revision.approval->returned;
    if (rounds.empty() || rounds.back().on > context.day()) continue;
    const auto& last = rounds.back();
    context.report(revision, {Code::doc_returned,
                              last.location,
                              {revision.document, std::to_string(revision.number), last.by,
                               last.on.to_string(), last.comment},
                              {revision.document}});
  }
}

void check_doc_repeal_without_decision(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    if (!document.repeal) continue;
    const auto keys = missing_in(*document.repeal);
    if (keys.empty()) continue;
    context.report(document, {Code::doc_repeal_without_decision,
                              document.repeal->location,
                              {document.id, join(keys, ", ")}});
  }
}

}  // namespace handbok
