#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/state_names.hpp"

namespace handbok {

/// What applied of one document on a day: one row of `handbok asof`.
struct AsOfRow {
  DocumentId id;
  std::string title;
  std::optional<int> revision;  ///< the one in force, or the last one of an expired document
  DocumentState state = DocumentState::unknown;
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;  ///< first day on which it no longer applies
};

/// One row for each document that is or was adopted, by id. With a unit only those whose revision
/// in force applies to it: the unit's effective handbook.
std::vector<AsOfRow> as_of_rows(const DayView& view, const OrgUnit* unit);

}  // namespace handbok
