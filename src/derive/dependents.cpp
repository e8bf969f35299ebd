#include "derive/dependents.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "derive/action_state.hpp"
#include "derive/law_uses.hpp"
#include "derive/organisation.hpp"
#include "derive/requirement_status.hpp"
#include "derive/row_days.hpp"
#include "derive/row_references.hpp"
#include "derive/topics.hpp"
#include "model/references.hpp"
#include "model/registers.hpp"

namespace handbok {
namespace {

/// Collects how entities rest on a subject. One entity at a time says what it names; a bond is kept
/// if that is the subject, and once.
class BondCollector {
public:
  /// `subject` must outlive the collector.
  explicit BondCollector(std::string_view subject);

  /// From now on bonds are those of this entity.
  void begin(DependentKind kind, std::string id, std::string title, RoleId owner, UnitId unit);

  /// The entity rests on the subject.
  void add(Bond bond);

  /// It does so if it names the subject there; nothing rests on itself.
  void tie(Bond bond, std::string_view id);
  void tie(Bond bond, const std::vector<std::string>& ids);

  /// The bonds of a row; what it tells of the past is none.
  void tie_row(const Shape& shape, const void* row);

  /// A bond to a source, or to one of its clauses if `ref` is not empty.
  void tie_law(Bond bond, std::string_view source, std::string_view ref);

  /// The same for "sosfs-2011-9/5:3".
  void tie_law(Bond bond, std::string_view reference);

  std::string_view subject() const { return subject_; }
  bool is_about_clause() const { return !clause_.ref.empty(); }

  /// All bonds, by kind, then in the order in which they were found.
  std::vector<Dependent> take() &&;

private:
  std::string_view subject_;
  ClauseReference clause_;  ///< the subject as a clause; empty if it is something else
  Dependent current_;
  std::vector<Dependent> found_;
};

bool begins_as_part(std::string_view ref, std::string_view whole) {
  return !whole.empty() && ref.starts_with(whole) &&
         (ref.size() == whole.size() || ref[whole.size()] == ' ');
}

BondCollector::BondCollector(std::string_view subject)
    : subject_(subject),
      clause_(parse_clause_reference(subject)) {}

void BondCollector::begin(DependentKind kind, std::string id, std::string title, RoleId owner,
                          UnitId unit) {
  current_ = {kind,           Bond::names, std::move(id), std::move(title), std::move(owner),
              std::move(unit)};
}

void BondCollector::add(Bond bond) {
  current_.bond = bond;
  const auto is_same = [&](const Dependent& other) {
    return std::tie(other.kind, other.id, other.bond) ==
           std::tie(current_.kind, current_.id, current_.bond);
  };
  if (std::ranges::none_of(found_, is_same)) found_.push_back(current_);
}

void BondCollector::tie(Bond bond, std::string_view id) {
  if (!id.empty() && id == subject_ && current_.id != subject_) add(bond);
}

void BondCollector::tie(Bond bond, const std::vector<std::string>& ids) {
  for (const auto& id : ids)
    tie(bond, id);
}

void BondCollector::tie_row(const Shape& shape, const void* row) {
  for (const auto& reference : references_of(shape, row)) {
    const auto& bond = reference.key->bond;
    if (!bond) continue;
    if (reference.clause != nullptr) {
      tie_law(*bond, *reference.id, *reference.clause);
    } else if (reference.kind() == ReferenceKind::clause) {
      tie_law(*bond, *reference.id);
    } else {
      tie(*bond, *reference.id);
    }
  }
}

void BondCollector::tie_law(Bond bond, std::string_view source, std::string_view ref) {
  if (source.empty() || source != clause_.source) return;
  const bool is_named =
      clause_.ref.empty() || begins_as_part(ref, clause_.ref) || begins_as_part(clause_.ref, ref);
  if (is_named) add(bond);
}

void BondCollector::tie_law(Bond bond, std::string_view reference) {
  const auto [source, ref] = parse_clause_reference(reference);
  tie_law(bond, source, ref);
}

std::vector<Dependent> BondCollector::take() && {
  std::ranges::stable_sort(found_, {}, &Dependent::kind);
  return std::move(found_);
}

/// The kind whose name is that of a register or of its rows.
DependentKind kind_of(const Register& about) {
  if (about.own != nullptr) return DependentKind::own_register;
  constexpr auto kinds = std::to_array<std::pair<std::string_view, DependentKind>>({
#define HANDBOK_DEPENDENT_KIND(name, swedish, english) {#name, DependentKind::name},
#include "derive/dependent.def"
  });
  for (const auto& [name, kind] : kinds) {
    if (name == about.key || name == about.file) return kind;
  }
  return DependentKind::settings;
}

/// Asks one register after the other. What a row names follows from its keys; a few kinds of rows
/// rest on more than they name, or are called otherwise on the day.
class RegisterDependents {
public:
  RegisterDependents(const DayView& view, BondCollector& found)
      : view_(view),
        handbook_(view.handbook()),
        found_(found) {}

  void run() {
    for_each_row(handbook_, [&](const RegisterRow& row) {
      if (!counts(row)) return;
      auto unit = row.text(KeyPart::unit);
      if (const auto* const part = row.as<OrgUnit>()) unit = parent_on(*part, view_.day());
      found_.begin(kind_of(*row.about), row.id(), title_of(row), owner_of(row), std::move(unit));
      found_.tie_row(row.shape(), row.row);
      add_more(row);
    });
    add_settings();
  }

private:
  /// An action counts until it is done and its effect judged.
  bool counts(const RegisterRow& row) const {
    const auto* const action = row.as<Action>();
    const bool is_closed =
        action != nullptr &&
        (!is_alive_on(*action, view_.day()) ||
         (is_done_on(*action, view_.day()) &&
          (!action->effect_check_on || action->effect != ActionEffect::unchecked)));
    return !is_closed && counts_on(row, view_.day());
  }

  /// A report is called as its document; before there is one, by its year.
  std::string title_of(const RegisterRow& row) const {
    if (const auto* const requirement = row.as<Requirement>())
      return requirement_title(handbook_, *requirement);
    if (row.as<YearlyReport>() != nullptr) {
      const auto* const document = view_.find(row.id());
      if (document != nullptr && document->shown != nullptr) return document->shown->title;
    }
    return row.text(KeyPart::title);
  }

  static std::string owner_of(const RegisterRow& row) {
    const auto* const requirement = row.as<Requirement>();
    return requirement == nullptr ? row.text(KeyPart::owner) : lead_role(requirement->responsible);
  }

  /// What a row rests on without naming it by id.
  void add_more(const RegisterRow& row) {
    if (const auto* const unit = row.as<OrgUnit>()) {
      found_.tie(Bond::lies_below, parent_on(*unit, view_.day()));
    } else if (const auto* const duty = row.as<ReportingDuty>()) {
      for (const auto* const routine : reporting_routines(view_, *duty))
        found_.tie(Bond::routine, routine->document);
    } else if (const auto* const term = row.as<Term>()) {
      const auto* const source = source_of_basis(handbook_, term->source);
      if (source != nullptr) found_.tie_law(Bond::rests_on, source->id, {});
    } else if (const auto* const clause = row.as<Clause>()) {
      if (!found_.is_about_clause()) found_.tie_law(Bond::belongs_to, clause->source, clause->ref);
    }
  }

  void add_settings() {
    const auto& settings = handbook_.settings;
    for (const auto& content : settings.suggested_contents) {
      found_.begin(DependentKind::content, content.id, content.name, {}, {});
      found_.tie(Bond::evidence, content.documents);
    }
    for (const auto& source : settings.complaint_sources) {
      found_.begin(DependentKind::complaint_source, source.id, source.name, {}, {});
      found_.tie(Bond::evidence, source.covered_by);
    }
    found_.begin(DependentKind::settings, "handbook.toml", settings.title, {}, settings.principal);
    found_.tie(Bond::rests_on, settings.adopted_by);
    found_.tie(Bond::uses, settings.complaints);
    found_.tie(Bond::belongs_to, settings.principal);
    found_.tie(Bond::responsible, settings.compilations.owner);
  }

  const DayView& view_;
  const Handbook& handbook_;
  BondCollector& found_;
};

/// Adds how the rows of the registers, units, law, terms and settings rest on the subject on the
/// day of the view. What is not yet known on the day, closed or done with does not count.
void add_register_dependents(const DayView& view, BondCollector& found) {
  RegisterDependents(view, found).run();
}

Bond bond_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::implements: return Bond::implements;
    case RelationKind::complements: return Bond::complements;
    case RelationKind::replaces_locally: return Bond::replaces_locally;
    case RelationKind::replaces: return Bond::replaces;
    case RelationKind::see_also: return Bond::see_also;
    case RelationKind::form_for: return Bond::form_for;
    case RelationKind::template_for: return Bond::template_for;
    case RelationKind::checklist_for: return Bond::checklist_for;
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
        case UseKind::text: found_.add(Bond::names); break;
        case UseKind::step: add_step_use(*use.by, use.anchor); break;
        case UseKind::relation: add_relation_use(use); break;
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

std::string_view name_of(DependentKind kind) {
#define HANDBOK_DEPENDENT_KIND(name, swedish, english) #name,
  static constexpr auto names = std::to_array<std::string_view>({
#include "derive/dependent.def"
  });
  return names.at(static_cast<std::size_t>(kind));
}

std::vector<Dependent> dependents_on(const DayView& view, const Backlinks& backlinks,
                                     std::string_view subject) {
  BondCollector found(subject);
  DocumentDependents(view, found).run(backlinks);
  add_register_dependents(view, found);
  return std::move(found).take();
}

}  // namespace handbok
