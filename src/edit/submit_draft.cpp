// handbok submit: the draft goes out for review.
// handbok return: the text goes back to its drafter, with everything that was said about it.

#include "derive/approval_policy.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/tidy_text.hpp"
#include "edit/toml_text.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

const Revision* require_draft(const Document& document, Outcome& outcome) {
  const auto* const open = open_revision(document);
  if (open == nullptr) {
    refuse(outcome, Code::edit_no_draft, document.id, {document.id}, {document.id});
    return nullptr;
  }
  if (!is_submitted(*open)) return open;
  refuse(outcome, Code::edit_in_review, document.id,
         {document.id, std::to_string(open->number), open->approval->submitted->to_string()},
         {document.id, document.id});
  return nullptr;
}

void require_drafter(const Desk& desk, const Revision& draft, const RoleId& role,
                     Outcome& outcome) {
  if (!require_role(desk, role, "--role", draft.document, outcome)) return;
  const auto* const policy = policy_for(desk.handbook(), draft);
  if (policy == nullptr) return;
  require_allowed(roles_for(*policy, SignatureStep::drafted, draft.change_kind), role,
                  "@step.drafted", draft, outcome);
}

/// The day of submission may not be earlier than steps already taken.
void require_later(const Desk& desk, const Revision& draft, Outcome& outcome) {
  if (!draft.approval) return;
  const NamedDay now{"submitted", desk.day()};
  if (!draft.approval->returned.empty()) {
    require_order({"returned", draft.approval->returned.back().on}, now, "--on", draft.document,
                  outcome);
  }
  for (const auto& signature : draft.approval->signatures) {
    if (signature.step == SignatureStep::consulted) continue;
    require_order({key_of(signature.step), signature.on}, now, "--on", draft.document, outcome);
  }
}

std::string approval_text(const std::string& before, const Signature& drafted) {
  TomlText text(before);
  text.set({}, "submitted", drafted.on.to_string());
  text.append(signature_block(drafted));
  return text.text();
}

/// The round that ends moves into [[returned]], so that nothing of it counts for the next one and
/// nothing of it is lost.
std::string returned_text(const std::string& before, const ReturnedRound& round) {
  TomlText text(before);
  text.remove("submitted");
  std::string block = "[[returned]]\n";
  block += toml_line("submitted", round.submitted->to_string());
  block += toml_line("on", round.on.to_string());
  block += toml_line("by", toml_string(round.by));
  block += toml_line("comment", toml_string(round.comment));
  text.insert_before("signature", block);
  text.rename_tables("signature", "returned.signature");
  return text.text();
}

}  // namespace

Outcome submit_draft(const Desk& desk, const Submission& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr || !require_not_repealed(*document, outcome)) return outcome;
  const auto* const draft = require_draft(*document, outcome);
  if (draft == nullptr) return outcome;
  outcome.revision = draft->key();
  const auto& role = request.role.empty() ? draft->owner : request.role;
  require_drafter(desk, *draft, role, outcome);
  require_later(desk, *draft, outcome);
  if (outcome.is_refused()) return outcome;

  const auto before = bytes_of(desk, draft->path);
  const auto tidy = tidy_text(before);
  for (const auto& done : tidy.done)
    outcome.remarks.push_back(remark(Code::edit_tidied, document->id, {done}));
  if (tidy.text != before) outcome.files.push_back({draft->path, tidy.text});
  Signature drafted;
  drafted.step = SignatureStep::drafted;
  drafted.role = role;
  drafted.on = desk.day();
  drafted.digest = digest_with(*draft, tidy.text);
  const auto path = file_of(*document, std::to_string(draft->number) + ".approval.toml");
  outcome.files.push_back({path, approval_text(bytes_of(desk, path), drafted)});
  return outcome;
}

Outcome hand_back(const Desk& desk, const HandBack& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr) return outcome;
  const auto* const revision = require_in_review(*document, outcome);
  if (revision == nullptr) return outcome;
  outcome.revision = revision->key();
  require_input(request.comment, "--comment", document->id, outcome);
  if (require_role(desk, request.role, "--role", document->id, outcome)) {
    require_allowed(judges_of(desk, *revision), request.role, "@step.returned", *revision, outcome);
  }
  require_order({"submitted", *revision->approval->submitted}, {"returned", desk.day()}, "--on",
                document->id, outcome);
  if (outcome.is_refused()) return outcome;

  ReturnedRound round;
  round.submitted = revision->approval->submitted;
  round.on = desk.day();
  round.by = request.role;
  round.comment = request.comment;
  outcome.files.push_back(
      {revision->approval->path, returned_text(bytes_of(desk, revision->approval->path), round)});
  return outcome;
}

}  // namespace handbok
