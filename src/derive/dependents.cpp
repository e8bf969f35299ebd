#include "derive/dependents.hpp"

#include "derive/bond_collector.hpp"
#include "derive/law_uses.hpp"
#include "derive/register_dependents.hpp"

namespace handbok {
namespace {

Bond bond_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::implements:
      return Bond::implements;
    case RelationKind::complements:
      return Bond::complements;
    case RelationKind::replaces_locally:
      return Bond::replaces_locally;
    case RelationKind::replaces:
      return Bond::replaces;
    case RelationKind::see_also:
      return Bond::see_also;
    case RelationKind::form_for:
      return Bond::form_for;
    case RelationKind::template_for:
      return Bond::template_for;
    case RelationKind::checklist_for:
      return Bond::checklist_for;
  }
  return Bond::see_also;
}

/// How documents rest on the subject: by what they name, and by who answers for them.
class DocumentDependents {
public:
  DocumentDependents(const DayView& view, BondCollector& found) : view_(view), found_(found) {}

  void run(const Backlinks& backlinks) {
    add_uses(backlinks);
    for (const auto& document : view_.documents()) {
      if (document.in_force != nullptr) add_revision(*document.in_force);
    }
  }

private:
  void begin_revision(const Revision& revision) {
    found_.begin(DependentKind::document, revision.document, revision.title, revision.owner,
                 revision.unit);
  }

  void begin_step(const Revision& process, const ProcessNode& node) {
    found_.begin(DependentKind::step, process.document + "#" + node.id, node.label,
                 node.roles.empty() ? process.owner : node.roles.front(), process.unit);
  }

  void add_uses(const Backlinks& backlinks) {
    for (const auto& use : backlinks.of(found_.subject())) {
      begin_revision(*use.by);
      switch (use.kind) {
        case UseKind::text:
          found_.add(Bond::names);
          break;
        case UseKind::step:
          add_step_use(*use.by, use.anchor);
          break;
        case UseKind::relation:
          add_relation_use(use);
          break;
      }
    }
  }

  void add_step_use(const Revision& process, std::string_view anchor) {
    const auto* const node = find_node(*process.process, anchor);
    if (node == nullptr) return;
    begin_step(process, *node);
    found_.add(node->document == found_.subject() ? Bond::stands_for : Bond::follows);
  }

  void add_relation_use(const Use& use) {
    const bool is_parent = use.by->process && use.by->process->parent == found_.subject();
    found_.add(is_parent && use.relation == RelationKind::see_also ? Bond::part_of
                                                                   : bond_of(use.relation));
  }

  void add_revision(const Revision& revision) {
    begin_revision(revision);
    found_.tie(Bond::owner, revision.owner);
    found_.tie(Bond::belongs_to, revision.unit);
    found_.tie(Bond::concerns, revision.applies_to);
    found_.tie(Bond::reads, revision.audience);
    found_.tie(Bond::origin, revision.revises_because);
    for (const auto& task : revision.responsible)
      found_.tie(Bond::responsible, task.roles);
    add_law_of(revision);
    if (!revision.process) return;
    for (const auto& node : revision.process->nodes) {
      begin_step(revision, node);
      found_.tie(Bond::responsible, node.roles);
      found_.tie(Bond::performed_in, node.performed_in);
      found_.tie(Bond::uses, node.collaboration);
    }
  }

  void add_law_of(const Revision& revision) {
    for (const auto& basis : revision.legal_basis) {
      const auto* const source = source_of_basis(view_.handbook(), basis);
      if (source != nullptr) found_.tie_law(Bond::rests_on, source->id, {});
    }
    for (const auto& requirement : revision.requirements)
      found_.tie_law(Bond::answers_to, requirement);
    for (const auto& link : revision.body.links) {
      if (link.kind == LinkKind::clause) found_.tie_law(Bond::names, link.target);
    }
  }

  const DayView& view_;
  BondCollector& found_;
};

}  // namespace

std::vector<Dependent> dependents_on(const DayView& view, const Backlinks& backlinks,
                                     std::string_view subject) {
  BondCollector found(subject);
  DocumentDependents(view, found).run(backlinks);
  add_register_dependents(view, found);
  return std::move(found).take();
}

}  // namespace handbok
