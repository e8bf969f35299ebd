#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace handbok {

/// Why a day matters.
enum class DueKind : std::uint8_t {
  review,           ///< a document in force is to be looked at again
  consultation,     ///< a text under review waits for roles to be consulted
  scrutiny,         ///< it waits for a reviewer
  approval,         ///< it waits for somebody to approve it
  mending,          ///< it was returned, and waits for its owner
  validity,         ///< it ends, and nobody has decided what follows
  self_check,       ///< the planned day of a self-check
  action,           ///< an open action is to be done
  effect_check,     ///< whether an action helped is to be judged
  compilation,      ///< the analysis of a period is to be ready
  contract_report,  ///< a report that a contractor owes
  yearly_report,    ///< our own report of a year
  calendar,         ///< an item of the year's calendar
  forum,            ///< a forum meets
  rollout,          ///< a measure to make a document known is to be done
  register_day      ///< what a row of the handbook's own registers asks for
};

/// True of what a text waits for on its way to be adopted.
constexpr bool is_waiting(DueKind kind) {
  return kind == DueKind::consultation || kind == DueKind::scrutiny || kind == DueKind::approval ||
         kind == DueKind::mending;
}

/// The register where it would stand that something was done, and whether it must tell of the day
/// of that. Others are told by the text itself, or are never late.
struct ToldIn {
  DueKind kind;
  std::string_view of;
  bool is_by_day;
};
inline constexpr auto told_in =
    std::to_array<ToldIn>({{DueKind::review, {}, false},
                           {DueKind::action, "actions", false},
                           {DueKind::effect_check, "actions", false},
                           {DueKind::self_check, "self_checks", false},
                           {DueKind::compilation, "compilations", true},
                           {DueKind::contract_report, "contract_reports", true},
                           {DueKind::rollout, "rollouts", true}});

}  // namespace handbok
