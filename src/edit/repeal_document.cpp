// handbok repeal: the document is ended, and whatever still refers to it is named.
//
// handbok withdraw: an approved text is taken back before it enters into force.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "derive/day_view.hpp"
#include "derive/dependents.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "model/references.hpp"

namespace handbok {
namespace {

/// True for what says how it was, not what to follow.
bool tells_of_the_past(const Dependent& dependent) {
  constexpr auto kinds =
      std::to_array({DependentKind::finding, DependentKind::compilation, DependentKind::review,
                     DependentKind::report, DependentKind::plan, DependentKind::evidence});
  constexpr auto bonds = std::to_array({Bond::replaces, Bond::origin, Bond::led_to});
  return std::ranges::find(kinds, dependent.kind) != kinds.end() ||
         std::ranges::find(bonds, dependent.bond) != bonds.end();
}

bool is_in_the_making(RevisionState state) {
  return state == RevisionState::draft || state == RevisionState::in_review ||
         state == RevisionState::upcoming;
}

bool names_in_text(const Revision& revision, std::string_view document) {
  return std::ranges::any_of(revision.body.links, [&](const BodyLink& link) {
    if (link.kind != LinkKind::document) return false;
    const auto reference = parse_document_reference(link.target);
    return reference && reference->document == document && !reference->revision;
  });
}

bool names_in_process(const Process& process, std::string_view document) {
  return process.parent == document ||
         std::ranges::any_of(process.nodes, [&](const ProcessNode& node) {
           return node.document == document ||
                  std::ranges::find(node.routines, document) != node.routines.end();
         });
}

bool points_at(const Revision& revision, std::string_view document) {
  const auto is_to = [&](const Relation& relation) {
    return relation.document == document && relation.kind != RelationKind::replaces;
  };
  return std::ranges::any_of(revision.relations, is_to) || names_in_text(revision, document) ||
         (revision.process && names_in_process(*revision.process, document));
}

void add_once(std::vector<std::string>& names, std::string name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

/// What would lose its ground if the document went on the day of the view: whatever rests on it
/// (derive/dependents) except what records the past, unfinished revisions of others that point at
/// it, and its own that is approved and to come: its own drafts go with it. Each once, named as
/// `handbok impact` names it; a revision is "RUT-030@2".
std::vector<std::string> still_resting_on(const DayView& view, std::string_view document) {
  std::vector<std::string> names;
  for (const auto& dependent : dependents_on(view, Backlinks(view), document)) {
    const auto& name = dependent.id.empty() ? dependent.title : dependent.id;  // an everyday word
    if (!tells_of_the_past(dependent)) add_once(names, name);
  }
  for (const auto& day : view.documents()) {
    for (std::size_t i = 0; i < day.revisions.size(); ++i) {
      const auto& revision = day.document->revisions[i];
      if (!is_in_the_making(day.revisions[i].state)) continue;
      const bool is_own = revision.document == document;
      const bool is_decided = day.revisions[i].state == RevisionState::upcoming;
      if (is_own ? !is_decided : !points_at(revision, document)) continue;
      add_once(names, revision.document + "@" + std::to_string(revision.number));
    }
  }
  return names;
}

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

/// Reports everything that still rests on the document, and refuses unless that is accepted. Gives
/// the names of what rests on it.
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
