#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// From when everything of the register is here, "risks": its own day, or else the handbook's; none
/// if that is not said. A name that is no register's: of documents.
std::optional<Date> said_history(const Settings& settings, std::string_view register_name);

/// True if what the registers, words apart ("risks actions"), do not say of the day was not so.
/// Before the history of one of them begins that is not known: what it does not hold may say it. If
/// nothing is said of when it begins, nothing is known on days before the handbook's first text,
/// and it is taken at its word on later ones. "texts", and every name that is no register: of
/// documents.
bool is_known(const DayView& view, Date day, std::string_view places = "texts");

/// True if what a row of the register says that somebody decided was so on the day of the view: by
/// its day, or, if it has none, as far back as the register is known.
bool was_decided(const DayView& view, const std::optional<Date>& on,
                 std::string_view register_name);

/// Revisions that applied before the handbook began and that it does not hold.
struct MissingHistory {
  int first = 1;
  int last = 1;
  std::vector<EarlierRevision> told{};  ///< those of them that earlier.toml tells of, by number
  /// The first that the handbook holds, and when it entered into force: from then on it knows.
  const Revision* held = nullptr;
  std::optional<Date> until{};

  /// "1–2", or "2".
  std::string numbers() const;
  /// Where they are kept, each place once; empty if nothing says so.
  std::string kept_in() const;
  /// True if a place is named for every one of them.
  bool is_accounted_for() const;
};

/// The revisions before the first adopted one that the handbook holds; none if that is number 1, or
/// if nothing was ever adopted.
std::optional<MissingHistory> missing_history(const Document& document);

/// Those of them that may have applied on the day: for all that the handbook knows, one of them
/// did. If nothing that is here was ever adopted, `held` is the first text and `until` is empty,
/// and only what earlier.toml tells of counts. None if it is known that none did: by the dates of
/// earlier.toml, or because the handbook is said to hold everything from that day (`history_from`)
/// and earlier.toml tells of no other.
std::optional<MissingHistory> missing_on(const Handbook& handbook, const Document& document,
                                         Date day);

/// The documents of which it is not known whether something applied on the day, in the order of the
/// handbook. With a unit only those whose first known revision would have applied there: how far
/// the missing ones reached is not known either.
std::vector<MissingHistory> missing_documents(const DayView& view, const OrgUnit* unit);

}  // namespace handbok
