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
    {{"status", "covered"}, {"belagt", "covered"}},
    {{"status", "partly"}, {"delvis", "partly"}},
    {{"status", "gap"}, {"lucka", "gap"}},
    {{"status", "not_applicable"}, {"ej tillämpligt", "not applicable"}},
    {{"status", "waived"}, {"undantag", "waived"}},
    {{"status", "advice_unused"}, {"råd som inte används", "advice not used"}},
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
    {{"kind", "operational"}, {"verksamhetsberättelse", "operational report"}},
    {{"kind", "tertial"}, {"tertialrapport", "tertial report"}},
    {{"kind", "operational_plan"}, {"verksamhetsplan", "operational plan"}},
    {{"kind", "action_plan"}, {"handlingsplan", "action plan"}},
    {{"kind", "introduction"}, {"introduktionsplan", "introduction plan"}},
    {{"kind", "self_check_plan"}, {"plan för egenkontroll", "self-check plan"}},
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
    {{"carry_over", "true"}, {"ja", "yes"}},
    {{"carry_over", "false"}, {"nej", "no"}},
});

Json in_words(const std::string& column, const Json& value, Language language) {
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
