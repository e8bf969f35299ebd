#include "derive/row_references.hpp"

#include <utility>

namespace handbok {
namespace {

/// The row tells of the past there: nothing rests on what it names.
constexpr std::nullopt_t history = std::nullopt;

/// Collects the names of one row. A field holds one id or a list of them.
class Names {
public:
  template <typename Field>
  Names& role(std::string_view key, std::optional<Bond> bond, const Field& field) {
    return add(key, ReferenceKind::role, bond, field);
  }
  template <typename Field>
  Names& unit(std::string_view key, std::optional<Bond> bond, const Field& field) {
    return add(key, ReferenceKind::unit, bond, field);
  }
  template <typename Field>
  Names& document(std::string_view key, std::optional<Bond> bond, const Field& field) {
    return add(key, ReferenceKind::document, bond, field);
  }
  template <typename Field>
  Names& any(std::string_view key, std::optional<Bond> bond, const Field& field) {
    return add(key, ReferenceKind::any, bond, field);
  }

  std::vector<RowReference> take() { return std::move(found_); }

private:
  Names& add(std::string_view key, ReferenceKind kind, std::optional<Bond> bond,
             const std::string& id) {
    if (!id.empty()) found_.push_back({key, kind, bond, &id});
    return *this;
  }
  Names& add(std::string_view key, ReferenceKind kind, std::optional<Bond> bond,
             const std::vector<std::string>& ids) {
    for (const auto& id : ids)
      add(key, kind, bond, id);
    return *this;
  }

  std::vector<RowReference> found_;
};

}  // namespace

std::vector<RowReference> references_of(const Requirement& row) {
  Names names;
  names.any("followed_up_by", Bond::followed_up_by, row.followed_up_by);
  for (const auto& responsible : row.responsible)
    names.role("responsible", Bond::responsible, responsible.role);
  if (row.not_applicable) {
    names.role("decided_by", Bond::decides, row.not_applicable->decided_by)
        .unit("units", Bond::names, row.not_applicable->units);
  }
  return names.take();
}

std::vector<RowReference> references_of(const Waiver& row) {
  return Names().unit("units", Bond::concerns, row.units).take();
}

std::vector<RowReference> references_of(const Duty& row) {
  Names names;
  for (const auto& holder : row.responsible)
    names.role("responsible", Bond::responsible, holder.role);
  return names.role("participates", Bond::participates, row.participates).take();
}

std::vector<RowReference> references_of(const DecisionAuthority& row) {
  return Names()
      .role("decider", Bond::decides, row.decider)
      .role("delegated_by", Bond::delegates, row.delegated_by)
      .role("report_to", Bond::told, row.report_to)
      .take();
}

std::vector<RowReference> references_of(const ReportingDuty& row) {
  return Names()
      .role("to", Bond::told, row.to)
      .any("system", Bond::uses, row.system)
      .role("investigated_by", Bond::responsible, row.investigated_by)
      .any("decisions", Bond::rests_on, row.decisions)
      .take();
}

std::vector<RowReference> references_of(const Service& row) {
  return Names()
      .unit("units", Bond::concerns, row.units)
      .document("processes", Bond::follows, row.processes)
      .take();
}

std::vector<RowReference> references_of(const Risk& row) {
  Names names;
  names.unit("unit", Bond::belongs_to, row.unit)
      .document("process", Bond::about, row.process)
      .role("accepted_by", Bond::decides, row.accepted_by)
      .role("owner", Bond::owner, row.owner)
      .any("handled_by", Bond::handled_by, row.handled_by);
  for (const auto& assessment : row.assessments)
    names.role("by", history, assessment.by);
  return names.take();
}

std::vector<RowReference> references_of(const SelfCheck& row) {
  Names names;
  names.role("performed_by", Bond::performs, row.performed_by)
      .role("analysed_by", Bond::analyses, row.analysed_by)
      .document("checks", Bond::checks, row.checks)
      .unit("units", Bond::concerns, row.units)
      .unit("except_units", Bond::names, row.except_units);
  for (const auto& occurrence : row.occurrences)
    names.unit("unit", history, occurrence.unit).any("decision", history, occurrence.decision);
  return names.take();
}

std::vector<RowReference> references_of(const Finding& row) {
  return Names()
      .any("source_id", Bond::origin, row.source_id)
      .document("about", Bond::about, row.about)
      .any("decision", Bond::led_to, row.decision)
      .take();
}

std::vector<RowReference> references_of(const Action& row) {
  return Names()
      .any("origin_id", Bond::origin, row.origin_id)
      .role("responsible", Bond::responsible, row.responsible)
      .unit("unit", Bond::belongs_to, row.unit)
      .any("planned_in", Bond::planned_in, row.planned_in)
      .any("escalated_to", Bond::escalated_to, row.escalated_to)
      .take();
}

std::vector<RowReference> references_of(const Compilation& row) {
  Names names;
  names.unit("unit", Bond::belongs_to, row.unit)
      .role("analysed_by", Bond::analyses, row.analysed_by)
      .any("decisions", Bond::led_to, row.decisions);
  for (const auto& count : row.counts)
    names.unit("unit", history, count.unit).document("process", history, count.process);
  for (const auto& feedback : row.feedback)
    names.any("to", history, feedback.to);
  return names.take();
}

std::vector<RowReference> references_of(const Goal& row) {
  return Names()
      .unit("units", Bond::concerns, row.units)
      .any("parent", Bond::part_of, row.parent)
      .any("measured_by", Bond::measured_by, row.measured_by)
      .role("owner", Bond::owner, row.owner)
      .take();
}

std::vector<RowReference> references_of(const Forum& row) {
  return Names().role("roles", Bond::participates, row.roles).take();
}

std::vector<RowReference> references_of(const CalendarItem& row) {
  return Names()
      .any("relative_to", Bond::follows, row.relative_to)
      .role("responsible", Bond::responsible, row.responsible)
      .unit("units", Bond::concerns, row.units)
      .any("links", Bond::about, row.links)
      .take();
}

std::vector<RowReference> references_of(const ManagementReview& row) {
  return Names()
      .role("participants", Bond::participates, row.participants)
      .any("decisions", Bond::led_to, row.decisions)
      .document("minutes", Bond::rests_on, row.minutes)
      .take();
}

std::vector<RowReference> references_of(const Plan& row) {
  return Names()
      .document("id", Bond::names, row.id)
      .unit("unit", Bond::belongs_to, row.unit)
      .take();
}

std::vector<RowReference> references_of(const ControlItem& row) {
  return Names()
      .document("plan", Bond::planned_in, row.plan)
      .any("risk", Bond::about, row.risk)
      .role("responsible", Bond::responsible, row.responsible)
      .take();
}

std::vector<RowReference> references_of(const YearlyReport& row) {
  return Names()
      .document("id", Bond::names, row.id)
      .unit("covers", Bond::concerns, row.covers)
      .take();
}

std::vector<RowReference> references_of(const ContractReport& row) {
  return Names()
      .unit("unit", Bond::belongs_to, row.unit)
      .document("agreement", Bond::agreement, row.agreement)
      .take();
}

std::vector<RowReference> references_of(const Method& row) {
  return Names().document("documents", Bond::uses, row.documents).take();
}

std::vector<RowReference> references_of(const InformationSource& row) {
  return Names()
      .role("owner", Bond::owner, row.owner)
      .any("used_in", Bond::uses, row.used_in)
      .take();
}

std::vector<RowReference> references_of(const EvidenceRef& row) {
  return Names()
      .unit("unit", Bond::belongs_to, row.unit)
      .any("requirements", Bond::answers_to, row.requirements)
      .take();
}

std::vector<RowReference> references_of(const Rollout& row) {
  return Names()
      .document("document", Bond::about, row.document)
      .unit("unit", Bond::concerns, row.unit)
      .role("responsible", Bond::responsible, row.responsible)
      .take();
}

}  // namespace handbok
