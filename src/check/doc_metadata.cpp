// What the head and the headings of a document must say.

#include <algorithm>
#include <set>
#include <string_view>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/organisation.hpp"
#include "derive/row_references.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

const BodyHeading* find_heading(const Body& body, std::string_view text) {
  const auto it = std::ranges::find_if(
      body.headings, [&](const BodyHeading& heading) { return trim(heading.text) == text; });
  return it == body.headings.end() ? nullptr : &*it;
}

/// True if text, or a heading of a lower level, stands below the heading.
bool has_content(const Body& body, const BodyHeading& heading) {
  if (heading.has_content) return true;
  const auto next = static_cast<std::size_t>(&heading - body.headings.data()) + 1;
  return next < body.headings.size() && body.headings[next].level > heading.level;
}

bool fills_section(const Revision& revision, const DocumentType& type, const std::string& section) {
  const auto* const heading = find_heading(revision.body, section);
  if (heading == nullptr) return false;
  const bool has_table = section == type.responsibility_section && !revision.responsible.empty();
  return has_table || has_content(revision.body, *heading);
}

bool has_method(const Revision& revision, const DocumentType& type) {
  if (!type.method_section.empty()) {
    const auto* const heading = find_heading(revision.body, type.method_section);
    return heading != nullptr && heading->has_ordered_list;
  }
  return std::ranges::any_of(revision.body.headings,
                             [](const BodyHeading& heading) { return heading.has_ordered_list; });
}

bool is_unit_closed(const CheckContext& context, const Revision& revision) {
  const auto* const unit = context.handbook().find_unit(revision.unit);
  return unit != nullptr && !exists_on(*unit, context.day());
}

bool is_owner_silent(const CheckContext& context, const Revision& revision) {
  const auto* const owner = context.handbook().find_role(revision.owner);
  return owner != nullptr && trim(owner->contact).empty();
}

/// What the handbook itself leads to, and every row that rests on a document or is shown by it; not
/// one that is about it, or is its own.
std::set<std::string_view> named_by_registers(const Handbook& handbook) {
  std::set<std::string_view> named{handbook.settings.adopted_by, handbook.settings.complaints};
  const auto add = [&](const Key& key, const std::string& id) {
    const bool is_use = key.bond && *key.bond != Bond::about && *key.bond != Bond::names;
    if (is_use) named.insert(id);
  };
  for (const auto& reference : references_of(handbook))
    add(*reference.key, *reference.id);
  for (const auto& reference : register_references(handbook))
    add(*reference.key, *reference.id);
  return named;
}

/// A document that adds to another is shown on the other's page.
bool is_shown_with_another(const Revision& revision) {
  return std::ranges::any_of(revision.relations, [](const Relation& relation) {
    return relation.kind != RelationKind::see_also && relation.kind != RelationKind::replaces;
  });
}

}  // namespace

void check_doc_type_unknown(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    if (checked.type != nullptr) continue;
    const auto& revision = *checked.revision;
    context.report(revision, {Code::doc_type_unknown,
                              revision.at("type"),
                              {revision.type},
                              {join(named_ids_of(context.handbook().types), ", ")}});
  }
}

void check_doc_owner_vacant(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (!checked.is_adopted()) continue;
    if (!is_owner_silent(context, revision) && !is_unit_closed(context, revision)) continue;
    context.report(revision, {Code::doc_owner_vacant,
                              revision.at("owner"),
                              {revision.document, revision.owner, revision.unit}});
  }
}

void check_doc_change_note_missing(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (revision.number < 2 || !trim(revision.change_note).empty()) continue;
    context.report(revision, {Code::doc_change_note_missing,
                              revision.at("change_note"),
                              {revision.document, std::to_string(revision.number)}});
  }
}

void check_doc_template_deviation(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    if (checked.type == nullptr) continue;
    const auto& revision = *checked.revision;
    for (const auto& section : checked.type->sections) {
      if (fills_section(revision, *checked.type, section)) continue;
      const auto* const heading = find_heading(revision.body, section);
      const TextPosition body_start{revision.body_line, 1};
      context.report(revision, {Code::doc_template_deviation,
                                revision.at(heading == nullptr ? body_start : heading->position),
                                {section, revision.document},
                                {revision.type}});
    }
  }
}

void check_doc_orphan(CheckContext& context) {
  const auto named = named_by_registers(context.handbook());
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (checked.state != RevisionState::in_force || !revision.requirements.empty()) continue;
    if (!context.backlinks().of(revision.document).empty()) continue;
    if (named.contains(revision.document)) continue;
    if (is_shown_with_another(revision)) continue;
    context.report(revision, {Code::doc_orphan, revision.at("id"), {revision.document}});
  }
}

void check_doc_no_audience(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const bool is_needed = checked.type != nullptr && checked.type->needs_audience;
    if (!is_needed || !revision.audience.empty()) continue;
    context.report(revision, {Code::doc_no_audience, revision.at("audience"), {revision.document}});
  }
}

void check_routine_method_missing(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const bool is_routine = checked.type != nullptr && checked.type->is_routine;
    if (!is_routine || has_method(revision, *checked.type)) continue;
    context.report(revision, {Code::routine_method_missing,
                              revision.at(TextPosition{revision.body_line, 1}),
                              {revision.document, checked.type->method_section}});
  }
}

void check_routine_responsibility_missing(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const bool is_routine = checked.type != nullptr && checked.type->is_routine;
    if (!is_routine || !revision.responsible.empty()) continue;
    context.report(
        revision,
        {Code::routine_responsibility_missing, revision.at("responsible"), {revision.document}});
  }
}

}  // namespace handbok
