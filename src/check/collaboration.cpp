// Points where the work meets somebody else's (SOSFS 2011:9 4:5–4:6).

#include <algorithm>

#include "check/check.hpp"
#include "check/checks.hpp"
#include "check/partner_kinds.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

bool is_used(const Handbook& handbook, std::string_view kind) {
  return std::ranges::any_of(handbook.collaboration_points, [&](const CollaborationPoint& point) {
    return std::ranges::find(point.partner_kinds, kind) != point.partner_kinds.end();
  });
}

/// False if the handbook does not sort its partners by kind: only some statutes ask for it.
bool are_partners_sorted(const Handbook& handbook) {
  return std::ranges::any_of(partner_kinds,
                             [&](std::string_view kind) { return is_used(handbook, kind); });
}

}  // namespace

void check_collab_no_routine(CheckContext& context) {
  for (const auto& point : context.handbook().collaboration_points) {
    if (!point.routine.empty() || !point.agreement.empty()) continue;
    CheckReport report{Code::collab_no_routine, point.location, {point.id}};
    report.subject = point.id;
    context.report_entry(std::move(report));
  }
}

void check_collab_partner_kind_missing(CheckContext& context) {
  const auto& handbook = context.handbook();
  if (!are_partners_sorted(handbook)) return;
  for (const auto kind : partner_kinds) {
    if (is_used(handbook, kind)) continue;
    CheckReport report{Code::collab_partner_kind_missing,
                       {"registers/collaboration.toml", 0, 0},
                       {std::string(kind)}};
    report.subject = kind;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
