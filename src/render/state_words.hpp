#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "derive/missing_history.hpp"
#include "render/html.hpp"
#include "render/words.hpp"

namespace handbok {

/// The revision of the document that was, is or will be in force on `day`, as known on the day of
/// the view; nullptr if none.
const Revision* revision_on(const DocumentDay& document, Date day);

/// The last day of an interval that has an end.
inline Date last_day(const Interval& interval) {
  return interval.to->plus_days(-1);
}

/// "Utgåva 1–2 finns inte i handboken. Förvaras i …": below a heading that says that it is not
/// known.
std::string missing_text(const MissingHistory& missing, const WordTable& words);

/// "1 juni 2026 – 30 september 2026", or "från 1 juni 2026" if there is no end.
Html validity_html(const Interval& validity, const WordTable& words);

/// The same without markup, to be escaped.
std::string validity_text(const Interval& validity, const WordTable& words);

/// What readers call the state: "Gäller", "Ersatt" …
Word state_word(RevisionState state);

/// The CSS class of the badge that shows it: "in-force", "superseded" …
std::string_view state_class(RevisionState state);

/// Why the revision at `index` of the document no longer applies: what took its place, or the
/// reason of the decision. Empty if it applies, or ran out by itself.
std::string why_ended(const DocumentDay& document, std::size_t index, const WordTable& words);

}  // namespace handbok
