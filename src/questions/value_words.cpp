#include "questions/value_words.hpp"

#include <array>
#include <string_view>

#include "diag/phrase.hpp"

namespace handbok {
namespace {

/// A code, and the column that it stands in.
struct CodedValue {
  std::string_view column;
  std::string_view code;
  friend bool operator==(const CodedValue&, const CodedValue&) = default;
};

constexpr auto value_words = std::to_array<PhraseOf<CodedValue>>({
    {{"state", "in_force"}, {"gäller", "in force"}},
    {{"state", "draft"}, {"utkast", "draft"}},
    {{"state", "in_review"}, {"granskas", "in review"}},
    {{"state", "upcoming"}, {"kommande", "upcoming"}},
    {{"state", "expired"}, {"utgånget", "expired"}},
    {{"state", "repealed"}, {"upphävt", "repealed"}},
    {{"state", "withdrawn"}, {"återkallat", "withdrawn"}},
    {{"state", "superseded"}, {"ersatt", "superseded"}},
    {{"state", "unknown"}, {"okänt", "unknown"}},
    {{"review_load", "late"}, {"försenat", "late"}},
    {{"diagnostics", "error"}, {"fel", "error"}},
    {{"diagnostics", "warning"}, {"varning", "warning"}},
    {{"diagnostics", "note"}, {"notering", "note"}},
    {{"state", "not_known"}, {"vet inte", "not known"}},
    {{"standing", "shown"}, {"visat", "shown"}},
    {{"standing", "shown_faulty"}, {"visat med brist", "shown, with faults"}},
    {{"standing", "not_known"}, {"vet inte", "not known"}},
    {{"standing", "missing"}, {"saknas", "missing"}},
    {{"kind", "requirement"}, {"krav", "requirement"}},
    {{"kind", "topic"}, {"ämne", "topic"}},
    {{"kind", "activity"}, {"aktivitet", "activity"}},
    {{"kind", "document_review"}, {"översyn", "document review"}},
    {{"kind", "rollout"}, {"införande", "roll-out"}},
    {{"kind", "risk"}, {"risk", "risk"}},
    {{"kind", "reading"}, {"mätning", "reading"}},
    {{"kind", "contract_report"}, {"rapport från entreprenör", "contractor's report"}},
    {{"status", "covered"}, {"underlag gäller", "evidence in force"}},
    {{"status", "partly"}, {"underlag gäller delvis", "evidence partly in force"}},
    {{"status", "gap"}, {"saknas", "gap"}},
    {{"status", "not_applicable"}, {"ej tillämpligt", "not applicable"}},
    {{"status", "waived"}, {"undantag", "waived"}},
    {{"status", "advice_unused"}, {"råd som inte används", "advice not used"}},
    {{"status", "not_known"}, {"vet inte", "not known"}},
    {{"status", "decided"}, {"beslutad", "decided"}},
    {{"status", "ongoing"}, {"pågår", "ongoing"}},
    {{"status", "done"}, {"klar", "done"}},
    {{"status", "cancelled"}, {"inställd", "cancelled"}},
    {{"effect", "unchecked"}, {"inte prövad", "not checked"}},
    {{"effect", "effective"}, {"hjälpte", "effective"}},
    {{"effect", "partly"}, {"hjälpte delvis", "partly effective"}},
    {{"effect", "ineffective"}, {"hjälpte inte", "ineffective"}},
    {{"kind", "shortcoming"}, {"brist", "shortcoming"}},
    {{"kind", "good_practice"}, {"gott exempel", "good practice"}},
    {{"kind", "minutes"}, {"protokoll", "minutes"}},
    {{"kind", "workplace_meeting"}, {"arbetsplatsträff", "workplace meeting"}},
    {{"kind", "yearly_report"}, {"berättelse", "yearly report"}},
    {{"kind", "internal_control"}, {"internkontroll", "internal control"}},
    {{"kind", "self_check"}, {"egenkontroll", "self-check"}},
    {{"kind", "case_series"}, {"genomgång av ärenden", "review of cases"}},
    {{"kind", "internal"}, {"internt", "internal"}},
    {{"kind", "external"}, {"externt", "external"}},
    {{"kind", "quality"}, {"kvalitetsberättelse", "quality report"}},
    {{"kind", "patient_safety"}, {"patientsäkerhetsberättelse", "patient-safety report"}},
    {{"kind", "operational"}, {"verksamhet", "operational"}},
    {{"kind", "tertial"}, {"tertialrapport", "tertial report"}},
    {{"kind", "introduction"}, {"introduktionsplan", "introduction plan"}},
    {{"kind", "budget_part"}, {"budget", "budget"}},
    {{"kind", "preparedness"}, {"beredskapsplan", "preparedness plan"}},
    {{"kind", "complaint"}, {"klagomål", "complaint"}},
    {{"kind", "view"}, {"synpunkt", "view"}},
    {{"kind", "praise"}, {"beröm", "praise"}},
    {{"kind", "proposal"}, {"förslag", "proposal"}},
    {{"kind", "deviation"}, {"avvikelse", "deviation"}},
    {{"kind", "lex_sarah_report"}, {"lex Sarah-rapport", "lex Sarah report"}},
    {{"kind", "lex_maria_notice"}, {"lex Maria-anmälan", "lex Maria notice"}},
    {{"kind", "investigated_event"}, {"utredd händelse", "investigated event"}},
    {{"kind", "serious_injury"}, {"allvarlig vårdskada", "serious injury"}},
    {{"source", "self_check"}, {"egenkontroll", "self-check"}},
    {{"source", "risk"}, {"risk", "risk"}},
    {{"source", "compilation"}, {"sammanställning", "compilation"}},
    {{"source", "report"}, {"berättelse", "report"}},
    {{"source", "review"}, {"genomgång", "review"}},
    {{"source", "audit"}, {"granskning", "audit"}},
    {{"source", "supervision"}, {"tillsyn", "supervision"}},
    {{"verdict", "fit"}, {"ändamålsenligt", "fit"}},
    {{"verdict", "unfit"}, {"inte ändamålsenligt", "unfit"}},
    {{"verdict", "none"}, {"", ""}},
    {{"cause", "no_routine"}, {"rutin saknades", "no routine"}},
    {{"cause", "not_followed"}, {"rutinen följdes inte", "not followed"}},
    {{"cause", "resources"}, {"resurser", "resources"}},
    {{"cause", "competence"}, {"kunskap", "competence"}},
    {{"cause", "discrimination"}, {"diskriminering", "discrimination"}},
    {{"cause", "other"}, {"annat", "other"}},
    {{"cause", "unknown"}, {"", ""}},
    {{"outcome", "approved"}, {"godkänt", "approved"}},
    {{"outcome", "approved_with_improvements"},
     {"godkänt med förbättringar", "approved with improvements"}},
    {{"outcome", "not_approved"}, {"inte godkänt", "not approved"}},
    {{"outcome", "none"}, {"ingen bedömning", "none"}},
    {{"measure", "information"}, {"information", "information"}},
    {{"measure", "training"}, {"utbildning", "training"}},
    {{"measure", "practice"}, {"övning", "practice"}},
    {{"measure", "feedback"}, {"återkoppling", "feedback"}},
    {{"force", "binding"}, {"bindande", "binding"}},
    {{"force", "advice"}, {"råd", "advice"}},
    {{"kind", "planning"}, {"planering", "planning"}},
    {{"kind", "risk_dialogue"}, {"riskdialog", "risk dialogue"}},
    {{"kind", "review"}, {"genomgång", "review"}},
    {{"kind", "report"}, {"berättelse", "report"}},
    {{"kind", "budget"}, {"budget", "budget"}},
    {{"kind", "review_due"}, {"översyn", "review due"}},
    {{"kind", "information"}, {"information", "information"}},
    {{"kind", "deadline_by_law"}, {"lagstadgad dag", "deadline by law"}},
    {{"kind", "action"}, {"handlingsplan", "action plan"}},
    {{"kind", "own"}, {"egen", "own"}},
    {{"kind", "contractor"}, {"entreprenör", "contractor"}},
    {{"kind", "act"}, {"lag", "act"}},
    {{"kind", "ordinance"}, {"förordning", "ordinance"}},
    {{"kind", "regulation"}, {"föreskrift", "regulation"}},
    {{"kind", "advice"}, {"allmänna råd", "advice"}},
    {{"kind", "standard"}, {"standard", "standard"}},
    {{"kind", "guidance"}, {"vägledning", "guidance"}},
    {{"kind", "decision"}, {"beslut", "decision"}},
    {{"origin", "law"}, {"lag", "law"}},
    {{"origin", "own"}, {"eget", "own"}},
    {{"origin", "user"}, {"den enskilde", "user"}},
    {{"origin", "contract"}, {"avtal", "contract"}},
    {{"origin", "standard"}, {"standard", "standard"}},
    {{"origin", "unknown"}, {"", ""}},
    {{"origin", "risk"}, {"risk", "risk"}},
    {{"origin", "self_check"}, {"egenkontroll", "self-check"}},
    {{"origin", "analysis"}, {"analys", "analysis"}},
    {{"origin", "finding"}, {"iakttagelse", "finding"}},
    {{"origin", "review"}, {"genomgång", "review"}},
    {{"origin", "report"}, {"berättelse", "report"}},
    {{"origin", "external_change"}, {"ändring utifrån", "external change"}},
    {{"origin", "direct"}, {"direkt", "direct"}},
    {{"exercise", "risk_dialogue"}, {"riskdialog", "risk dialogue"}},
    {{"exercise", "vor"}, {"väsentlighets- och riskanalys", "materiality and risk analysis"}},
    {{"exercise", "change"}, {"förändring", "change"}},
    {{"exercise", "event_analysis"}, {"händelseanalys", "event analysis"}},
    {{"exercise", "work_env"}, {"arbetsmiljö", "work environment"}},
    {{"exercise", "ongoing"}, {"löpande", "ongoing"}},
    {{"handled_in", "unchosen"}, {"", ""}},
    {{"handled_in", "quality"}, {"kvalitetsarbetet", "quality"}},
    {{"handled_in", "internal_control"}, {"internkontrollen", "internal control"}},
    {{"handled_in", "work_env"}, {"arbetsmiljöarbetet", "work environment"}},
    {{"handled_in", "goals"}, {"målen", "goals"}},
    {{"treatment", "unchosen"}, {"", ""}},
    {{"treatment", "reduce"}, {"minska", "reduce"}},
    {{"treatment", "avoid"}, {"undvik", "avoid"}},
    {{"treatment", "transfer"}, {"överför", "transfer"}},
    {{"treatment", "accept"}, {"acceptera", "accept"}},
    {{"form", "checklist"}, {"checklista", "checklist"}},
    {{"form", "self_assessment"}, {"självskattning", "self-assessment"}},
    {{"form", "survey"}, {"enkät", "survey"}},
    {{"form", "audit"}, {"granskning", "audit"}},
    {{"form", "measurement"}, {"mätning", "measurement"}},
    {{"form", "round"}, {"rond", "round"}},
    {{"form", "interview"}, {"intervju", "interview"}},
    {{"form", "comparison"}, {"jämförelse", "comparison"}},
    {{"form", "analysis"}, {"analys", "analysis"}},
    {{"method", "own_history"}, {"egna tidigare värden", "own history"}},
    {{"method", "quality_register"}, {"kvalitetsregister", "quality register"}},
    {{"method", "open_comparison"}, {"öppna jämförelser", "open comparison"}},
    {{"method", "other_units"}, {"andra enheter", "other units"}},
    {{"method", "target_group_survey"}, {"målgruppens erfarenheter", "survey of target group"}},
    {{"method", "record_review"}, {"journalgranskning", "review of records"}},
    {{"method", "staff_attitudes"}, {"personalens förhållningssätt", "staff attitudes"}},
    {{"method", "patient_committee"}, {"patientnämnden", "patient committee"}},
    {{"method", "auditor_stakeholder"},
     {"revisorer och intressenter", "auditors and stakeholders"}},
    {{"weekend", "none"}, {"", ""}},
    {{"weekend", "earlier"}, {"tidigare", "earlier"}},
    {{"weekend", "later"}, {"senare", "later"}},
});

Json in_words(const std::string& column, const Json& value, Language language) {
  if (const auto* const flag = std::get_if<bool>(&value.content())) {
    constexpr Phrase yes{"ja", "yes"};
    constexpr Phrase no{"nej", "no"};
    return Json(std::string((*flag ? yes : no).in(language)));
  }
  const auto code = cell_text(value);
  const auto* const word = find_phrase<CodedValue>(value_words, {column, code});
  return word == nullptr ? value : Json(std::string(word->in(language)));
}

}  // namespace

std::string_view value_text(std::string_view column, std::string_view code, Language language) {
  const auto* const word = find_phrase<CodedValue>(value_words, {column, code});
  return word == nullptr ? code : word->in(language);
}

ValueTable table_in_words(const ValueTable& table, Language language) {
  auto words = table;
  for (auto& row : words.rows) {
    for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i)
      row[i] = in_words(table.columns[i], row[i], language);
  }
  return words;
}

}  // namespace handbok
