#include "check/unread_registers.hpp"

#include <algorithm>
#include <array>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

/// True for what makes a whole file unreadable.
bool is_about_whole_file(Code code) {
  constexpr std::array codes = {Code::toml_syntax,         Code::toml_duplicate_key,
                                Code::toml_key_too_deep,   Code::toml_line_continuation,
                                Code::toml_literal_string, Code::text_invalid_utf8,
                                Code::file_too_large,      Code::file_not_regular,
                                Code::file_unreadable};
  return std::ranges::find(codes, code) != codes.end();
}

struct Rest {
  Code code;
  std::string_view name;
};

/// Which checks tell that something is missing, and the register where it might stand.
constexpr auto rests = std::to_array<Rest>({
    {Code::legal_unknown, "sources"},
    {Code::legal_clause_unknown, "sources"},
    {Code::legal_clause_unknown, "clauses"},
    {Code::term_undefined, "terms"},
    {Code::collab_partner_kind_missing, "collaboration"},
    {Code::process_collaboration_undescribed, "collaboration"},
    {Code::req_unmet, "sources"},
    {Code::req_unmet, "clauses"},
    {Code::req_unmet, "requirements"},
    {Code::req_unmet, "waivers"},
    {Code::analysis_missing, "compilations"},
    {Code::plan_missing, "plans"},
    {Code::ikp_uncovered, "plans"},
    {Code::ikp_uncovered, "control_items"},
    {Code::goal_unit_missing, "goals"},
    {Code::goal_unmeasurable, "self_checks"},
    {Code::review_missing, "reviews"},
    {Code::report_quality_missing, "reports"},
    {Code::report_safety_missing, "reports"},
    {Code::report_unit_missing, "reports"},
    {Code::contractor_report_missing, "contract_reports"},
    {Code::calendar_unscheduled, "calendar"},
    {Code::process_no_risk, "risks"},
    {Code::process_no_self_check, "self_checks"},
    {Code::unit_no_self_check, "self_checks"},
    {Code::risk_untreated, "self_checks"},
    {Code::risk_untreated, "actions"},
    {Code::risk_untreated, "control_items"},
    {Code::risk_carry_over, "risks"},
    {Code::finding_no_decision, "actions"},
    {Code::selfcheck_no_analysis, "actions"},
    {Code::service_no_process, "services"},
});

/// True for the checks that ask whether anything at all points at something.
bool asks_everything(Code code) {
  return code == Code::role_unused || code == Code::doc_orphan || code == Code::suppression_unused;
}

}  // namespace

UnreadRegisters::UnreadRegisters(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.sorted()) {
    const auto& name = diagnostic.about.source;
    if (!name.empty() && is_about_whole_file(diagnostic.code)) names_.insert(name);
  }
}

bool UnreadRegisters::lacks_foundation() const {
  return contains("handbook") || contains("units") || contains("roles");
}

bool UnreadRegisters::mislead(Code code) const {
  if (names_.empty()) return false;
  return asks_everything(code) || std::ranges::any_of(rests, [&](const Rest& rest) {
           return rest.code == code && contains(rest.name);
         });
}

}  // namespace handbok
