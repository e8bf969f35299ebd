// handbok repeal: the document is ended, and what still points at it is told.
#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/perform.hpp"
#include "edit/signature_text.hpp"
#include "edit/still_resting.hpp"

namespace handbok {
namespace {

const Revision* require_to_end(const Document& document, Outcome& outcome) {
  const auto* const revision = last_adopted(document);
  if (revision == nullptr) {
    refuse(outcome, Code::edit_never_approved, document.id, {document.id});
  }
  return revision;
}

void require_successors(const Desk& desk, const RepealRequest& request, Date effective,
                        Outcome& outcome) {
  if (request.replaced_by.empty() && !request.no_successor) {
    require_input({}, "--replaced-by", request.document, outcome);
  }
  const DayView then(desk.handbook(), effective);
  for (const auto& id : request.replaced_by) {
    if (require_document(desk, id, outcome) == nullptr) continue;
    if (id != request.document && then.in_force(id) != nullptr) continue;
    refuse(outcome, Code::edit_successor, request.document,
           {id, request.document, effective.to_string()});
  }
}

/// Tells of everything that still rests on the document; refuses unless that is accepted. Gives
/// the names of those that do.
std::vector<std::string> require_decided_dependents(const Desk& desk, const RepealRequest& request,
                                                    Date effective, Outcome& outcome) {
  auto names = still_resting_on(DayView(desk.handbook(), effective), request.document);
  for (const auto& name : names) {
    outcome.remarks.push_back(
        remark(Code::edit_dependent, name, {name, request.document}, {request.document}));
  }
  if (!names.empty() && request.dependents == Dependents::are_decided_first) {
    refuse(outcome, Code::edit_still_used, request.document, {request.document, join(names, ", ")});
  }
  return names;
}

std::string repeal_text(const Desk& desk, const RepealRequest& request, Date effective,
                        const std::vector<std::string>& accepted) {
  std::string text;
  text += toml_line("decided_on", desk.day().to_string());
  text += toml_line("effective_on", effective.to_string());
  text += toml_line("decided_by", toml_string(request.role));
  text += optional_line("ref", request.ref);
  text += toml_line("reason", toml_string(request.reason));
  if (request.replaced_by.empty()) {
    text += toml_line("no_successor", "true");
  } else {
    text += toml_line("replaced_by", toml_list(request.replaced_by));
  }
  if (!accepted.empty()) text += toml_line("accepted", toml_list(accepted));
  return text;
}

}  // namespace

Outcome repeal_document(const Desk& desk, const RepealRequest& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr || !require_not_repealed(*document, outcome)) return outcome;
  const auto* const revision = require_to_end(*document, outcome);
  if (revision == nullptr) return outcome;
  outcome.revision = {document->id, 0};
  const auto effective = request.effective_on.value_or(desk.day());
  require_input(request.reason, "--reason", document->id, outcome);
  if (require_role(desk, request.role, "--role", document->id, outcome)) {
    require_allowed(approvers_of(desk, *revision), request.role, "@step.repealed", *revision,
                    outcome);
    require_reference(desk, request.role, request.ref, document->id, outcome);
  }
  require_order({"approved", revision->approved()->on}, {"decided_on", desk.day()}, "--on",
                document->id, outcome);
  require_order({"decided_on", desk.day()}, {"effective_on", effective}, "--effective",
                document->id, outcome);
  require_successors(desk, request, effective, outcome);
  const auto accepted = require_decided_dependents(desk, request, effective, outcome);
  if (outcome.is_refused()) return outcome;
  outcome.files.push_back(
      {file_of(*document, "repeal.toml"), repeal_text(desk, request, effective, accepted)});
  return outcome;
}

}  // namespace handbok
