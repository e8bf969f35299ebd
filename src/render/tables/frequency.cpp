#include "render/tables/frequency.hpp"

#include <algorithm>
#include <array>

namespace handbok {

std::string frequency_text(int months, const WordTable& words) {
  struct Frequency {
    int months;
    Word word;
  };
  constexpr auto frequencies = std::to_array<Frequency>({
      {0, Word::frequency_event},
      {1, Word::frequency_month},
      {2, Word::frequency_2},
      {3, Word::frequency_quarter},
      {4, Word::frequency_tertial},
      {5, Word::frequency_5},
      {6, Word::frequency_half_year},
      {7, Word::frequency_7},
      {8, Word::frequency_8},
      {9, Word::frequency_9},
      {10, Word::frequency_10},
      {11, Word::frequency_11},
      {12, Word::frequency_year},
      {24, Word::frequency_24},
      {36, Word::frequency_36},
  });
  const auto* const found = std::ranges::find(frequencies, months, &Frequency::months);
  if (found != frequencies.end()) return words[found->word];
  return words.fill(Word::frequency_months, {std::to_string(months)});
}

}  // namespace handbok
