#include "derive/backlinks.hpp"

#include <algorithm>

#include "model/references.hpp"

namespace handbok {
namespace {

using Uses = std::map<std::string, std::vector<Use>, std::less<>>;

void add(Uses& uses, std::string_view target, Use use) {
  if (target.empty() || use.by->document == target) return;
  uses[std::string(target)].push_back(std::move(use));
}

void add_text_uses(Uses& uses, const Revision& revision) {
  std::vector<std::string> named;
  for (const auto& link : revision.body.links) {
    if (link.kind != LinkKind::document) continue;
    const auto reference = parse_document_reference(link.target);
    const auto& id = reference ? reference->document : link.target;
    if (std::ranges::find(named, id) != named.end()) continue;
    named.push_back(id);
    add(uses, id, {&revision, UseKind::text, {}, {}});
  }
}

void add_step_uses(Uses& uses, const Revision& revision) {
  if (!revision.process) return;
  for (const auto& node : revision.process->nodes) {
    for (const auto& routine : node.routines) {
      add(uses, routine, {&revision, UseKind::step, node.id, {}});
    }
    add(uses, node.document, {&revision, UseKind::step, node.id, {}});
  }
  add(uses, revision.process->parent, {&revision, UseKind::relation, {}, RelationKind::see_also});
}

}  // namespace

Backlinks::Backlinks(const DayView& view) {
  for (const auto& document : view.documents()) {
    if (document.in_force == nullptr) continue;
    const auto& revision = *document.in_force;
    add_step_uses(uses_, revision);
    for (const auto& relation : revision.relations) {
      add(uses_, relation.document, {&revision, UseKind::relation, {}, relation.kind});
    }
    add_text_uses(uses_, revision);
  }
}

const std::vector<Use>& Backlinks::of(std::string_view id) const {
  DayQuestions::ask(id);
  static const std::vector<Use> none;
  const auto it = uses_.find(id);
  return it == uses_.end() ? none : it->second;
}

}  // namespace handbok
