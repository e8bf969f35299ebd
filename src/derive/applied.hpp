#pragma once

#include <optional>
#include <vector>

#include "derive/missing_history.hpp"

namespace handbok {

/// How long one text of a document applied in a unit, or how long it is not known what did.
struct AppliedStretch {
  const Revision* text = nullptr;  ///< the first that is held, if `missing` applied before it
  std::optional<MissingHistory> missing{};  ///< what the handbook does not hold
  std::optional<Date> from{};               ///< none: as far back as anybody may ask
  std::optional<Date> until{};              ///< first day on which it no longer did; none: it does

  bool overlaps(const AppliedStretch& other) const {
    const auto ends_before = [](const AppliedStretch& a, const AppliedStretch& b) {
      return a.until && b.from && *a.until <= *b.from;
    };
    return !ends_before(*this, other) && !ends_before(other, *this);
  }
  bool contains(Date day) const { return (!from || *from <= day) && (!until || day < *until); }
};

/// What applied in each unit from when to when, up to the day of a view, as it was known on each
/// day: the answers of effective_handbook() and missing_documents() for all days at once. Refers to
/// the view, which must outlive it. Safe to read from any thread once built.
class AppliedHistory {
public:
  explicit AppliedHistory(const DayView& view);

  /// By document, and then by day. A text that a local one replaced there is left out for as long.
  std::vector<AppliedStretch> in(const OrgUnit& unit) const;

  /// What a document was on the days of each stretch, wherever it reached; in the order of days.
  std::vector<AppliedStretch> of(const Document& document) const;

private:
  /// The organisation from a day on.
  struct Era {
    std::optional<Date> from;
    UnitsOnDay units;
  };

  void add_reached(std::vector<AppliedStretch>& stretches, const AppliedStretch& stretch,
                   const OrgUnit& unit) const;

  const DayView* view_;
  std::vector<Era> eras_;
  std::vector<std::vector<AppliedStretch>> documents_;  ///< in their order
};

}  // namespace handbok
