// handbok new: a document is begun.

#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "edit/document_template.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"

namespace handbok {
namespace {

const DocumentType* require_type(const Desk& desk, const TypeCode& code, Outcome& outcome) {
  const auto* const type = desk.handbook().find_type(code);
  if (type == nullptr) {
    refuse(outcome, Code::doc_type_unknown, code, {code},
           {join(all_ids(desk.handbook().types), ", ")});
  }
  return type;
}

void require_unit(const Desk& desk, const NewDocument& request, Outcome& outcome) {
  if (!require_input(request.unit, "--unit", request.type, outcome)) return;
  if (desk.handbook().find_unit(request.unit) != nullptr) return;
  refuse(outcome, Code::doc_owner_unknown, request.type, {request.unit, "--unit"},
         {near_or_meant(request.unit, desk.handbook().units)});
}

/// Where the new document's folder belongs: beside the last document of the type.
std::string parent_folder(const Desk& desk, const NewDocument& request) {
  if (!request.folder.empty()) return "documents/" + request.folder;
  std::string parent = "documents";
  for (const auto& document : desk.handbook().documents) {
    if (!document.id.starts_with(request.type + "-")) continue;
    parent = document.folder.substr(0, document.folder.rfind('/'));
  }
  return parent;
}

/// Rows for what the handbook does not hold, for somebody to say when it applied and where it is.
std::string earlier_rows(int revision) {
  std::vector<std::string> rows;
  for (int number = 1; number < revision; ++number) {
    rows.push_back("[[revision]]\n" + toml_line("number", std::to_string(number)) +
                   toml_line("kept_in", toml_string("")));
  }
  return join(rows, "\n");
}

}  // namespace

Outcome start_document(const Desk& desk, const NewDocument& request) {
  Outcome outcome;
  const auto* const type = require_type(desk, request.type, outcome);
  if (type == nullptr) return outcome;
  require_input(request.title, "--title", request.type, outcome);
  require_unit(desk, request, outcome);
  require_role(desk, request.owner, "--owner", request.type, outcome);
  if (!request.id.empty()) require_free_id(desk, request.id, request.type, outcome);
  if (outcome.is_refused()) return outcome;
  const auto id = request.id.empty() ? next_free_id(desk.sources, type->id) : request.id;
  const auto* const unit = desk.handbook().find_unit(request.unit);
  outcome.revision = {id, request.revision};
  const auto folder = parent_folder(desk, request) + "/" + id + "/";
  if (request.revision > 1)
    outcome.files.push_back({folder + "earlier.toml", earlier_rows(request.revision)});
  outcome.files.push_back(
      {folder + std::to_string(request.revision) + ".md",
       first_draft({id, request.title, request.owner, request.revision}, *type, *unit)});
  return outcome;
}

}  // namespace handbok
