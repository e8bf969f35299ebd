#include "derive/register_references.hpp"

#include <algorithm>

namespace handbok {
namespace {

/// Collects what the rows name, one row after the other.
class Collector {
public:
  explicit Collector(const Handbook& handbook) {
    add_all(handbook.requirements);
    add_all(handbook.waivers);
    add_all(handbook.duties);
    add_all(handbook.decisions);
    add_all(handbook.reporting_duties);
    add_all(handbook.services);
    add_all(handbook.risks);
    add_all(handbook.self_checks);
    add_all(handbook.findings);
    add_all(handbook.actions);
    add_all(handbook.compilations);
    add_all(handbook.goals);
    add_all(handbook.forums);
    add_all(handbook.calendar);
    add_all(handbook.reviews);
    add_all(handbook.plans);
    add_all(handbook.control_items);
    add_all(handbook.reports);
    add_all(handbook.contract_reports);
    add_all(handbook.methods);
    add_all(handbook.information_sources);
    add_all(handbook.evidence);
    add_all(handbook.rollouts);
  }

  std::vector<RegisterReference> take() { return std::move(references_); }

private:
  using Ids = std::vector<std::string>;

  template <typename Row>
  void add_all(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
      subject_ = &row.id;
      location_ = &row.location;
      add_row(row);
    }
  }

  void add(std::string_view key, ReferenceKind kind, const std::string& id) {
    if (!id.empty()) references_.push_back({subject_, location_, key, kind, &id});
  }
  void add(std::string_view key, ReferenceKind kind, const Ids& ids) {
    for (const auto& id : ids)
      add(key, kind, id);
  }
  template <typename Names>
  void role(std::string_view key, const Names& names) {
    add(key, ReferenceKind::role, names);
  }
  template <typename Names>
  void unit(std::string_view key, const Names& names) {
    add(key, ReferenceKind::unit, names);
  }
  template <typename Names>
  void document(std::string_view key, const Names& names) {
    add(key, ReferenceKind::document, names);
  }
  template <typename Names>
  void any(std::string_view key, const Names& names) {
    add(key, ReferenceKind::any, names);
  }

  void add_row(const Requirement& row) {
    any("followed_up_by", row.followed_up_by);
    for (const auto& responsible : row.responsible)
      role("responsible", responsible.role);
    if (!row.not_applicable) return;
    role("decided_by", row.not_applicable->decided_by);
    unit("units", row.not_applicable->units);
  }

  void add_row(const Waiver& row) { unit("units", row.units); }

  void add_row(const Duty& row) {
    for (const auto& holder : row.responsible)
      role("responsible", holder.role);
    role("participates", row.participates);
  }

  void add_row(const DecisionAuthority& row) {
    role("decider", row.decider);
    role("delegated_by", row.delegated_by);
    role("report_to", row.report_to);
  }

  void add_row(const ReportingDuty& row) {
    role("to", row.to);
    any("system", row.system);
    role("investigated_by", row.investigated_by);
    any("decisions", row.decisions);
  }

  void add_row(const Service& row) {
    unit("units", row.units);
    document("processes", row.processes);
  }

  void add_row(const Risk& row) {
    unit("unit", row.unit);
    document("process", row.process);
    role("accepted_by", row.accepted_by);
    role("owner", row.owner);
    any("handled_by", row.handled_by);
    for (const auto& assessment : row.assessments)
      role("by", assessment.by);
  }

  void add_row(const SelfCheck& row) {
    role("performed_by", row.performed_by);
    role("analysed_by", row.analysed_by);
    document("checks", row.checks);
    unit("units", row.units);
    unit("except_units", row.except_units);
    for (const auto& occurrence : row.occurrences) {
      unit("unit", occurrence.unit);
      any("decision", occurrence.decision);
    }
  }

  void add_row(const Finding& row) {
    any("source_id", row.source_id);
    document("about", row.about);
    any("decision", row.decision);
  }

  void add_row(const Action& row) {
    any("origin_id", row.origin_id);
    role("responsible", row.responsible);
    unit("unit", row.unit);
    any("planned_in", row.planned_in);
    any("escalated_to", row.escalated_to);
  }

  void add_row(const Compilation& row) {
    unit("unit", row.unit);
    role("analysed_by", row.analysed_by);
    any("decisions", row.decisions);
    for (const auto& count : row.counts) {
      unit("unit", count.unit);
      document("process", count.process);
    }
    for (const auto& feedback : row.feedback)
      any("to", feedback.to);
  }

  void add_row(const Goal& row) {
    unit("units", row.units);
    any("parent", row.parent);
    any("measured_by", row.measured_by);
    role("owner", row.owner);
  }

  void add_row(const Forum& row) { role("roles", row.roles); }

  void add_row(const CalendarItem& row) {
    any("relative_to", row.relative_to);
    role("responsible", row.responsible);
    unit("units", row.units);
    any("links", row.links);
  }

  void add_row(const ManagementReview& row) {
    role("participants", row.participants);
    any("decisions", row.decisions);
    document("minutes", row.minutes);
  }

  void add_row(const Plan& row) {
    document("id", row.id);
    unit("unit", row.unit);
  }

  void add_row(const ControlItem& row) {
    document("plan", row.plan);
    any("risk", row.risk);
    role("responsible", row.responsible);
  }

  void add_row(const YearlyReport& row) {
    document("id", row.id);
    unit("covers", row.covers);
  }

  void add_row(const ContractReport& row) {
    unit("unit", row.unit);
    document("agreement", row.agreement);
  }

  void add_row(const Method& row) { document("documents", row.documents); }

  void add_row(const InformationSource& row) {
    role("owner", row.owner);
    any("used_in", row.used_in);
  }

  void add_row(const EvidenceRef& row) {
    unit("unit", row.unit);
    any("requirements", row.requirements);
  }

  void add_row(const Rollout& row) {
    document("document", row.document);
    unit("unit", row.unit);
    role("responsible", row.responsible);
  }

  std::vector<RegisterReference> references_;
  const std::string* subject_ = nullptr;
  const Location* location_ = nullptr;
};

template <typename Row>
bool has_id(const std::vector<Row>& rows, std::string_view id) {
  return std::ranges::find(rows, id, &Row::id) != rows.end();
}

template <typename... Registers>
bool is_in_one(std::string_view id, const Registers&... registers) {
  return (has_id(registers, id) || ...);
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::vector<RegisterReference> register_references(const Handbook& handbook) {
  return Collector(handbook).take();
}

bool is_known_id(const Handbook& handbook, std::string_view id) {
  const auto& h = handbook;
  return is_in_one(id, h.documents, h.units, h.roles, h.sources, h.requirements, h.waivers,
                   h.duties, h.decisions, h.reporting_duties, h.services, h.risks, h.self_checks,
                   h.findings) ||
         is_in_one(id, h.actions, h.compilations, h.goals, h.forums, h.calendar, h.reviews, h.plans,
                   h.control_items, h.reports, h.contract_reports, h.methods, h.information_sources,
                   h.collaboration_points, h.external_systems, h.evidence, h.rollouts);
}

bool looks_like_id(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos || dash < 2 || dash + 1 == text.size()) return false;
  const auto prefix = text.substr(0, dash);
  const auto rest = text.substr(dash + 1);
  return std::ranges::all_of(prefix, is_upper) && std::ranges::any_of(rest, is_digit) &&
         std::ranges::all_of(rest, [](char c) { return is_upper(c) || is_digit(c) || c == '-'; });
}

}  // namespace handbok
