#include "questions/column_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace handbok {
namespace {

struct ColumnWord {
  std::string_view column;
  std::string_view swedish;
  std::string_view english;
};

constexpr auto column_words = std::to_array<ColumnWord>({
    {"about", "Gäller", "About"},
    {"acceptor", "Godtas av", "Accepted by"},
    {"agenda", "Dagordning", "Agenda"},
    {"agreement", "Avtal", "Agreement"},
    {"analysed_by", "Analyseras av", "Analysed by"},
    {"analysed_on", "Analyserad", "Analysed"},
    {"band", "Nivå", "Band"},
    {"basis", "Grund", "Basis"},
    {"board_action", "Nämndens beslut", "Board's decision"},
    {"bond", "Samband", "Bond"},
    {"carry_over", "Förs över till nästa år", "Carried over"},
    {"cause", "Orsak", "Cause"},
    {"checks", "Kontrollerar", "Checks"},
    {"clause", "Lagrum", "Clause"},
    {"closed_on", "Avslutad", "Closed"},
    {"conclusion", "Slutsats", "Conclusion"},
    {"conditions", "Villkor", "Conditions"},
    {"consequence", "Konsekvens", "Consequence"},
    {"contact", "Kontaktväg", "Contact"},
    {"count", "Antal", "Count"},
    {"covers", "Omfattar", "Covers"},
    {"date", "Datum", "Date"},
    {"decided_by", "Beslutat av", "Decided by"},
    {"decided_on", "Beslutad", "Decided"},
    {"decider", "Beslutar", "Decided by"},
    {"decision", "Beslut", "Decision"},
    {"decisions", "Ledde till", "Led to"},
    {"definition", "Betydelse", "Definition"},
    {"delegated_by", "På delegation från", "Delegated by"},
    {"deprecated", "Skriv inte", "Do not write"},
    {"description", "Beskrivning", "Description"},
    {"document", "Dokument", "Document"},
    {"documents", "Dokument", "Documents"},
    {"done_on", "Utförd", "Done"},
    {"due_on", "Klart senast", "Due"},
    {"effect", "Effekt", "Effect"},
    {"effect_check_on", "Effekten prövas", "Effect to be checked"},
    {"escalated_to", "Lyft till", "Raised to"},
    {"event", "Händelse", "Event"},
    {"every_months", "Var n:te månad", "Every n months"},
    {"evidence", "Belägg", "Evidence"},
    {"first_day", "Första dag", "First day"},
    {"followed_up_by", "Uppföljning", "Follow-up"},
    {"force", "Verkan", "Force"},
    {"found_on", "Sågs", "Seen"},
    {"from", "Från", "From"},
    {"group", "Grupp", "Group"},
    {"handled_by", "Hanteras med", "Handled by"},
    {"head", "Chef", "Head"},
    {"held_on", "Hölls", "Held"},
    {"holds", "Innehåller", "Holds"},
    {"id", "Id", "Id"},
    {"in_force_from", "I kraft", "In force"},
    {"investigated_by", "Utreds av", "Investigated by"},
    {"investigated_events", "Utredda händelser", "Investigated events"},
    {"kept_at", "Finns", "Kept at"},
    {"kind", "Slag", "Kind"},
    {"last_done", "Senast utförd", "Last done"},
    {"level", "Nivå", "Level"},
    {"measure", "Hur", "Measure"},
    {"method", "Metod", "Method"},
    {"minutes", "Protokoll", "Minutes"},
    {"name", "Namn", "Name"},
    {"next_day", "Nästa gång", "Next"},
    {"next_review", "Nästa översyn", "Next review"},
    {"note", "Anteckning", "Note"},
    {"number", "Nummer", "Number"},
    {"origin", "Ursprung", "Origin"},
    {"outcome", "Utfall", "Outcome"},
    {"owner", "Ansvarig", "Owner"},
    {"parent", "Överordnad", "Parent"},
    {"participants", "Deltagare", "Participants"},
    {"partner", "Med vem", "Partner"},
    {"partner_kinds", "Slag av part", "Kinds of partner"},
    {"performed_by", "Utförs av", "Performed by"},
    {"period", "Hur ofta", "How often"},
    {"plan", "Plan", "Plan"},
    {"planned_in", "Planerad i", "Planned in"},
    {"planned_on", "Planerad", "Planned"},
    {"principles", "Så fungerar den", "Principles"},
    {"probability", "Sannolikhet", "Probability"},
    {"process", "Process", "Process"},
    {"processes", "Processer", "Processes"},
    {"purpose", "Syfte", "Purpose"},
    {"received_on", "Kom in", "Received"},
    {"ref", "Stöd", "Reference"},
    {"regimes", "Lagrum", "Regimes"},
    {"repealed_on", "Upphävd", "Repealed"},
    {"replaced_by", "Ersatt av", "Replaced by"},
    {"report_to", "Anmäls till", "Reported to"},
    {"requirements", "Krav", "Requirements"},
    {"responsible", "Ansvar", "Responsible"},
    {"revision", "Utgåva", "Revision"},
    {"risk", "Risk", "Risk"},
    {"roles", "Roller", "Roles"},
    {"routine", "Rutin", "Routine"},
    {"serious_injuries", "Allvarliga vårdskador", "Serious injuries"},
    {"severity", "Grad", "Severity"},
    {"short_name", "Kortnamn", "Short name"},
    {"source", "Källa", "Source"},
    {"source_id", "Källans id", "Source id"},
    {"state", "Läge", "State"},
    {"status", "Läge", "Status"},
    {"subject", "Gäller", "Subject"},
    {"synonyms", "Kallas också", "Synonyms"},
    {"target", "Mål", "Target"},
    {"term", "Begrepp", "Term"},
    {"text", "Text", "Text"},
    {"title", "Rubrik", "Title"},
    {"to", "Till och med", "Last day"},
    {"topic", "Ämne", "Topic"},
    {"type", "Typ", "Type"},
    {"unit", "Enhet", "Unit"},
    {"units", "Enheter", "Units"},
    {"until", "Till", "Until"},
    {"url", "Adress", "Address"},
    {"use", "När den används", "Use"},
    {"used_in", "Används i", "Used in"},
    {"valid_from", "Gäller från", "Valid from"},
    {"valid_until", "Gäller till", "Valid until"},
    {"value", "Värde", "Value"},
    {"verdict", "Bedömning", "Verdict"},
    {"what", "Vad", "What"},
    {"when", "När", "When"},
    {"words", "Ord", "Words"},
    {"year", "År", "Year"},
});

}  // namespace

std::vector<std::string> column_headings(const std::vector<std::string>& columns,
                                         Language language) {
  auto headings = columns;
  for (auto& heading : headings) {
    const auto* const word = std::ranges::find(column_words, heading, &ColumnWord::column);
    if (word == column_words.end()) continue;
    heading = language == Language::swedish ? word->swedish : word->english;
  }
  return headings;
}

}  // namespace handbok
