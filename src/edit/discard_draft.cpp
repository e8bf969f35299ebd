// handbok discard: a draft that nobody wants is thrown away.

#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"

namespace handbok {

Outcome discard_draft(const Desk& desk, const DraftDisposal& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr) return outcome;
  const auto* const draft = open_revision(*document);
  if (draft == nullptr) {
    refuse(outcome, Code::edit_no_draft, document->id, {document->id}, {document->id});
    return outcome;
  }
  const auto number = std::to_string(draft->number);
  // What was said about it is not lost, as long as it may become something.
  if (draft->approval && !document->repeal) {
    refuse(outcome, Code::edit_reviewed_draft, document->id, {document->id, number});
    return outcome;
  }
  outcome.revision = draft->key();
  const bool is_only_one = document->revisions.size() == 1;
  const auto prefix = document->folder + "/" + (is_only_one ? "" : number);
  for (const auto& [path, bytes] : desk.sources.files()) {
    if (!path.starts_with(prefix)) continue;
    const bool is_of_draft =
        is_only_one || path[prefix.size()] == '.' || path[prefix.size()] == '/';
    if (is_of_draft) outcome.files.push_back({path, {}, true});
  }
  return outcome;
}

}  // namespace handbok
