#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/missing_history.hpp"
#include "derive/state_names.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// What applied of one document on a day: one row of `handbok asof`.
struct AsOfRow {
  DocumentId id;
  std::string title;
  std::optional<int> revision;  ///< the one in force, or the last one of an expired document
  DocumentState state = DocumentState::unknown;
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;        ///< first day on which it no longer applies
  std::optional<MissingHistory> missing;  ///< what applied, if anything, is not known
};

/// One row for each document that is or was adopted, by id, and of which it is not known what
/// applied. With a unit only those whose revision in force applies to it, the unit's effective
/// handbook; then those of which it is not known. With a document only its row, or that of the text
/// that replaces it in the unit.
std::vector<AsOfRow> as_of_rows(const DayView& view, const OrgUnit* unit,
                                std::string_view document = {});

/// "not_known", or the name of the row's state.
std::string_view state_name(const AsOfRow& row);

/// What the handbook does not know: "Vet inte: utgåva 1–2 finns inte här; de förvaras i …".
std::string missing_text(const MissingHistory& missing, Language language);

/// What it does not know of days before its history, or that of a register, begins as a whole;
/// empty on later days.
std::string incomplete_text(const DayView& view, Date day, Language language,
                            std::string_view register_name = "texts");

/// The answer if the rows are none: that nothing applied only where that is known, of the day, of
/// the document, and at a unit that follows the handbook.
std::string nothing_text(const DayView& view, const OrgUnit* unit, std::string_view document,
                         Language language);

}  // namespace handbok
