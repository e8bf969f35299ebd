#include "questions/due_words.hpp"

#include <algorithm>
#include <array>

namespace handbok {

std::string_view category_of(DueKind kind, Language language) {
  struct Category {
    DueKind kind;
    std::string_view swedish;
    std::string_view english;
  };
  constexpr auto categories = std::to_array<Category>({
      {DueKind::review, "Översyn", "Review"},
      {DueKind::validity, "Går ut", "Expires"},
      {DueKind::self_check, "Egenkontroll", "Self-check"},
      {DueKind::action, "Åtgärd", "Action"},
      {DueKind::effect_check, "Effekten prövas", "Effect check"},
      {DueKind::compilation, "Sammanställning", "Compilation"},
      {DueKind::contract_report, "Entreprenörens rapport", "Contractor's report"},
      {DueKind::calendar, "Årshjul", "Calendar"},
      {DueKind::forum, "Möte", "Meeting"},
      {DueKind::rollout, "Införande", "Roll-out"},
  });
  const auto* const found = std::ranges::find(categories, kind, &Category::kind);
  if (found == categories.end()) return {};
  return language == Language::swedish ? found->swedish : found->english;
}

std::string compilation_title(std::string_view period, Language language) {
  const std::string_view words = language == Language::swedish ? "Sammanställning med analys, "
                                                               : "Compilation with analysis, ";
  return std::string(words).append(period);
}

}  // namespace handbok
