#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "derive/dependent.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// What a field of a register may name.
enum class ReferenceKind : std::uint8_t {
  role,
  unit,
  document,  ///< of any type
  any        ///< whatever has an id; words of one's own are not meant to be an id
};

/// A name that a field of a row gives to something else. Refers to the row.
struct RowReference {
  std::string_view key;  ///< of the field
  ReferenceKind kind = ReferenceKind::any;
  std::optional<Bond> bond;         ///< how the row rests on it; none if it tells of the past
  const std::string* id = nullptr;  ///< never empty
};

/// What a row names, field by field: the one place that knows which fields of a register are
/// references. Statutes and their clauses are left out, and the evidence of a requirement.
std::vector<RowReference> references_of(const Requirement& row);
std::vector<RowReference> references_of(const Waiver& row);
std::vector<RowReference> references_of(const Duty& row);
std::vector<RowReference> references_of(const DecisionAuthority& row);
std::vector<RowReference> references_of(const ReportingDuty& row);
std::vector<RowReference> references_of(const Service& row);
std::vector<RowReference> references_of(const Risk& row);
std::vector<RowReference> references_of(const SelfCheck& row);
std::vector<RowReference> references_of(const Finding& row);
std::vector<RowReference> references_of(const Action& row);
std::vector<RowReference> references_of(const Compilation& row);
std::vector<RowReference> references_of(const Goal& row);
std::vector<RowReference> references_of(const Forum& row);
std::vector<RowReference> references_of(const CalendarItem& row);
std::vector<RowReference> references_of(const ManagementReview& row);
std::vector<RowReference> references_of(const Plan& row);
std::vector<RowReference> references_of(const ControlItem& row);
std::vector<RowReference> references_of(const YearlyReport& row);
std::vector<RowReference> references_of(const ContractReport& row);
std::vector<RowReference> references_of(const Method& row);
std::vector<RowReference> references_of(const InformationSource& row);
std::vector<RowReference> references_of(const EvidenceRef& row);
std::vector<RowReference> references_of(const Rollout& row);

}  // namespace handbok
