#pragma once

#include <optional>

#include "derive/missing_history.hpp"
#include "render/html.hpp"

namespace handbok {

/// The revision of the document that was, is or will be in force on `day`, as known on the day of
/// the view; nullptr if none.
const Revision* revision_on(const DocumentDay& document, Date day);

/// The last day of an interval that has an end.
inline Date last_day(const Interval& interval) {
  return interval.to->plus_days(-1);
}

/// "Vet inte: utgåva 1–2 finns inte i handboken. Förvaras i …".
std::string missing_text(const MissingHistory& missing, const WordTable& words);

/// "1 juni 2026 – 30 september 2026", or "från 1 juni 2026" if there is no end.
Html validity_html(const Interval& validity, const WordTable& words);

}  // namespace handbok
