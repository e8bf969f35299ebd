// References that lead nowhere, wherever one can be written.

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "check/link_targets.hpp"
#include "derive/register_references.hpp"
#include "derive/row_days.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

std::string written(const DocumentReference& reference) {
  auto text = reference.document;
  if (reference.revision) text += "@" + std::to_string(*reference.revision);
  if (!reference.anchor.empty()) text += "#" + reference.anchor;
  return text;
}

/// As the key has it: "sosfs-2011-9/5:3".
std::string written(const RowReference& reference) {
  const bool is_clause = reference.clause != nullptr && !reference.clause->empty();
  return is_clause ? *reference.id + "/" + *reference.clause : *reference.id;
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

/// What a key that may name anything says in words is no reference; written as an id, it is one.
std::optional<BrokenTarget> find_unknown(const CheckContext& context, const KnownIds& known,
                                         const std::string& id) {
  const bool is_right = !looks_like_id(id) || known.contains(id) || !context.unread().is_empty();
  if (is_right) return std::nullopt;
  return BrokenTarget{nearest_or_dash(id, known.all())};
}

/// The row must be in the register that the key says.
std::optional<BrokenTarget> find_unknown_row(const CheckContext& context, const KnownIds& known,
                                             const RowReference& reference) {
  const auto& ids = known.in_register(reference.key->in_file);
  const bool is_right =
      ids.contains(*reference.id) || context.unread().contains(reference.key->in_file);
  if (is_right) return std::nullopt;
  return BrokenTarget{nearest_or_dash(*reference.id, {ids.begin(), ids.end()})};
}

/// The clauses of a source without a list of them are taken at their word.
std::optional<BrokenTarget> find_unknown_clause(const CheckContext& context,
                                                const RowReference& named) {
  const auto& handbook = context.handbook();
  auto reference = named.clause == nullptr ? parse_clause_reference(*named.id)
                                           : ClauseReference{*named.id, *named.clause};
  if (!reference.ref.empty() && lacks_clauses(context)) return std::nullopt;
  const bool has_list = std::ranges::find(handbook.clauses, reference.source, &Clause::source) !=
                        handbook.clauses.end();
  if (!has_list) reference.ref.clear();
  return find_broken(handbook, reference);
}

/// What is wrong with what a key names. Roles and units have a code of their own.
std::optional<BrokenTarget> find_broken(const CheckContext& context, const KnownIds& known,
                                        const RowReference& reference) {
  if (!reference.key->is_checked) return std::nullopt;
  switch (reference.kind()) {
    case ReferenceKind::document:
      return find_broken(context.view(), DocumentReference{*reference.id, {}, {}});
    case ReferenceKind::clause:
      return context.unread().contains("sources") ? std::nullopt
                                                  : find_unknown_clause(context, reference);
    case ReferenceKind::any:
      return reference.key->in_file.empty() ? find_unknown(context, known, *reference.id)
                                            : find_unknown_row(context, known, reference);
    case ReferenceKind::none:
    case ReferenceKind::role:
    case ReferenceKind::unit:
      return std::nullopt;
  }
  return std::nullopt;
}

/// What handbook.toml and the rows of the registers point at. What law a row that has ended rests
/// on is of no interest.
void check_rows(CheckContext& context) {
  const KnownIds known(context.handbook());
  const auto check = [&](const RowReference& reference, const Location& location, Part part,
                         std::string row) {
    const auto broken = find_broken(context, known, reference);
    if (!broken) return;
    auto report = broken_report(written(reference), location, *broken);
    report.subject = reference.subject.empty() ? location.path : reference.subject;
    report.row = std::move(row);
    report.part = part;
    context.report_entry(std::move(report));
  };
  for (const auto& reference : references_of(context.handbook())) {
    check(reference,
          reference.location == nullptr ? Location{"handbook.toml", 0, 0} : *reference.location,
          Part::common, {});
  }
  for (const auto& reference : register_references(context.handbook())) {
    const bool is_law = reference.kind() == ReferenceKind::clause;
    if (is_law && has_ended(reference.row, context.day())) continue;
    check(reference, *reference.location, Part::registers, reference.row.id());
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
