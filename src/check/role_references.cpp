// Roles and units that documents, decisions and registers name.

#include <algorithm>
#include <functional>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/register_references.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

/// Says which of the roles and units it is shown do not exist. An empty id names nothing.
class ReferenceCheck {
public:
  ReferenceCheck(const Handbook& handbook, std::function<void(CheckReport)> report)
      : handbook_(&handbook),
        report_(std::move(report)) {}

  void role(std::string_view key, const RoleId& id, const Location& location) const {
    if (id.empty() || handbook_->find_role(id) != nullptr) return;
    report_unknown(key, id, location, ids_of(handbook_->roles));
  }
  void unit(std::string_view key, const UnitId& id, const Location& location) const {
    if (id.empty() || handbook_->find_unit(id) != nullptr) return;
    report_unknown(key, id, location, ids_of(handbook_->units));
  }
  void roles(std::string_view key, const std::vector<RoleId>& ids, const Location& location) const {
    for (const auto& id : ids)
      role(key, id, location);
  }
  void units(std::string_view key, const std::vector<UnitId>& ids, const Location& location) const {
    for (const auto& id : ids)
      unit(key, id, location);
  }

private:
  void report_unknown(std::string_view key, const std::string& id, const Location& location,
                      const std::vector<std::string>& known) const {
    report_(
        {Code::doc_owner_unknown, location, {id, std::string(key)}, {nearest_or_dash(id, known)}});
  }

  const Handbook* handbook_;
  std::function<void(CheckReport)> report_;
};

void check_responsible(const ReferenceCheck& check, const Revision& revision) {
  const auto location = revision.at("responsible");
  for (const auto& row : revision.responsible) {
    check.roles("responsible", row.roles, location);
  }
}

void check_signatures(const ReferenceCheck& check, const std::vector<Signature>& signatures) {
  for (const auto& signature : signatures) {
    check.role("role", signature.role, signature.location);
    check.role("registered_by", signature.registered_by, signature.location);
  }
}

void check_head(const ReferenceCheck& check, const Revision& revision) {
  check.role("owner", revision.owner, revision.at("owner"));
  check.unit("unit", revision.unit, revision.at("unit"));
  check.roles("audience", revision.audience, revision.at("audience"));
  check.units("applies_to", revision.applies_to, revision.at("applies_to"));
  check.units("excludes", revision.excludes, revision.at("excludes"));
  check_responsible(check, revision);
  if (revision.process) {
    for (const auto& node : revision.process->nodes) {
      check.roles("roles", node.roles, node.location);
      check.units("performed_in", node.performed_in, node.location);
    }
  }
  if (revision.approval) {
    check_signatures(check, revision.approval->signatures);
    for (const auto& round : revision.approval->returned) {
      check.role("by", round.by, round.location);
      check_signatures(check, round.signatures);
    }
  }
}

/// A lead must be one of the roles that share the task.
void check_leads(CheckContext& context, const Revision& revision) {
  for (const auto& row : revision.responsible) {
    if (row.lead.empty() || contains(row.roles, row.lead)) continue;
    context.report(revision, {Code::doc_owner_unknown,
                              revision.at("responsible"),
                              {row.lead, "lead"},
                              {nearest_or_dash(row.lead, row.roles)}});
  }
}

void check_documents(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    const ReferenceCheck check(context.handbook(), [&](CheckReport report) {
      context.report(document, std::move(report));
    });
    for (const auto& review : document.reviews) {
      check.role("by", review.by, review.location);
    }
    if (document.repeal) {
      check.role("decided_by", document.repeal->decided_by, document.repeal->location);
    }
    for (const auto& revision : document.revisions) {
      if (const auto* const withdrawn = revision.withdrawn())
        check.role("by", withdrawn->by, withdrawn->location);
    }
  }
}

/// What the keys of a row name, whichever they are.
void check_reference(const ReferenceCheck& check, const RowReference& reference,
                     const Location& location) {
  if (reference.kind() == ReferenceKind::role) {
    check.role(reference.name, *reference.id, location);
  } else if (reference.kind() == ReferenceKind::unit) {
    check.unit(reference.name, *reference.id, location);
  }
}

void check_registers(CheckContext& context) {
  for (const auto& reference : register_references(context.handbook())) {
    const ReferenceCheck check(context.handbook(), [&](CheckReport report) {
      report.subject = reference.subject;
      report.row = reference.row.id();
      context.report_entry(std::move(report));
    });
    check_reference(check, reference, *reference.location);
  }
}

void check_settings(CheckContext& context) {
  const Location whole_file{"handbook.toml", 0, 0};
  for (const auto& reference : references_of(context.handbook())) {
    const ReferenceCheck check(context.handbook(), [&](CheckReport report) {
      report.subject =
          reference.subject.empty() ? context.handbook().settings.principal : reference.subject;
      report.part = Part::common;
      context.report_entry(std::move(report), Consequence::build_stopped);
    });
    check_reference(check, reference,
                    reference.location == nullptr ? whole_file : *reference.location);
  }
}

}  // namespace

void check_doc_owner_unknown(CheckContext& context) {
  const auto& handbook = context.handbook();
  const bool lacks_register = handbook.roles.empty() || handbook.units.empty();
  if (lacks_register && context.stops_build()) return;  // every name would be unknown
  check_settings(context);
  check_registers(context);
  check_documents(context);
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const ReferenceCheck check(
        handbook, [&](CheckReport report) { context.report(revision, std::move(report)); });
    check_head(check, revision);
    check_leads(context, revision);
  }
}

}  // namespace handbok
