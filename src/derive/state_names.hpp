#pragma once

#include "derive/day_view.hpp"
#include "derive/due_kind.hpp"
#include "derive/standing.hpp"
#include "model/enum_names.hpp"

namespace handbok {

// The public names of what follows on a day, as model/enum_names.hpp has those of what is stored.

template <>
inline constexpr auto names<DocumentState> =
    name_table<DocumentState>({{"unknown", DocumentState::unknown},
                               {"draft", DocumentState::draft},
                               {"in_review", DocumentState::in_review},
                               {"upcoming", DocumentState::upcoming},
                               {"in_force", DocumentState::in_force},
                               {"expired", DocumentState::expired},
                               {"repealed", DocumentState::repealed},
                               {"withdrawn", DocumentState::withdrawn}});

template <>
inline constexpr auto names<RequirementStatus> =
    name_table<RequirementStatus>({{"covered", RequirementStatus::covered},
                                   {"partly", RequirementStatus::partly},
                                   {"gap", RequirementStatus::gap},
                                   {"not_applicable", RequirementStatus::not_applicable},
                                   {"waived", RequirementStatus::waived},
                                   {"advice_unused", RequirementStatus::advice_unused},
                                   {"not_known", RequirementStatus::not_known}});

template <>
inline constexpr auto names<Standing> = name_table<Standing>({{"shown", Standing::shown},
                                                              {"shown_faulty", Standing::faulty},
                                                              {"not_known", Standing::unknown},
                                                              {"missing", Standing::missing}});

template <>
inline constexpr auto names<ThingKind> =
    name_table<ThingKind>({{"requirement", ThingKind::requirement},
                           {"clause", ThingKind::clause},
                           {"topic", ThingKind::topic},
                           {"complaints", ThingKind::complaints},
                           {"activity", ThingKind::activity},
                           {"self_check", ThingKind::self_check},
                           {"document_review", ThingKind::review},
                           {"rollout", ThingKind::rollout},
                           {"risk", ThingKind::risk},
                           {"reading", ThingKind::reading},
                           {"yearly_report", ThingKind::yearly_report},
                           {"contract_report", ThingKind::contract_report}});

template <>
inline constexpr auto names<DueKind> =
    name_table<DueKind>({{"review", DueKind::review},
                         {"consultation", DueKind::consultation},
                         {"scrutiny", DueKind::scrutiny},
                         {"approval", DueKind::approval},
                         {"mending", DueKind::mending},
                         {"validity", DueKind::validity},
                         {"self_check", DueKind::self_check},
                         {"action", DueKind::action},
                         {"effect_check", DueKind::effect_check},
                         {"compilation", DueKind::compilation},
                         {"contract_report", DueKind::contract_report},
                         {"yearly_report", DueKind::yearly_report},
                         {"calendar", DueKind::calendar},
                         {"forum", DueKind::forum},
                         {"rollout", DueKind::rollout},
                         {"register_day", DueKind::register_day}});

}  // namespace handbok
