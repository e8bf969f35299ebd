#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/handbook.hpp"

namespace handbok {

// The names of enumerators, as files and exports write them: the only table of each.

/// One enumerator, without its type: what loops over all enumerations works with.
struct EnumName {
  std::string_view name;
  std::uint8_t value = 0;
};

template <typename Enum>
struct Named {
  std::string_view name;
  Enum value;
};

/// The names of an enumeration, in the order in which a message lists them. An enumerator without
/// a name cannot be written: it stands for a key that was left out.
template <typename Enum>
inline constexpr std::array<EnumName, 0> names{};

template <typename Enum, std::size_t Count>
constexpr std::array<EnumName, Count> name_table(const Named<Enum> (&named)[Count]) {
  std::array<EnumName, Count> table{};
  for (std::size_t i = 0; i < Count; ++i)
    table[i] = {named[i].name, static_cast<std::uint8_t>(named[i].value)};
  return table;
}

/// The name of a value in such a table; empty if it has none.
constexpr std::string_view name_in(std::span<const EnumName> table, std::uint8_t value) {
  for (const auto& known : table) {
    if (known.value == value) return known.name;
  }
  return {};
}

/// "not_followed": the name of an enumerator; empty if it has none.
template <typename Enum>
requires(!names<Enum>.empty()) constexpr std::string_view name_of(Enum value) {
  return name_in(names<Enum>, static_cast<std::uint8_t>(value));
}

#define HANDBOK_NAMES(Enum) \
  template <>               \
  inline constexpr auto names<Enum> = name_table<Enum>

HANDBOK_NAMES(PhoneHours)
({{"always", PhoneHours::always},
  {"daytime", PhoneHours::daytime},
  {"out_of_hours", PhoneHours::out_of_hours}});
HANDBOK_NAMES(UnitKind)({{"own", UnitKind::own}, {"contractor", UnitKind::contractor}});
HANDBOK_NAMES(SourceKind)
({{"act", SourceKind::act},
  {"ordinance", SourceKind::ordinance},
  {"regulation", SourceKind::regulation},
  {"advice", SourceKind::advice},
  {"standard", SourceKind::standard},
  {"guidance", SourceKind::guidance},
  {"decision", SourceKind::decision}});
HANDBOK_NAMES(ClauseForce)({{"binding", ClauseForce::binding}, {"advice", ClauseForce::advice}});
HANDBOK_NAMES(PointKind)({{"internal", PointKind::internal}, {"external", PointKind::external}});
HANDBOK_NAMES(RequirementOrigin)
({{"law", RequirementOrigin::law},
  {"own", RequirementOrigin::own},
  {"user", RequirementOrigin::user},
  {"contract", RequirementOrigin::contract},
  {"standard", RequirementOrigin::standard}});
HANDBOK_NAMES(RiskExercise)
({{"risk_dialogue", RiskExercise::risk_dialogue},
  {"vor", RiskExercise::vor},
  {"change", RiskExercise::change},
  {"event_analysis", RiskExercise::event_analysis},
  {"work_env", RiskExercise::work_env},
  {"ongoing", RiskExercise::ongoing}});
HANDBOK_NAMES(GoverningProcess)
({{"unchosen", GoverningProcess::unchosen},
  {"quality", GoverningProcess::quality},
  {"internal_control", GoverningProcess::internal_control},
  {"work_env", GoverningProcess::work_env},
  {"goals", GoverningProcess::goals}});
HANDBOK_NAMES(RiskTreatment)
({{"unchosen", RiskTreatment::unchosen},
  {"reduce", RiskTreatment::reduce},
  {"avoid", RiskTreatment::avoid},
  {"transfer", RiskTreatment::transfer},
  {"accept", RiskTreatment::accept}});
HANDBOK_NAMES(CheckForm)
({{"checklist", CheckForm::checklist},
  {"self_assessment", CheckForm::self_assessment},
  {"survey", CheckForm::survey},
  {"audit", CheckForm::audit},
  {"measurement", CheckForm::measurement},
  {"round", CheckForm::round},
  {"interview", CheckForm::interview},
  {"comparison", CheckForm::comparison},
  {"analysis", CheckForm::analysis}});
HANDBOK_NAMES(CheckMethod)
({{"own_history", CheckMethod::own_history},
  {"quality_register", CheckMethod::quality_register},
  {"open_comparison", CheckMethod::open_comparison},
  {"other_units", CheckMethod::other_units},
  {"target_group_survey", CheckMethod::target_group_survey},
  {"record_review", CheckMethod::record_review},
  {"staff_attitudes", CheckMethod::staff_attitudes},
  {"patient_committee", CheckMethod::patient_committee},
  {"auditor_stakeholder", CheckMethod::auditor_stakeholder}});
HANDBOK_NAMES(CheckOutcome)
({{"ok", CheckOutcome::ok}, {"partly", CheckOutcome::partly}, {"not_ok", CheckOutcome::not_ok}});
HANDBOK_NAMES(FindingKind)
({{"shortcoming", FindingKind::shortcoming}, {"good_practice", FindingKind::good_practice}});
HANDBOK_NAMES(Verdict)
({{"none", Verdict::none}, {"fit", Verdict::fit}, {"unfit", Verdict::unfit}});
HANDBOK_NAMES(Cause)
({{"unknown", Cause::unknown},
  {"no_routine", Cause::no_routine},
  {"not_followed", Cause::not_followed},
  {"resources", Cause::resources},
  {"competence", Cause::competence},
  {"discrimination", Cause::discrimination},
  {"other", Cause::other}});
HANDBOK_NAMES(ActionOrigin)
({{"unknown", ActionOrigin::unknown},
  {"risk", ActionOrigin::risk},
  {"self_check", ActionOrigin::self_check},
  {"analysis", ActionOrigin::analysis},
  {"finding", ActionOrigin::finding},
  {"review", ActionOrigin::review},
  {"report", ActionOrigin::report},
  {"external_change", ActionOrigin::external_change},
  {"direct", ActionOrigin::direct}});
HANDBOK_NAMES(ActionStatus)
({{"decided", ActionStatus::decided},
  {"ongoing", ActionStatus::ongoing},
  {"done", ActionStatus::done},
  {"cancelled", ActionStatus::cancelled}});
HANDBOK_NAMES(ActionEffect)
({{"unchecked", ActionEffect::unchecked},
  {"effective", ActionEffect::effective},
  {"partly", ActionEffect::partly},
  {"ineffective", ActionEffect::ineffective}});
HANDBOK_NAMES(CalendarKind)
({{"planning", CalendarKind::planning},
  {"risk_dialogue", CalendarKind::risk_dialogue},
  {"self_check", CalendarKind::self_check},
  {"compilation", CalendarKind::compilation},
  {"review", CalendarKind::review},
  {"report", CalendarKind::report},
  {"budget", CalendarKind::budget},
  {"review_due", CalendarKind::review_due},
  {"information", CalendarKind::information},
  {"deadline_by_law", CalendarKind::deadline_by_law}});
HANDBOK_NAMES(WeekendShift)
({{"none", WeekendShift::none},
  {"earlier", WeekendShift::earlier},
  {"later", WeekendShift::later}});
HANDBOK_NAMES(ReviewOutcome)
({{"none", ReviewOutcome::none},
  {"approved", ReviewOutcome::approved},
  {"approved_with_improvements", ReviewOutcome::approved_with_improvements},
  {"not_approved", ReviewOutcome::not_approved}});
HANDBOK_NAMES(PlanKind)
({{"operational", PlanKind::operational},
  {"action", PlanKind::action},
  {"internal_control", PlanKind::internal_control},
  {"introduction", PlanKind::introduction},
  {"self_check", PlanKind::self_check},
  {"budget_part", PlanKind::budget_part},
  {"preparedness", PlanKind::preparedness}});
HANDBOK_NAMES(ReportKind)
({{"quality", ReportKind::quality},
  {"patient_safety", ReportKind::patient_safety},
  {"operational", ReportKind::operational},
  {"tertial", ReportKind::tertial}});
HANDBOK_NAMES(AgendaSubject)
({
#define HANDBOK_AGENDA_SUBJECT(name) {#name, AgendaSubject::name},
#include "model/agenda_subjects.def"
#undef HANDBOK_AGENDA_SUBJECT
});
HANDBOK_NAMES(EvidenceKind)
({{"minutes", EvidenceKind::minutes},
  {"workplace_meeting", EvidenceKind::workplace_meeting},
  {"yearly_report", EvidenceKind::yearly_report},
  {"internal_control", EvidenceKind::internal_control},
  {"self_check", EvidenceKind::self_check},
  {"case_series", EvidenceKind::case_series}});
HANDBOK_NAMES(RolloutMeasure)
({{"information", RolloutMeasure::information},
  {"training", RolloutMeasure::training},
  {"practice", RolloutMeasure::practice},
  {"feedback", RolloutMeasure::feedback}});
HANDBOK_NAMES(Severity)({{"warning", Severity::warning}, {"note", Severity::note}});
HANDBOK_NAMES(Compliance)
({{"none", Compliance::none}, {"partly", Compliance::partly}, {"fully", Compliance::fully}});
HANDBOK_NAMES(FaultGround)
({{"fault", FaultGround::fault}, {"burden", FaultGround::burden}, {"exempt", FaultGround::exempt}});
HANDBOK_NAMES(AudienceScope)
({{"internal", AudienceScope::internal},
  {"external", AudienceScope::external},
  {"restricted", AudienceScope::restricted}});
HANDBOK_NAMES(LocalOverride)
({{"forbidden", LocalOverride::forbidden}, {"allowed", LocalOverride::allowed}});
HANDBOK_NAMES(ChangeKind)
({{"new", ChangeKind::initial},
  {"substantive", ChangeKind::substantive},
  {"editorial", ChangeKind::editorial}});
HANDBOK_NAMES(RelationKind)
({{"implements", RelationKind::implements},
  {"complements", RelationKind::complements},
  {"replaces_locally", RelationKind::replaces_locally},
  {"replaces", RelationKind::replaces},
  {"see_also", RelationKind::see_also},
  {"form_for", RelationKind::form_for},
  {"template_for", RelationKind::template_for},
  {"checklist_for", RelationKind::checklist_for}});
HANDBOK_NAMES(SignatureStep)
({{"drafted", SignatureStep::drafted},
  {"consulted", SignatureStep::consulted},
  {"reviewed", SignatureStep::reviewed},
  {"approved", SignatureStep::approved}});
HANDBOK_NAMES(Assurance)
({{"registrar", Assurance::registrar}, {"account", Assurance::account}, {"key", Assurance::key}});
HANDBOK_NAMES(ReviewVerdict)
({{"keep", ReviewVerdict::keep},
  {"revise", ReviewVerdict::revise},
  {"repeal", ReviewVerdict::repeal}});
HANDBOK_NAMES(ProcessKind)
({{"main", ProcessKind::main},
  {"sub", ProcessKind::sub},
  {"governing", ProcessKind::governing},
  {"support", ProcessKind::support}});
HANDBOK_NAMES(CollaborationNeed)
({{"needed", CollaborationNeed::needed}, {"not_needed", CollaborationNeed::not_needed}});
HANDBOK_NAMES(StepKind)
({{"activity", StepKind::activity},
  {"start", StepKind::start},
  {"end", StepKind::end},
  {"decision", StepKind::decision},
  {"subprocess", StepKind::subprocess},
  {"reference", StepKind::reference},
  {"wait", StepKind::wait}});
HANDBOK_NAMES(OwnFieldType)
({{"text", OwnFieldType::text},
  {"number", OwnFieldType::number},
  {"yes_no", OwnFieldType::yes_no},
  {"date", OwnFieldType::date},
  {"day", OwnFieldType::day},
  {"choice", OwnFieldType::choice},
  {"role", OwnFieldType::role},
  {"unit", OwnFieldType::unit},
  {"document", OwnFieldType::document},
  {"clause", OwnFieldType::clause},
  {"row", OwnFieldType::row}});
HANDBOK_NAMES(OwnFieldCounts)
({{"from", OwnFieldCounts::from}, {"until", OwnFieldCounts::until}});

#undef HANDBOK_NAMES

}  // namespace handbok
