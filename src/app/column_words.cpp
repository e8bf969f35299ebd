#include "app/column_words.hpp"

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
    {"acceptor", "Godtas av", "Accepted by"},
    {"analysed_by", "Analyseras av", "Analysed by"},
    {"analysed_on", "Analyserad", "Analysed"},
    {"band", "Nivå", "Band"},
    {"bond", "Samband", "Bond"},
    {"checks", "Kontrollerar", "Checks"},
    {"clause", "Lagrum", "Clause"},
    {"closed_on", "Avslutad", "Closed"},
    {"consequence", "Konsekvens", "Consequence"},
    {"count", "Antal", "Count"},
    {"date", "Datum", "Date"},
    {"decided_on", "Beslutad", "Decided"},
    {"decisions", "Ledde till", "Led to"},
    {"done_on", "Utförd", "Done"},
    {"due_on", "Klart senast", "Due"},
    {"effect", "Effekt", "Effect"},
    {"effect_check_on", "Effekten prövas", "Effect to be checked"},
    {"every_months", "Var n:te månad", "Every n months"},
    {"event", "Händelse", "Event"},
    {"evidence", "Belägg", "Evidence"},
    {"first_day", "Första dag", "First day"},
    {"followed_up_by", "Uppföljning", "Follow-up"},
    {"group", "Grupp", "Group"},
    {"handled_by", "Hanteras med", "Handled by"},
    {"head", "Chef", "Head"},
    {"id", "Id", "Id"},
    {"in_force_from", "I kraft", "In force"},
    {"kind", "Slag", "Kind"},
    {"last_done", "Senast utförd", "Last done"},
    {"level", "Nivå", "Level"},
    {"name", "Namn", "Name"},
    {"next_day", "Nästa gång", "Next"},
    {"next_review", "Nästa översyn", "Next review"},
    {"number", "Nummer", "Number"},
    {"origin", "Ursprung", "Origin"},
    {"outcome", "Utfall", "Outcome"},
    {"owner", "Ansvarig", "Owner"},
    {"parent", "Överordnad", "Parent"},
    {"performed_by", "Utförs av", "Performed by"},
    {"planned_in", "Planerad i", "Planned in"},
    {"probability", "Sannolikhet", "Probability"},
    {"process", "Process", "Process"},
    {"regimes", "Lagrum", "Regimes"},
    {"repealed_on", "Upphävd", "Repealed"},
    {"replaced_by", "Ersatt av", "Replaced by"},
    {"responsible", "Ansvar", "Responsible"},
    {"revision", "Utgåva", "Revision"},
    {"severity", "Grad", "Severity"},
    {"short_name", "Kortnamn", "Short name"},
    {"state", "Läge", "State"},
    {"status", "Läge", "Status"},
    {"subject", "Gäller", "Subject"},
    {"target", "Mål", "Target"},
    {"text", "Text", "Text"},
    {"title", "Rubrik", "Title"},
    {"topic", "Ämne", "Topic"},
    {"type", "Typ", "Type"},
    {"unit", "Enhet", "Unit"},
    {"units", "Enheter", "Units"},
    {"until", "Till", "Until"},
    {"valid_from", "Gäller från", "Valid from"},
    {"valid_until", "Gäller till", "Valid until"},
    {"value", "Värde", "Value"},
    {"words", "Ord", "Words"},
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
