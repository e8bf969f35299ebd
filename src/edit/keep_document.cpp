// handbok review-keep: the text was read and still holds; only the next review moves.
#include <algorithm>

#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"

namespace handbok {
namespace {

const Revision* require_in_force(const Desk& desk, const Document& document, Outcome& outcome) {
  const auto* const revision = desk.view.in_force(document.id);
  if (revision != nullptr) return revision;
  if (last_adopted(document) == nullptr) {
    refuse(outcome, Code::edit_never_approved, document.id, {document.id});
  } else {
    const auto day = desk.day().to_string();
    refuse(outcome, Code::edit_not_in_force, document.id, {document.id, day}, {day, document.id});
  }
  return nullptr;
}

/// The owner, and those who may review or approve by the policy.
void require_reader(const Desk& desk, const Revision& revision, const RoleId& role,
                    Outcome& outcome) {
  if (!require_role(desk, role, "--role", revision.document, outcome)) return;
  auto allowed = judges_of(desk, revision);
  const bool adds_owner = allowed && std::ranges::find(*allowed, revision.owner) == allowed->end();
  if (adds_owner) allowed->insert(allowed->begin(), revision.owner);
  require_allowed(allowed, role, "@step.kept", revision, outcome);
}

void require_review_day(const Desk& desk, const Revision& revision, Date next, Outcome& outcome) {
  const auto latest = *latest_review(desk, revision, desk.day());
  require_order({"after_act", desk.day().plus_days(1)}, {"next_review", next}, "--next-review",
                revision.document, outcome);
  if (next <= latest) return;
  refuse(outcome, Code::edit_review_too_late, revision.document, {next.to_string(), revision.type},
         {latest.to_string()});
}

std::string review_block(const Desk& desk, const Revision& revision, const KeptReview& request,
                         Date next) {
  std::string block = "[[review]]\n";
  block += toml_line("revision", std::to_string(revision.number));
  block += toml_line("on", desk.day().to_string());
  block += toml_line("by", toml_string(request.role.empty() ? revision.owner : request.role));
  block += toml_line("verdict", toml_string("keep"));
  block += toml_line("next_review", next.to_string());
  return block + optional_line("note", request.note);
}

}  // namespace

Outcome keep_document(const Desk& desk, const KeptReview& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr || !require_not_repealed(*document, outcome)) return outcome;
  const auto* const revision = require_in_force(desk, *document, outcome);
  if (revision == nullptr) return outcome;
  outcome.revision = revision->key();
  const auto latest = latest_review(desk, *revision, desk.day());
  if (!latest) {
    refuse(outcome, Code::edit_has_no_review, document->id, {document->id, revision->type},
           {document->id});
    return outcome;
  }
  require_reader(desk, *revision, request.role.empty() ? revision->owner : request.role, outcome);
  const auto next = request.next_review.value_or(*latest);
  require_review_day(desk, *revision, next, outcome);
  if (!document->reviews.empty()) {
    require_order({"review", document->reviews.back().on}, {"on", desk.day()}, "--on", document->id,
                  outcome);
  }
  if (outcome.is_refused()) return outcome;

  const auto path = file_of(*document, "reviews.toml");
  TomlText text(bytes_of(desk, path));
  text.append(review_block(desk, *revision, request, next));
  outcome.files.push_back({path, text.text()});
  return outcome;
}

}  // namespace handbok
