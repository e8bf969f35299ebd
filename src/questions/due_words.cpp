#include "questions/due_words.hpp"

#include <array>

#include "diag/phrase.hpp"

namespace handbok {

std::string_view category_of(DueKind kind, Language language) {
  constexpr auto categories = std::to_array<PhraseOf<DueKind>>({
      {DueKind::review, {"Översyn", "Review"}},
      {DueKind::validity, {"Går ut", "Expires"}},
      {DueKind::self_check, {"Egenkontroll", "Self-check"}},
      {DueKind::action, {"Åtgärd", "Action"}},
      {DueKind::effect_check, {"Effekten prövas", "Effect check"}},
      {DueKind::compilation, {"Sammanställning", "Compilation"}},
      {DueKind::contract_report, {"Entreprenörens rapport", "Contractor's report"}},
      {DueKind::calendar, {"Årshjul", "Calendar"}},
      {DueKind::forum, {"Möte", "Meeting"}},
      {DueKind::rollout, {"Införande", "Roll-out"}},
      {DueKind::register_day, {"Register", "Register"}},
  });
  const auto* const found = find_phrase(categories, kind);
  return found == nullptr ? std::string_view{} : found->in(language);
}

std::string compilation_title(std::string_view period, Language language) {
  constexpr Phrase words{"Sammanställning med analys, ", "Compilation with analysis, "};
  return std::string(words.in(language)).append(period);
}

}  // namespace handbok
