#include "render/revision_times.hpp"

namespace handbok {

const Revision* revision_on(const DocumentDay& document, Date day) {
  for (std::size_t i = 0; i < document.revisions.size(); ++i) {
    const auto& validity = document.revisions[i].validity;
    if (validity && validity->contains(day)) return &document.document->revisions[i];
  }
  return nullptr;
}

std::string missing_text(const MissingHistory& missing, const WordTable& words) {
  const auto place = missing.kept_in();
  return words.fill(Word::missing_revisions, {missing.numbers()}) + " " +
         (place.empty() ? words[Word::missing_unknown] : words.fill(Word::missing_kept, {place}));
}

Html validity_html(const Interval& validity, const WordTable& words) {
  const auto from = date_html(validity.from, words).text;
  if (!validity.to) return word_html(words, Word::validity_from, {from});
  const auto last = date_html(last_day(validity), words).text;
  return word_html(words, Word::validity_span, {from, last});
}

}  // namespace handbok
