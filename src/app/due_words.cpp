#include "app/due_words.hpp"

namespace handbok {

std::string_view category_of(DueKind kind, Language language) {
  const bool is_swedish = language == Language::swedish;
  switch (kind) {
    case DueKind::review:
      return is_swedish ? "Översyn" : "Review";
    case DueKind::validity:
      return is_swedish ? "Går ut" : "Expires";
    case DueKind::self_check:
      return is_swedish ? "Egenkontroll" : "Self-check";
    case DueKind::action:
      return is_swedish ? "Åtgärd" : "Action";
    case DueKind::effect_check:
      return is_swedish ? "Effekten prövas" : "Effect check";
    case DueKind::compilation:
      return is_swedish ? "Sammanställning" : "Compilation";
    case DueKind::contract_report:
      return is_swedish ? "Entreprenörens rapport" : "Contractor's report";
    case DueKind::calendar:
      return is_swedish ? "Årshjul" : "Calendar";
  }
  return {};
}

std::string compilation_title(std::string_view period, Language language) {
  const std::string_view words = language == Language::swedish ? "Sammanställning med analys, "
                                                               : "Compilation with analysis, ";
  return std::string(words).append(period);
}

}  // namespace handbok
