// What may no longer hold because something that it rests on has changed, until somebody looks at
// it: a review or a new revision clears it.

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/review_dates.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

/// A relation whose other end decides what the document must say. What complements a numbered
/// revision has a check of its own (local.base-outdated).
bool rests_on(const Relation& relation) {
  switch (relation.kind) {
    case RelationKind::implements:
    case RelationKind::form_for:
    case RelationKind::template_for:
    case RelationKind::checklist_for: return true;
    case RelationKind::complements: return !relation.based_on;
    case RelationKind::replaces_locally:
    case RelationKind::replaces:
    case RelationKind::see_also: return false;
  }
  return false;
}

/// The documents that `revision` rests on: those it carries out or serves, and the processes whose
/// steps follow it.
std::vector<DocumentId> foundations_of(const CheckContext& context, const Revision& revision) {
  std::vector<DocumentId> foundations;
  const auto add = [&](const DocumentId& id) {
    if (std::ranges::find(foundations, id) == foundations.end()) foundations.push_back(id);
  };
  for (const auto& relation : revision.relations) {
    if (rests_on(relation)) add(relation.document);
  }
  for (const auto& use : context.backlinks().of(revision.document)) {
    if (use.kind == UseKind::step) add(use.by->document);
  }
  std::ranges::sort(foundations);
  return foundations;
}

/// The day on which the latest change of that document that was decided after `since` came into
/// force. What was decided before was known to whoever looked.
std::optional<Date> changed_since(const CheckContext& context, const DocumentId& id, Date since) {
  const auto* const document = context.view().find(id);
  if (document == nullptr || document->in_force == nullptr) return std::nullopt;
  std::optional<Date> latest;
  for (std::size_t i = 0; i < document->revisions.size(); ++i) {
    const auto& day = document->revisions[i];
    const auto& revision = document->document->revisions[i];
    const auto* const approved = revision.approved();
    const bool is_change = revision.change_kind == ChangeKind::substantive && approved != nullptr &&
                           approved->on > since;
    const bool has_started =
        day.state == RevisionState::in_force || day.state == RevisionState::superseded;
    if (is_change && has_started && day.validity) latest = day.validity->from;
  }
  return latest;
}

/// The sources that `revision` says it rests on.
std::vector<const LegalSource*> sources_of(const Handbook& handbook, const Revision& revision) {
  std::vector<const LegalSource*> sources;
  for (const auto& source : handbook.sources) {
    const auto names_number = [&](const std::string& basis) {
      return basis.starts_with(source.number) &&
             (basis.size() == source.number.size() || basis[source.number.size()] == ' ');
    };
    const auto names_id = [&](const std::string& clause) {
      return clause.substr(0, clause.find('/')) == source.id;
    };
    if (std::ranges::any_of(revision.legal_basis, names_number) ||
        std::ranges::any_of(revision.requirements, names_id)) {
      sources.push_back(&source);
    }
  }
  return sources;
}

/// Calls `look` for each revision in force and the day on which somebody last looked at it.
template <typename Look>
void each_in_force(CheckContext& context, Look look) {
  for (const auto& entry : context.revisions()) {
    if (entry.state != RevisionState::in_force) continue;
    const auto last = review_dates(*entry.document, *entry.revision, context.day()).last;
    if (last) look(*entry.revision, *last);
  }
}

}  // namespace

void check_doc_suspect(CheckContext& context) {
  each_in_force(context, [&](const Revision& revision, Date last) {
    for (const auto& id : foundations_of(context, revision)) {
      const auto changed = changed_since(context, id, last);
      if (!changed) continue;
      context.report(revision, {Code::doc_suspect,
                                revision.at("id"),
                                {revision.document, id, changed->to_string(), revision.document,
                                 last.to_string()}});
    }
  });
}

void check_legal_wording_newer(CheckContext& context) {
  each_in_force(context, [&](const Revision& revision, Date last) {
    for (const auto* const source : sources_of(context.handbook(), revision)) {
      for (const auto& version : source->versions) {
        if (version.in_force_from <= last || context.day() < version.in_force_from) continue;
        context.report(revision, {Code::legal_wording_newer,
                                  revision.at("legal_basis"),
                                  {source->number, version.in_force_from.to_string(),
                                   revision.document, last.to_string()}});
      }
    }
  });
}

}  // namespace handbok
