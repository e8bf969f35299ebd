#include "questions/subject.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "check/own_citations.hpp"
#include "derive/day_view.hpp"
#include "derive/law_uses.hpp"
#include "derive/names.hpp"
#include "derive/organisation.hpp"
#include "derive/requirement_status.hpp"
#include "derive/row_references.hpp"
#include "model/references.hpp"
#include "text/citation.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// The source that is called so: by id, number or name.
const LegalSource* source_named(const Handbook& handbook, Date day, std::string_view name) {
  if (name.empty()) return nullptr;
  if (const auto* const source = handbook.find_source(name)) return source;
  if (const auto* const source = find_source_by_number(handbook, name)) return source;
  if (const auto* const source = find_source_by_name(handbook, name, day)) return source;
  for (const auto& source : handbook.sources)
    if (to_lower(source.short_name) == to_lower(name))
      return find_source_by_name(handbook, source.short_name, day);
  return nullptr;
}

Subject subject_of(const LegalSource& source, Date day) {
  const bool is_gone = source.repealed_on && *source.repealed_on <= day;
  return {SubjectKind::source, source.id, source.number, source.title, is_gone};
}

Subject subject_of(const LegalSource& source, const std::string& ref, const Handbook& handbook,
                   Date day) {
  auto subject = subject_of(source, day);
  subject.kind = SubjectKind::clause;
  subject.id += "/" + ref;
  subject.label = clause_name(handbook, source.id, ref);
  for (const auto& clause : handbook.clauses) {
    if (clause.source == source.id && clause.ref == ref) subject.title = clause.title;
  }
  return subject;
}

std::optional<Subject> find_document(const Handbook& handbook, Date day, std::string_view text) {
  const DayView view(handbook, day);
  const auto id = id_called(handbook.documents, text.substr(0, text.find_first_of("@#")));
  const auto* const document = view.find(id);
  if (document == nullptr) return std::nullopt;
  const bool is_gone =
      document->state == DocumentState::repealed || document->state == DocumentState::expired;
  Subject subject{
      SubjectKind::document, document->document->id, document->document->id, {}, is_gone};
  const auto& revisions = document->document->revisions;
  if (document->shown != nullptr) {
    subject.title = document->shown->title;
  } else if (!revisions.empty()) {
    subject.title = revisions.back().title;
  }
  return subject;
}

/// A clause as people cite it.
std::optional<Subject> find_citation(const Handbook& handbook, Date day, std::string_view text) {
  for (const auto& citation : CitationFinder(names_of_sources(handbook)).find(text)) {
    const auto& name = citation.source.empty() ? citation.name : citation.source;
    const auto* const source = source_named(handbook, day, name);
    if (source == nullptr) continue;
    const auto ref =
        citation.clauses.empty() ? std::string() : reference_to(citation.clauses.front());
    return ref.empty() ? subject_of(*source, day) : subject_of(*source, ref, handbook, day);
  }
  return std::nullopt;
}

std::optional<Subject> find_law(const Handbook& handbook, Date day, std::string_view text) {
  if (const auto* const source = source_named(handbook, day, text)) return subject_of(*source, day);
  const auto [id, ref] = parse_clause_reference(text);
  const auto* const named = handbook.find_source(id);
  if (named != nullptr && !ref.empty() && has_clause(handbook, id, ref))
    return subject_of(*named, ref, handbook, day);
  if (const auto* const source = source_of_basis(handbook, text)) {
    const std::string rest(trim(text.substr(source->number.size())));
    if (has_clause(handbook, source->id, rest)) return subject_of(*source, rest, handbook, day);
  }
  return find_citation(handbook, day, text);
}

/// A row of a register by its id. Law is looked for by its own ways.
std::optional<Subject> find_row(const Handbook& handbook, std::string_view id) {
  std::optional<Subject> found;
  for_each_row(handbook, [&](const RegisterRow& row) {
    const bool is_law = row.as<LegalSource>() != nullptr || row.as<Clause>() != nullptr;
    if (found || is_law || id.empty() || row.id() != id) return;
    const auto* const requirement = row.as<Requirement>();
    const auto title = requirement == nullptr ? row.text(KeyPart::title)
                                              : requirement_title(handbook, *requirement);
    found = Subject{SubjectKind::row, row.id(), row.id(), title, false};
  });
  return found;
}

template <typename Entity>
void erase_row(std::vector<Entity>& entities, std::string_view id) {
  std::erase_if(entities, [&](const Entity& entity) { return entity.id == id; });
}

void erase_everywhere(Handbook& handbook, std::string_view id) {
  for (const auto* const about : registers_of(handbook))
    erase_rows(handbook, *about, [&](const RegisterRow& row) { return row.id() == id; });
}

template <typename Entity>
Entity* find_changeable(std::vector<Entity>& entities, std::string_view id) {
  const auto it = std::ranges::find(entities, id, &Entity::id);
  return it == entities.end() ? nullptr : &*it;
}

/// Undoes the repeal, and moves an end that has come past the day.
void revive(Document& document, Date day) {
  if (document.repeal && document.repeal->effective_on && *document.repeal->effective_on <= day)
    document.repeal.reset();
  for (auto& revision : document.revisions) {
    auto& approval = revision.approval;
    if (approval && approval->valid_to && *approval->valid_to <= day) approval->valid_to.reset();
  }
}

void repeal(Document& document, Date day) {
  Repeal repeal;
  repeal.decided_on = day;
  repeal.effective_on = day;
  repeal.no_successor = true;
  document.repeal = std::move(repeal);
}

}  // namespace

std::vector<Subject> find_subjects(const Handbook& handbook, Date day, std::string_view reference) {
  const auto text = trim(reference);
  if (auto document = find_document(handbook, day, text)) return {*std::move(document)};
  std::vector<Subject> found;
  for (const auto& id : ids_called(handbook.roles, text))
    found.push_back({SubjectKind::role, id, id, handbook.find_role(id)->name, false});
  for (const auto& id : ids_called(handbook.units, text)) {
    const auto& unit = *handbook.find_unit(id);
    found.push_back({SubjectKind::unit, id, id, unit.name, !exists_on(unit, day)});
  }
  for (const auto& id : ids_called(handbook.forums, text))
    found.push_back(*find_row(handbook, id));
  if (!found.empty()) return found;
  auto one = find_row(handbook, text);
  if (!one) one = find_law(handbook, day, text);
  return one ? std::vector{*std::move(one)} : std::vector<Subject>();
}

std::optional<Subject> find_subject(const Handbook& handbook, Date day,
                                    std::string_view reference) {
  auto found = find_subjects(handbook, day, reference);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::string nearest_subject(const Handbook& handbook, std::string_view reference) {
  auto known = KnownIds(handbook).all();
  for (const auto& role : handbook.roles)
    known.push_back(role.name);
  for (const auto& unit : handbook.units)
    known.push_back(unit.name);
  for (const auto& source : handbook.sources)
    known.push_back(source.number);
  return nearest(trim(reference), known).value_or("");
}

Handbook with_subject(const Handbook& handbook, const Subject& subject, Date day) {
  auto changed = handbook;
  if (!subject.is_gone) return changed;
  if (auto* const document = find_changeable(changed.documents, subject.id)) revive(*document, day);
  if (auto* const unit = find_changeable(changed.units, subject.id)) unit->valid_to.reset();
  const auto source_id = parse_clause_reference(subject.id).source;
  if (auto* const source = find_changeable(changed.sources, source_id)) source->repealed_on.reset();
  return changed;
}

Handbook without_subject(const Handbook& handbook, const Subject& subject, Date day) {
  auto changed = handbook;
  if (subject.is_gone) return changed;
  switch (subject.kind) {
    case SubjectKind::document: repeal(*find_changeable(changed.documents, subject.id), day); break;
    case SubjectKind::source:
      find_changeable(changed.sources, subject.id)->repealed_on = day;
      break;
    case SubjectKind::clause:
      std::erase_if(changed.clauses, [&](const Clause& clause) {
        return clause.source + "/" + clause.ref == subject.id;
      });
      break;
    case SubjectKind::role: erase_row(changed.roles, subject.id); break;
    case SubjectKind::unit: find_changeable(changed.units, subject.id)->valid_to = day; break;
    case SubjectKind::row: erase_everywhere(changed, subject.id); break;
  }
  return changed;
}

}  // namespace handbok
