#include "render/tables/frequency.hpp"

namespace handbok {

std::string frequency_text(int months, const WordTable& words) {
  switch (months) {
    case 0:
      return words[Word::frequency_event];
    case 1:
      return words[Word::frequency_month];
    case 3:
      return words[Word::frequency_quarter];
    case 4:
      return words[Word::frequency_tertial];
    case 6:
      return words[Word::frequency_half_year];
    case 12:
      return words[Word::frequency_year];
    default:
      return words.fill(Word::frequency_months, {std::to_string(months)});
  }
}

}  // namespace handbok
