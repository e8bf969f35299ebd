// handbok withdraw: an approved text is taken back before it enters into force.
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/perform.hpp"
#include "edit/signature_text.hpp"

namespace handbok {
namespace {

const Revision* require_upcoming(const Desk& desk, const Document& document, Outcome& outcome) {
  const auto* const last = last_adopted(document);
  if (last == nullptr) {
    refuse(outcome, Code::edit_nothing_upcoming, document.id, {document.id},
           {document.id, document.id});
    return nullptr;
  }
  const auto start = *last->approval->valid_from;
  if (desk.day() < start) return last;
  refuse(outcome, Code::edit_started, document.id,
         {document.id, std::to_string(last->number), start.to_string()},
         {document.id, document.id});
  return nullptr;
}

std::string withdrawal_block(const Desk& desk, const WithdrawalRequest& request) {
  std::string block = "[withdrawn]\n";
  block += toml_line("on", desk.day().to_string());
  block += toml_line("by", toml_string(request.role));
  block += optional_line("ref", request.ref);
  return block + toml_line("reason", toml_string(request.reason));
}

}  // namespace

Outcome withdraw_revision(const Desk& desk, const WithdrawalRequest& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr) return outcome;
  const auto* const revision = require_upcoming(desk, *document, outcome);
  if (revision == nullptr) return outcome;
  outcome.revision = revision->key();
  require_input(request.reason, "--reason", document->id, outcome);
  if (require_role(desk, request.role, "--role", document->id, outcome)) {
    require_allowed(approvers_of(desk, *revision), request.role, "@step.withdrawn", *revision,
                    outcome);
    require_reference(desk, request.role, request.ref, document->id, outcome);
  }
  require_order({"approved", revision->approved()->on}, {"withdrawn", desk.day()}, "--on",
                document->id, outcome);
  if (outcome.is_refused()) return outcome;

  TomlText text(bytes_of(desk, revision->approval->path));
  text.append(withdrawal_block(desk, request));
  outcome.files.push_back({revision->approval->path, text.text()});
  return outcome;
}

}  // namespace handbok
