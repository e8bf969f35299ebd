// Documents of one unit that rest on a common one.

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/organisation.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

/// A relation of a checked revision to the document that it rests on.
struct Base {
  const Revision* local = nullptr;
  const Relation* relation = nullptr;
  const DocumentDay* document = nullptr;  ///< nullptr if the handbook has no such document
  bool is_current = false;                ///< readers follow the local text, or soon will
};

template <typename Predicate>
std::vector<Base> bases(const CheckContext& context, Predicate is_wanted) {
  std::vector<Base> found;
  for (const auto& checked : context.revisions()) {
    for (const auto& relation : checked.revision->relations) {
      if (!is_wanted(relation.kind)) continue;
      found.push_back({checked.revision, &relation, context.view().find(relation.document),
                       checked.is_adopted()});
    }
  }
  return found;
}

bool is_written_against_base(RelationKind kind) {
  return is_local(kind) || kind == RelationKind::implements;
}

bool replaces_locally(RelationKind kind) {
  return kind == RelationKind::replaces_locally;
}

/// The day on which the revision starts to apply; today as long as nobody has decided.
Date start_of(const Revision& revision, Date today) {
  if (!revision.approval) return today;
  return revision.approval->valid_from.value_or(today);
}

/// The revision of the base that the local one was decided against: the one it names, or else the
/// one that was in force when the local one started. Not today's, so that time alone changes
/// nothing.
const Revision* base_revision(const Base& base, Date today) {
  const auto& document = *base.document->document;
  if (base.relation->based_on) return document.find(*base.relation->based_on);
  const auto start = start_of(*base.local, today);
  const Revision* chosen = nullptr;
  for (const auto& revision : document.revisions) {
    if (revision.approved() == nullptr || !revision.approval->valid_from) continue;
    if (chosen == nullptr || *revision.approval->valid_from <= start) chosen = &revision;
  }
  return chosen;
}

std::string number_of(const Revision& revision) {
  return std::to_string(revision.number);
}

}  // namespace

void check_local_base_missing(CheckContext& context) {
  for (const auto& base : bases(context, is_local)) {
    const bool is_unknown = base.document == nullptr;
    if (!is_unknown && !is_over(base.document->state)) continue;
    CheckReport report{Code::local_base_missing,
                       base.relation->location,
                       {base.local->document, base.relation->document},
                       {base.local->document}};
    if (!is_unknown) report.severity = Severity::warning;  // the calendar's doing
    context.report(*base.local, std::move(report));
  }
}

void check_local_base_outdated(CheckContext& context) {
  for (const auto& base : bases(context, is_written_against_base)) {
    if (!base.is_current || base.document == nullptr || !base.relation->based_on) continue;
    const auto* const in_force = base.document->in_force;
    if (in_force == nullptr || in_force->number <= *base.relation->based_on) continue;
    const auto based_on = std::to_string(*base.relation->based_on);
    const auto& id = base.relation->document;
    context.report(*base.local, {Code::local_base_outdated,
                                 base.relation->location,
                                 {base.local->document, id, based_on, number_of(*in_force)},
                                 {id, based_on, number_of(*in_force), base.local->document}});
  }
}

void check_local_override_forbidden(CheckContext& context) {
  for (const auto& base : bases(context, replaces_locally)) {
    if (base.document == nullptr) continue;
    const auto* const revision = base_revision(base, context.day());
    if (revision == nullptr || revision->local_override == LocalOverride::allowed) continue;
    context.report(*base.local,
                   {Code::local_override_forbidden,
                    base.relation->location,
                    {base.local->document, base.relation->document, base.relation->document}});
  }
}

void check_local_scope_outside(CheckContext& context) {
  const auto& handbook = context.handbook();
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (handbook.find_unit(revision.unit) == nullptr) continue;
    const auto day = start_of(revision, context.day());
    for (const auto& unit : revision.applies_to) {
      const bool is_known = handbook.find_unit(unit) != nullptr;
      if (!is_known || is_within(handbook, unit, revision.unit, day)) continue;
      context.report(revision, {Code::local_scope_outside,
                                revision.at("applies_to"),
                                {revision.document, unit, revision.unit}});
    }
  }
}

}  // namespace handbok
