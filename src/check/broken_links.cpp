// References that lead nowhere, wherever one can be written.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/ascii.hpp"
#include "base/site_path.hpp"
#include "base/strings.hpp"
#include "base/text_hash.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/day_view.hpp"
#include "derive/row_days.hpp"
#include "derive/row_references.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "model/references.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// Why a reference leads nowhere.
struct BrokenTarget {
  std::string nearest;  ///< what may have been meant, for a slot
  /// True if the target had the anchor once, or will have it: the page still opens, so the calendar
  /// alone can lead here and it is no error.
  bool is_only_anchor = false;
};

std::vector<std::string_view> anchors_of(const Revision& revision) {
  std::vector<std::string_view> anchors;
  for (const auto& heading : revision.body.headings)
    anchors.emplace_back(heading.anchor);
  if (revision.process) {
    for (const auto& node : revision.process->nodes)
      anchors.emplace_back(node.id);
  }
  return anchors;
}

/// What a reference may lead to. A text may have thousands of headings and as many references to
/// them, so each list is looked through once, when the first reference asks for it.
class Targets {
public:
  explicit Targets(const Handbook& handbook) : ids_(handbook), handbook_(handbook) {}

  const KnownIds& ids() const { return ids_; }

  bool has_anchor(const Revision& revision, std::string_view anchor) {
    const auto [known, is_new] = anchors_.try_emplace(&revision);
    if (is_new) {
      const auto anchors = anchors_of(revision);
      known->second.insert(anchors.begin(), anchors.end());
    }
    return known->second.contains(anchor);
  }

  // The slots for what may have been meant.
  std::string near_anchor(const Revision& revision, std::string_view anchor) {
    const auto anchors = [&] {
      const auto all = anchors_of(revision);
      return std::vector<std::string>(all.begin(), all.end());
    };
    return near(revision.path + "#", anchor, anchors);
  }
  std::string near_attachment(const Revision& revision, std::string_view path) {
    const auto paths = [&] {
      std::vector<std::string> known;
      for (const auto& attachment : revision.attachments)
        known.push_back(attachment.path);
      return known;
    };
    return near(revision.path + "/", path, paths);
  }
  std::string near_document(std::string_view id) {
    return near("documents", id, [&] { return ids_of(handbook_.documents); });
  }
  std::string near_source(std::string_view id) {
    return near("sources", id, [&] { return ids_of(handbook_.sources); });
  }
  std::string near_clause(const ClauseReference& reference) {
    const auto clauses = [&] {
      std::vector<std::string> known;
      for (const auto& clause : handbook_.clauses) {
        if (clause.source == reference.source) known.push_back(clause.source + "/" + clause.ref);
      }
      return known;
    };
    return near(reference.source + "/", reference.source + "/" + reference.ref, clauses);
  }
  std::string near_id(std::string_view id) {
    return near({}, id, [&] { return ids_.all(); });
  }
  std::string near_row(std::string_view file, std::string_view id) {
    const auto rows = [&] {
      const auto& ids = ids_.in_register(file);
      return std::vector<std::string>(ids.begin(), ids.end());
    };
    return near(std::string(file) + ".toml", id, rows);
  }

private:
  /// Among the names of a kind, which `names()` gives.
  template <typename Names>
  std::string near(const std::string& kind, std::string_view wanted, const Names& names) {
    auto known = names_.find(kind);
    if (known == names_.end()) known = names_.emplace(kind, KnownTexts(names())).first;
    return near_slot(known->second.nearest_to(wanted));
  }

  const KnownIds ids_;
  const Handbook& handbook_;
  std::map<const Revision*, std::unordered_set<std::string_view>> anchors_;
  TextMap<KnownTexts> names_;
};

/// The revision that a reader of the reference gets, or nullptr if there is none to look into.
const Revision* revision_meant(const DocumentDay& day, const DocumentReference& reference) {
  const auto& document = *day.document;
  const auto* revision = reference.revision ? document.find(*reference.revision) : day.shown;
  if (revision == nullptr && !document.revisions.empty()) revision = &document.revisions.back();
  if (revision == nullptr || includes(document.unreadable, revision->number)) return nullptr;
  return has_changed_text(*revision) ? nullptr : revision;
}

/// What is wrong with a reference to a heading or process step of the revision itself.
std::optional<BrokenTarget> find_broken_anchor(Targets& targets, const Revision& revision,
                                               std::string_view anchor) {
  if (targets.has_anchor(revision, anchor)) return std::nullopt;
  return BrokenTarget{targets.near_anchor(revision, anchor)};
}

std::optional<BrokenTarget> find_broken_anchor_of(Targets& targets, const DocumentDay& day,
                                                  const DocumentReference& reference) {
  const auto* const revision = revision_meant(day, reference);
  if (revision == nullptr) return std::nullopt;
  auto broken = find_broken_anchor(targets, *revision, reference.anchor);
  if (broken) {
    broken->is_only_anchor = std::ranges::any_of(
        day.document->revisions,
        [&](const Revision& other) { return targets.has_anchor(other, reference.anchor); });
  }
  return broken;
}

/// What is wrong with a reference to a document, revision or anchor; no value if nothing is. A
/// document that could not be read, or whose text is not the approved one, counts as right.
std::optional<BrokenTarget> find_broken(Targets& targets, const DayView& view,
                                        const DocumentReference& reference) {
  const auto* const day = view.find(reference.document);
  if (day == nullptr) return BrokenTarget{targets.near_document(reference.document)};
  const auto& document = *day->document;
  const bool may_be_unread = !document.unreadable.empty();
  if (reference.revision && !may_be_unread && document.find(*reference.revision) == nullptr) {
    const auto& last = document.revisions.back();
    return BrokenTarget{document.id + "@" + std::to_string(last.number)};
  }
  return reference.anchor.empty() ? std::nullopt : find_broken_anchor_of(targets, *day, reference);
}

/// The same for a source or one of its clauses.
std::optional<BrokenTarget> find_broken(Targets& targets, const Handbook& handbook,
                                        const ClauseReference& reference) {
  if (handbook.find_source(reference.source) == nullptr)
    return BrokenTarget{targets.near_source(reference.source)};
  if (reference.ref.empty() || has_clause(handbook, reference.source, reference.ref))
    return std::nullopt;
  return BrokenTarget{targets.near_clause(reference)};
}

/// The same for a file beside the revision, written "blankett.pdf" or "3/blankett.pdf".
std::optional<BrokenTarget> find_broken_attachment(Targets& targets, const Revision& revision,
                                                   std::string_view path) {
  while (path.starts_with("./"))
    path.remove_prefix(2);
  const auto folder = std::to_string(revision.number) + "/";
  const auto below = folder + std::string(path);
  const auto is_it = [&](const Attachment& one) { return one.path == path || one.path == below; };
  if (std::ranges::any_of(revision.attachments, is_it)) return std::nullopt;
  return BrokenTarget{targets.near_attachment(revision, below)};
}

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

/// What is wrong with a reference to a document or the row of a register; a row has neither
/// revisions nor headings. Whether a row exists is not known while a register cannot be read.
std::optional<BrokenTarget> find_broken_entity(const CheckContext& context, Targets& targets,
                                               const std::string& target) {
  const auto reference = parse_document_reference(target);
  const auto id = reference ? reference->document : target;
  if (context.view().find(id) != nullptr && reference)
    return find_broken(targets, context.view(), *reference);
  const auto type = id.substr(0, id.find('-'));
  const bool may_be_row =
      !context.unread().is_empty() && find_by_id(context.handbook().types, type) == nullptr;
  if (targets.ids().contains(target) || may_be_row) return std::nullopt;
  return BrokenTarget{targets.near_id(id)};
}

/// What is wrong with a link of the text. Terms have a code of their own, and so has a reference
/// that cannot be understood.
std::optional<BrokenTarget> find_broken_link(const CheckContext& context, Targets& targets,
                                             const Revision& revision, const BodyLink& link) {
  switch (link.kind) {
    case LinkKind::document: return find_broken_entity(context, targets, link.target);
    case LinkKind::clause:
      return find_broken(targets, context.handbook(), parse_clause_reference(link.target));
    case LinkKind::anchor: return find_broken_anchor(targets, revision, link.target);
    case LinkKind::attachment: return find_broken_attachment(targets, revision, link.target);
    case LinkKind::term:
    case LinkKind::external: return std::nullopt;
  }
  return std::nullopt;
}

void check_text(CheckContext& context, Targets& targets, const Revision& revision) {
  for (const auto& link : revision.body.links) {
    if (link.kind == LinkKind::clause && lacks_clauses(context)) continue;
    const auto broken = find_broken_link(context, targets, revision, link);
    if (!broken) continue;
    context.report(revision, broken_report(link.target, revision.at(link.position), *broken));
  }
}

void check_head(CheckContext& context, Targets& targets, const Revision& revision) {
  for (const auto& requirement : revision.requirements) {
    if (lacks_clauses(context)) break;
    const auto broken =
        find_broken(targets, context.handbook(), parse_clause_reference(requirement));
    if (!broken) continue;
    context.report(revision, broken_report(requirement, revision.at("requirements"), *broken));
  }
  for (const auto& relation : revision.relations) {
    const bool is_known = context.handbook().find_document(relation.document) != nullptr;
    if (!is_known && is_local(relation.kind)) continue;
    const DocumentReference reference{relation.document, relation.based_on, relation.heading};
    const auto broken = find_broken(targets, context.view(), reference);
    if (!broken) continue;
    context.report(revision, broken_report(written(reference), relation.location, *broken));
  }
}

/// What a key that may name anything says in words is no reference; written as an id, it is one. A
/// single word is the id of a measure in a list of them, or if it begins with a small letter.
bool is_meant_as_id(const Key& key, const std::string& text) {
  if (looks_like_id(text) || !key.is_measure || !is_id(text)) return looks_like_id(text);
  return key.form == Form::texts || !is_upper(text.front());
}

std::optional<BrokenTarget> find_unknown(const CheckContext& context, Targets& targets,
                                         const RowReference& reference) {
  const auto& id = *reference.id;
  const bool is_right = !is_meant_as_id(*reference.key, id) || targets.ids().contains(id) ||
                        !context.unread().is_empty();
  if (is_right) return std::nullopt;
  return BrokenTarget{targets.near_id(id)};
}

/// The row must be in the register that the key says.
std::optional<BrokenTarget> find_unknown_row(const CheckContext& context, Targets& targets,
                                             const RowReference& reference) {
  const auto& ids = targets.ids().in_register(reference.key->in_file);
  const bool is_right =
      ids.contains(*reference.id) || context.unread().contains(reference.key->in_file);
  if (is_right) return std::nullopt;
  return BrokenTarget{targets.near_row(reference.key->in_file, *reference.id)};
}

/// The clauses of a source without a list of them are taken at their word.
std::optional<BrokenTarget> find_unknown_clause(const CheckContext& context, Targets& targets,
                                                const RowReference& named) {
  const auto& handbook = context.handbook();
  auto reference = named.clause == nullptr ? parse_clause_reference(*named.id)
                                           : ClauseReference{*named.id, *named.clause};
  if (!reference.ref.empty() && lacks_clauses(context)) return std::nullopt;
  const bool has_list = std::ranges::find(handbook.clauses, reference.source, &Clause::source) !=
                        handbook.clauses.end();
  if (!has_list) reference.ref.clear();
  return find_broken(targets, handbook, reference);
}

/// What is wrong with what a key names. Roles and units have a code of their own.
std::optional<BrokenTarget> find_broken(const CheckContext& context, Targets& targets,
                                        const RowReference& reference) {
  if (!reference.key->is_checked) return std::nullopt;
  switch (reference.kind()) {
    case ReferenceKind::document:
      return find_broken(targets, context.view(), DocumentReference{*reference.id, {}, {}});
    case ReferenceKind::clause:
      return context.unread().contains("sources")
                 ? std::nullopt
                 : find_unknown_clause(context, targets, reference);
    case ReferenceKind::any:
      return reference.key->in_file.empty() ? find_unknown(context, targets, reference)
                                            : find_unknown_row(context, targets, reference);
    case ReferenceKind::none:
    case ReferenceKind::role:
    case ReferenceKind::unit: return std::nullopt;
  }
  return std::nullopt;
}

void check_settings(CheckContext& context, Targets& targets) {
  for (const auto& reference : references_of(context.handbook())) {
    const auto broken = find_broken(context, targets, reference);
    if (!broken) continue;
    const auto location =
        reference.location == nullptr ? Location{"handbook.toml", 0, 0} : *reference.location;
    auto report = broken_report(written(reference), location, *broken);
    report.subject = reference.subject.empty() ? location.path : reference.subject;
    report.part = Part::common;
    context.report_entry(std::move(report));
  }
}

/// A row is no measure against itself.
bool names_itself(const RegisterReference& reference) {
  return reference.key->is_measure && *reference.id == reference.row.id();
}

/// What the rows of the registers point at and is not there, measures or anything else. What law a
/// row that has ended rests on is of no interest, nor which measures were named after the day.
template <typename Report>
void find_broken_in_rows(const CheckContext& context, Targets& targets, bool are_measures,
                         Report report) {
  const auto known_on = are_measures ? std::optional(context.day()) : std::nullopt;
  for (const auto& reference : register_references(context.handbook(), known_on)) {
    const bool is_law = reference.kind() == ReferenceKind::clause;
    if (reference.key->is_measure != are_measures) continue;
    if (is_law && has_ended(reference.row, context.day())) continue;
    const auto broken = names_itself(reference) ? std::optional<BrokenTarget>(BrokenTarget{})
                                                : find_broken(context, targets, reference);
    if (broken) report(reference, *broken);
  }
}

void check_rows(CheckContext& context, Targets& targets) {
  const auto report = [&](const RegisterReference& reference, const BrokenTarget& broken) {
    auto found = broken_report(written(reference), *reference.location, broken);
    found.subject = reference.subject;
    found.row = reference.row.id();
    context.report_entry(std::move(found));
  };
  find_broken_in_rows(context, targets, false, report);
}

void check_repeals(CheckContext& context, Targets& targets) {
  for (const auto& document : context.handbook().documents) {
    if (!document.repeal) continue;
    for (const auto& reference : references_of(*document.repeal)) {
      const auto broken = find_broken(context, targets, reference);
      if (!broken) continue;
      context.report(document, broken_report(*reference.id, *reference.location, *broken));
    }
  }
}

/// What the keys of a head name, those of its process with it.
void check_names(CheckContext& context, Targets& targets, const Revision& revision) {
  for (const auto& reference : references_of(revision)) {
    const auto broken = find_broken(context, targets, reference);
    if (!broken) continue;
    const auto location =
        reference.location == nullptr ? revision.at(reference.name) : *reference.location;
    context.report(revision, broken_report(*reference.id, location, *broken));
  }
}

}  // namespace

void check_link_broken(CheckContext& context) {
  Targets targets(context.handbook());
  check_settings(context, targets);
  check_rows(context, targets);
  check_repeals(context, targets);
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    check_head(context, targets, revision);
    check_names(context, targets, revision);
    check_text(context, targets, revision);
  }
}

/// A measure that is not there: nobody knows whose it was, or what is wrong with it.
void check_action_unknown(CheckContext& context) {
  Targets targets(context.handbook());
  const auto report = [&](const RegisterReference& reference, const BrokenTarget& broken) {
    CheckReport found{Code::action_unknown,
                      *reference.location,
                      {reference.subject, *reference.id,
                       names_itself(reference) ? "@measure.itself" : "@state.unknown"},
                      {broken.nearest}};
    found.subject = reference.subject;
    found.row = reference.row.id();
    found.units.emplace();
    context.report_entry(std::move(found));
  };
  find_broken_in_rows(context, targets, true, report);
}

}  // namespace handbok
