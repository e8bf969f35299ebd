// What binds a unit that a contractor runs: contracts, the reports that it owes, its services.
#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "derive/row_days.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/unit_work.hpp"

namespace handbok {
namespace {

/// The contracts with the unit: those that its reports name, and those that name the unit.
std::set<DocumentId> contracts_with(const OrgUnit& unit, const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  std::set<DocumentId> contracts;
  for (const auto& report : handbook.contract_reports) {
    if (report.unit == unit.id && !report.agreement.empty()) contracts.insert(report.agreement);
  }
  for (const auto& document : scope.site.view().documents()) {
    if (document.shown == nullptr || !includes(document.shown->applies_to, unit.id)) continue;
    const auto* const type = handbook.find_type(document.shown->type);
    if (type != nullptr && type->is_agreement) contracts.insert(document.document->id);
  }
  return contracts;
}

TableSection contract_section(const std::set<DocumentId>& contracts, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "avtal", words[Word::unit_agreements],
      {words[Word::agreement_name], words[Word::agreement_until], words[Word::agreement_owner]});
  for (const auto& id : contracts) {
    const auto* const document = scope.site.view().find(id);
    if (document == nullptr || document->shown == nullptr) continue;
    const auto& validity = scope.site.view().of(*document->shown).validity;
    const auto last =
        validity && validity->to ? date_html(validity->to->plus_days(-1), words) : Html{};
    table.add({}, entity_html(id, scope), {last, role_html(document->shown->owner, scope)});
  }
  return table.take();
}

TableSection service_section(const OrgUnit& unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("tjanster", words[Word::unit_services],
                     {words[Word::service_name], words[Word::service_processes]});
  for (const auto& service : scope.site.handbook().services) {
    if (!includes(service.units, unit.id)) continue;
    table.add({}, entity_html(service.id, scope), {entities_html(service.processes, scope)});
  }
  return table.take();
}

/// The documents of the handbook that bind the unit too: those that name it, those that a contract
/// refers to, and the evidence of requirements in contracts that the unit's head answers for.
class BindingDocuments {
public:
  BindingDocuments(const OrgUnit& unit, const std::set<DocumentId>& contracts,
                   const LinkScope& scope)
      : scope_(scope) {
    for (const auto& document : scope.site.view().documents()) {
      if (document.in_force != nullptr && includes(document.in_force->applies_to, unit.id))
        add(document.document->id);
    }
    for (const auto& id : contracts)
      add_named_by(id);
    for (const auto& requirement : scope.site.handbook().requirements) {
      const bool is_theirs = is_valid_on(requirement, scope.site.view().day()) &&
                             holds_role(requirement, unit.head) &&
                             requirement.origin == RequirementOrigin::contract;
      if (!is_theirs) continue;
      for (const auto& id : requirement.evidence)
        add(id);
    }
    for (const auto& id : contracts)
      ids_.erase(id);
  }

  TableSection section() const {
    const auto& words = scope_.site.words();
    TableBuilder table("galler-ocksa", words[Word::unit_binding],
                       {words[Word::rollout_document], words[Word::agreement_owner]});
    for (const auto& id : ids_) {
      table.add({}, entity_html(id, scope_),
                {role_html(scope_.site.view().in_force(id)->owner, scope_)});
    }
    return table.take();
  }

private:
  static bool holds_role(const Requirement& requirement, const RoleId& role) {
    return !role.empty() && std::ranges::find(requirement.responsible, role, &Responsible::role) !=
                                requirement.responsible.end();
  }

  void add(const DocumentId& id) {
    if (scope_.site.view().in_force(id) != nullptr) ids_.insert(id);
  }

  void add_named_by(const DocumentId& id) {
    const auto* const contract = scope_.site.view().in_force(id);
    if (contract == nullptr) return;
    for (const auto& relation : contract->relations)
      add(relation.document);
    for (const auto& link : contract->body.links) {
      if (link.kind == LinkKind::document)
        add(link.target.substr(0, link.target.find_first_of("@#")));
    }
  }

  const LinkScope& scope_;
  std::set<DocumentId> ids_;
};

}  // namespace

std::vector<TableSection> contractor_work(const OrgUnit& unit, const LinkScope& scope) {
  const auto contracts = contracts_with(unit, scope);
  return {contract_section(contracts, scope), BindingDocuments(unit, contracts, scope).section(),
          contract_report_table(&unit, scope), service_section(unit, scope)};
}

}  // namespace handbok
