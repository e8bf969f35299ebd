#include "edit/still_resting.hpp"

#include <algorithm>
#include <array>

#include "derive/dependents.hpp"
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

}  // namespace

std::vector<std::string> still_resting_on(const DayView& view, std::string_view document) {
  std::vector<std::string> names;
  for (const auto& dependent : dependents_on(view, Backlinks(view), document)) {
    if (!tells_of_the_past(dependent)) add_once(names, dependent.id);
  }
  for (const auto& day : view.documents()) {
    for (std::size_t i = 0; i < day.revisions.size(); ++i) {
      const auto& revision = day.document->revisions[i];
      if (!is_in_the_making(day.revisions[i].state)) continue;
      if (revision.document != document && !points_at(revision, document)) continue;
      add_once(names, revision.document + "@" + std::to_string(revision.number));
    }
  }
  return names;
}

}  // namespace handbok
