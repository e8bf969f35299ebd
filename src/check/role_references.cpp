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
    for (const auto& signature : revision.approval->signatures) {
      check.role("role", signature.role, signature.location);
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
  }
}

void check_units(CheckContext& context) {
  for (const auto& unit : context.handbook().units) {
    const ReferenceCheck check(context.handbook(), [&](CheckReport report) {
      report.subject = unit.id;
      context.report_entry(std::move(report));
    });
    check.role("head", unit.head, unit.location);
    check.unit("parent", unit.parent, unit.location);
    check.units("succeeded_by", unit.succeeded_by, unit.location);
    for (const auto& earlier : unit.earlier_parents) {
      check.unit("earlier_parents", earlier.parent, unit.location);
    }
  }
}

void check_sources(CheckContext& context) {
  for (const auto& source : context.handbook().sources) {
    const ReferenceCheck check(context.handbook(), [&](CheckReport report) {
      report.subject = source.number;
      context.report_entry(std::move(report));
    });
    check.role("checked_by", source.checked_by, source.location);
  }
}

void check_registers(CheckContext& context) {
  for (const auto& reference : register_references(context.handbook())) {
    const ReferenceCheck check(context.handbook(), [&](CheckReport report) {
      report.subject = *reference.subject;
      context.report_entry(std::move(report));
    });
    if (reference.kind == ReferenceKind::role) {
      check.role(reference.key, *reference.id, *reference.location);
    } else if (reference.kind == ReferenceKind::unit) {
      check.unit(reference.key, *reference.id, *reference.location);
    }
  }
}

void check_settings(CheckContext& context) {
  const auto& handbook = context.handbook();
  const Location location{"handbook.toml", 0, 0};
  std::string subject = handbook.settings.principal;
  const ReferenceCheck check(handbook, [&](CheckReport report) {
    report.subject = subject;
    report.part = Part::common;
    context.report_entry(std::move(report), Consequence::build_stopped);
  });
  check.unit("principal", handbook.settings.principal, location);
  for (const auto& type : handbook.types) {
    subject = type.id;
    for (const auto& policy : type.policies) {
      check.roles("drafts", policy.drafts, location);
      check.roles("consults", policy.consults, location);
      check.roles("reviews", policy.reviews, location);
      check.roles("approves", policy.approves, location);
      for (const auto& consultation : policy.consults_by_regime) {
        check.roles("consults_by_regime", consultation.roles, location);
      }
    }
  }
}

}  // namespace

void check_doc_owner_unknown(CheckContext& context) {
  const auto& handbook = context.handbook();
  const bool lacks_register = handbook.roles.empty() || handbook.units.empty();
  if (lacks_register && context.stops_build()) return;  // every name would be unknown
  check_settings(context);
  check_units(context);
  check_sources(context);
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
