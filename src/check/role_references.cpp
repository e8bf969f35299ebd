// Roles and units that documents, decisions and registers name.

#include <algorithm>
#include <optional>

#include "base/strings.hpp"
#include "base/text_hash.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/row_references.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// Roles or units, for what may have been meant by a text that is the id of none.
class Meant {
public:
  template <typename Entity>
  explicit Meant(const std::vector<Entity>& entities) : ids_(ids_of(entities)) {
    for (const auto& entity : entities)
      called_.emplace(to_lower(entity.name), entity.id);
  }

  /// The slot for the id of what is called so, or else the nearest.
  std::string by(const std::string& text) {
    const auto called = called_.find(to_lower(text));
    return called != called_.end() ? near_slot(called->second) : near_slot(ids_.nearest_to(text));
  }

private:
  TextMap<std::string> called_;
  KnownTexts ids_;
};

/// Says of references to roles and units whether there are such.
class Owners {
public:
  explicit Owners(const Handbook& handbook)
      : handbook_(handbook),
        roles_(handbook.roles),
        units_(handbook.units) {}

  /// What is wrong with what a key names, if that is a role or unit.
  std::optional<CheckReport> find_unknown(const RowReference& reference, const Location& location) {
    if (!reference.key->is_checked) return std::nullopt;
    const auto& id = *reference.id;
    std::string meant;
    if (reference.kind() == ReferenceKind::role) {
      if (handbook_.find_role(id) != nullptr) return std::nullopt;
      meant = roles_.by(id);
    } else if (reference.kind() == ReferenceKind::unit) {
      if (handbook_.find_unit(id) != nullptr) return std::nullopt;
      meant = units_.by(id);
    } else {
      return std::nullopt;
    }
    return CheckReport{
        Code::doc_owner_unknown, location, {id, std::string(reference.name)}, {std::move(meant)}};
  }

private:
  const Handbook& handbook_;
  Meant roles_;
  Meant units_;
};

/// A lead must be one of the roles that share the task.
void check_leads(CheckContext& context, const Revision& revision) {
  for (const auto& row : revision.responsible) {
    if (row.lead.empty() || includes(row.roles, row.lead)) continue;
    context.report(revision, {Code::doc_owner_unknown,
                              revision.at("responsible"),
                              {row.lead, "lead"},
                              {near_to(row.lead, row.roles)}});
  }
}

/// The decisions about a document as a whole; one that takes a text back is among them.
void check_documents(CheckContext& context, Owners& owners) {
  for (const auto& document : context.handbook().documents) {
    const auto check = [&](const std::vector<RowReference>& references) {
      for (const auto& reference : references) {
        auto report = owners.find_unknown(reference, *reference.location);
        if (report) context.report(document, *std::move(report));
      }
    };
    check(references_of(document));
    if (document.repeal) check(references_of(*document.repeal));
    for (const auto& revision : document.revisions) {
      if (const auto* const withdrawn = revision.withdrawn()) check(references_of(*withdrawn));
    }
  }
}

/// The head of a revision, and the steps that were taken with it.
void check_revision(CheckContext& context, Owners& owners, const Revision& revision) {
  auto references = references_of(revision);
  if (revision.approval) {
    auto steps = references_of(*revision.approval);
    const auto* const withdrawn = revision.withdrawn();
    std::erase_if(steps, [&](const RowReference& reference) {
      return withdrawn != nullptr && reference.location == &withdrawn->location;
    });
    references.insert(references.end(), steps.begin(), steps.end());
  }
  for (const auto& reference : references) {
    auto report =
        owners.find_unknown(reference, reference.location == nullptr ? revision.at(reference.name)
                                                                     : *reference.location);
    if (report) context.report(revision, *std::move(report));
  }
}

void check_registers(CheckContext& context, Owners& owners) {
  for (const auto& reference : register_references(context.handbook())) {
    auto report = owners.find_unknown(reference, *reference.location);
    if (!report) continue;
    report->subject = reference.subject;
    report->row = reference.row.id();
    context.report_entry(*std::move(report));
  }
}

void check_settings(CheckContext& context, Owners& owners) {
  const Location whole_file{"handbook.toml", 0, 0};
  for (const auto& reference : references_of(context.handbook())) {
    auto report = owners.find_unknown(
        reference, reference.location == nullptr ? whole_file : *reference.location);
    if (!report) continue;
    report->subject =
        reference.subject.empty() ? context.handbook().settings.principal : reference.subject;
    report->part = Part::common;
    context.report_entry(*std::move(report), Consequence::build_stopped);
  }
}

}  // namespace

void check_doc_owner_unknown(CheckContext& context) {
  const auto& handbook = context.handbook();
  const bool lacks_register = handbook.roles.empty() || handbook.units.empty();
  if (lacks_register && context.stops_build()) return;  // every name would be unknown
  Owners owners(handbook);
  check_settings(context, owners);
  check_registers(context, owners);
  check_documents(context, owners);
  for (const auto& checked : context.revisions()) {
    check_revision(context, owners, *checked.revision);
    check_leads(context, *checked.revision);
  }
}

}  // namespace handbok
