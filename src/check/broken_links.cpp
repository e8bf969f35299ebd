// References that lead nowhere, wherever one can be written.

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "check/link_targets.hpp"
#include "derive/register_references.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

std::string written(const DocumentReference& reference) {
  auto text = reference.document;
  if (reference.revision) text += "@" + std::to_string(*reference.revision);
  if (!reference.anchor.empty()) text += "#" + reference.anchor;
  return text;
}

CheckReport broken_report(const std::string& target, const Location& location,
                          const BrokenTarget& broken) {
  CheckReport report{Code::link_broken, location, {target}, {broken.nearest}};
  if (broken.is_only_anchor) report.severity = Severity::warning;
  return report;
}

/// True if it is not known which sources and clauses there are.
bool lacks_clauses(const CheckContext& context) {
  return context.unread().contains("sources") || context.unread().contains("clauses");
}

/// What is wrong with a link of the text. Terms have a code of their own, and so has a reference
/// that cannot be understood.
std::optional<BrokenTarget> find_broken_link(const DayView& view, const Revision& revision,
                                             const BodyLink& link) {
  switch (link.kind) {
    case LinkKind::document: {
      const auto reference = parse_document_reference(link.target);
      return reference ? find_broken(view, *reference) : std::nullopt;
    }
    case LinkKind::clause:
      return find_broken(view.handbook(), parse_clause_reference(link.target));
    case LinkKind::anchor:
      return find_broken_anchor(revision, link.target);
    case LinkKind::attachment:
      return find_broken_attachment(revision, link.target);
    case LinkKind::term:
    case LinkKind::external:
      return std::nullopt;
  }
  return std::nullopt;
}

void check_text(CheckContext& context, const Revision& revision) {
  for (const auto& link : revision.body.links) {
    if (link.kind == LinkKind::clause && lacks_clauses(context)) continue;
    const auto broken = find_broken_link(context.view(), revision, link);
    if (!broken) continue;
    context.report(revision, broken_report(link.target, revision.at(link.position), *broken));
  }
}

void require_document(CheckContext& context, const Revision& revision,
                      const DocumentReference& reference, const Location& location) {
  if (reference.document.empty()) return;
  const auto broken = find_broken(context.view(), reference);
  if (broken) context.report(revision, broken_report(written(reference), location, *broken));
}

/// A local document without its base has a code of its own.
bool needs_base(RelationKind kind) {
  return kind == RelationKind::complements || kind == RelationKind::replaces_locally;
}

void check_head(CheckContext& context, const Revision& revision) {
  for (const auto& requirement : revision.requirements) {
    if (lacks_clauses(context)) break;
    const auto broken = find_broken(context.handbook(), parse_clause_reference(requirement));
    if (!broken) continue;
    context.report(revision, broken_report(requirement, revision.at("requirements"), *broken));
  }
  for (const auto& relation : revision.relations) {
    const bool is_known = context.handbook().find_document(relation.document) != nullptr;
    if (!is_known && needs_base(relation.kind)) continue;
    require_document(context, revision, {relation.document, relation.based_on, relation.heading},
                     relation.location);
  }
}

void check_process(CheckContext& context, const Revision& revision, const Process& process) {
  require_document(context, revision, {process.parent, {}, {}}, process.location);
  const auto& handbook = context.handbook();
  for (const auto& node : process.nodes) {
    require_document(context, revision, {node.document, {}, {}}, node.location);
    for (const auto& routine : node.routines) {
      require_document(context, revision, {routine, {}, {}}, node.location);
    }
    for (const auto& point : node.collaboration) {
      if (handbook.find_point(point) != nullptr || context.unread().contains("collaboration")) {
        continue;
      }
      const BrokenTarget broken{nearest_or_dash(point, ids_of(handbook.collaboration_points))};
      context.report(revision, broken_report(point, node.location, broken));
    }
  }
}

/// Checks a reference from a row of a register; an empty one is none.
void require_document(CheckContext& context, const std::string& subject, const DocumentId& id,
                      const Location& location, Part part = Part::registers) {
  if (id.empty()) return;
  const auto broken = find_broken(context.view(), DocumentReference{id, {}, {}});
  if (!broken) return;
  auto report = broken_report(id, location, *broken);
  report.subject = subject;
  report.part = part;
  context.report_entry(std::move(report));
}

void require_source(CheckContext& context, const std::string& subject, const SourceId& id,
                    const Location& location) {
  const auto broken = find_broken(context.handbook(), ClauseReference{id, {}});
  if (!broken) return;
  auto report = broken_report(id, location, *broken);
  report.subject = subject;
  context.report_entry(std::move(report));
}

/// What the duties to report rest on. A source without a list of clauses is taken at its word, and
/// a row that has ended is left in peace.
void check_reporting_law(CheckContext& context) {
  const auto& handbook = context.handbook();
  for (const auto& duty : handbook.reporting_duties) {
    if (duty.valid_to && *duty.valid_to <= context.day()) continue;
    for (const auto& law : duty.law) {
      auto reference = parse_clause_reference(law);
      const bool has_list = std::ranges::find(handbook.clauses, reference.source,
                                              &Clause::source) != handbook.clauses.end();
      if (!has_list) reference.ref.clear();
      const auto broken = find_broken(handbook, reference);
      if (!broken) continue;
      auto report = broken_report(law, duty.location, *broken);
      report.subject = duty.id;
      context.report_entry(std::move(report));
    }
  }
}

void check_registers(CheckContext& context) {
  const auto& handbook = context.handbook();
  const Location settings{"handbook.toml", 0, 0};
  require_document(context, "handbook.toml", handbook.settings.adopted_by, settings, Part::common);
  require_document(context, "handbook.toml", handbook.settings.complaints, settings, Part::common);
  for (const auto& point : handbook.collaboration_points) {
    require_document(context, point.id, point.routine, point.location);
    require_document(context, point.id, point.agreement, point.location);
  }
  for (const auto& source : handbook.sources) {
    for (const auto& successor : source.replaced_by) {
      require_source(context, source.number, successor, source.location);
    }
  }
  if (context.unread().contains("sources")) return;
  for (const auto& clause : handbook.clauses) {
    require_source(context, clause.source + "/" + clause.ref, clause.source, clause.location);
  }
  if (!lacks_clauses(context)) check_reporting_law(context);
}

/// The ids of everything that a row may point at, for a suggestion.
std::vector<std::string> known_ids(const Handbook& handbook) {
  auto ids = ids_of(handbook.documents);
  const auto add = [&](const std::vector<std::string>& more) {
    ids.insert(ids.end(), more.begin(), more.end());
  };
  add(ids_of(handbook.risks));
  add(ids_of(handbook.self_checks));
  add(ids_of(handbook.actions));
  add(ids_of(handbook.goals));
  add(ids_of(handbook.compilations));
  add(ids_of(handbook.forums));
  add(ids_of(handbook.calendar));
  return ids;
}

/// What the rows of the other registers point at. Where words are allowed too, only what is written
/// as an id must be one. A document's own row in the list of plans or reports is demanded there.
void check_rows(CheckContext& context) {
  const auto& handbook = context.handbook();
  for (const auto& reference : register_references(handbook)) {
    const bool is_document = reference.kind == ReferenceKind::document;
    if (is_document) {
      require_document(context, *reference.subject, *reference.id, *reference.location);
      continue;
    }
    if (reference.kind != ReferenceKind::any || !looks_like_id(*reference.id)) continue;
    if (is_known_id(handbook, *reference.id) || !context.unread().is_empty()) continue;
    auto report = broken_report(*reference.id, *reference.location,
                                {nearest_or_dash(*reference.id, known_ids(handbook))});
    report.subject = *reference.subject;
    context.report_entry(std::move(report));
  }
}

void check_repeals(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    if (!document.repeal) continue;
    for (const auto& successor : document.repeal->replaced_by) {
      const auto broken = find_broken(context.view(), DocumentReference{successor, {}, {}});
      if (!broken) continue;
      context.report(document, broken_report(successor, document.repeal->location, *broken));
    }
  }
}

}  // namespace

void check_link_broken(CheckContext& context) {
  check_registers(context);
  check_rows(context);
  check_repeals(context);
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    check_head(context, revision);
    check_text(context, revision);
    if (revision.process) check_process(context, revision, *revision.process);
  }
}

}  // namespace handbok
