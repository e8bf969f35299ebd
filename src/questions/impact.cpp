#include "questions/impact.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "check/check.hpp"
#include "model/references.hpp"

namespace handbok {
namespace {

using DiagnosticKey = std::tuple<Code, std::string, std::vector<std::string>>;

DiagnosticKey key_of(const Diagnostic& diagnostic) {
  return {diagnostic.code, diagnostic.subject, diagnostic.what};
}

std::vector<Diagnostic> diagnose(const Handbook& handbook, Date day) {
  Diagnostics diagnostics;
  const DayView view(handbook, day);
  run_checks(view, Backlinks(view), diagnostics);
  return diagnostics.sorted();
}

/// True if the subject's own absence is all that it tells.
bool is_about(const Diagnostic& diagnostic, const Subject& subject) {
  if (diagnostic.subject == subject.id || diagnostic.subject == subject.label) return true;
  return subject.kind == SubjectKind::document && diagnostic.revision &&
         diagnostic.revision->document == subject.id;
}

std::vector<Diagnostic> consequences_of(const Handbook& handbook, Date day,
                                        const Subject& subject) {
  std::set<DiagnosticKey> told;  // with the subject there, and then each once
  for (const auto& diagnostic : diagnose(with_subject(handbook, subject, day), day))
    told.insert(key_of(diagnostic));
  auto found = diagnose(without_subject(handbook, subject, day), day);
  std::erase_if(found, [&](const Diagnostic& diagnostic) {
    return is_about(diagnostic, subject) || !told.insert(key_of(diagnostic)).second;
  });
  return found;
}

bool is_part(std::string_view ref, std::string_view whole) {
  return !whole.empty() && ref.starts_with(whole) &&
         (ref.size() == whole.size() || ref[whole.size()] == ' ');
}

bool cites(const OwnCitation& citation, const ClauseReference& subject) {
  if (citation.source == nullptr || citation.source->id != subject.source) return false;
  if (subject.ref.empty()) return true;
  return std::ranges::any_of(citation.clauses, [&](const CitedClause& clause) {
    const auto ref =
        clause.chapter.empty() ? clause.section : clause.chapter + ":" + clause.section;
    return is_part(subject.ref, ref) || is_part(ref, subject.ref);
  });
}

/// The documents whose words cite the source or clause, which `derive` does not read.
void add_citing(const DayView& view, const Subject& subject, std::vector<Dependent>& dependents) {
  std::vector<const Revision*> revisions;
  for (const auto& document : view.documents()) {
    if (document.in_force != nullptr) revisions.push_back(document.in_force);
  }
  const auto reference = parse_clause_reference(subject.id);
  for (const auto& citation : own_citations(view.handbook(), revisions, view.day())) {
    if (!cites(citation, reference)) continue;
    const auto& revision = *citation.revision;
    const auto is_known = [&](const Dependent& known) {
      return known.id == revision.document && known.bond != Bond::answers_to;
    };
    if (std::ranges::any_of(dependents, is_known)) continue;
    dependents.push_back({DependentKind::document, Bond::cites, revision.document, revision.title,
                          revision.owner, revision.unit});
  }
  std::ranges::stable_sort(dependents, {}, &Dependent::kind);
}

}  // namespace

ImpactAnswer impact_of(const Handbook& handbook, Date day, const Subject& subject) {
  const DayView view(handbook, day);
  ImpactAnswer answer;
  answer.subject = subject;
  answer.dependents = dependents_on(view, Backlinks(view), subject.id);
  if (subject.kind == SubjectKind::source || subject.kind == SubjectKind::clause)
    add_citing(view, subject, answer.dependents);
  answer.consequences = consequences_of(handbook, day, subject);
  return answer;
}

std::string_view heading_of(DependentKind kind, Language language) {
  switch (kind) {
#define HANDBOK_DEPENDENT_KIND(name, in_swedish, in_english) \
  case DependentKind::name:                                  \
    return language == Language::swedish ? in_swedish : in_english;
#include "derive/dependent.def"
  }
  return {};
}

}  // namespace handbok
