#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// The profile of that name: one of handbook.toml, or else one of those that every handbook has.
/// `internal` (also if the name is empty) shows what is for the organisation and for everybody;
/// `external` what is for everybody, on the kinds of pages that tell of documents. No value if
/// there is none.
std::optional<Profile> find_profile(const Settings& settings, std::string_view name);

/// The profile that is meant if none is named.
inline constexpr std::string_view default_profile = "internal";

/// The part of a handbook that a profile shows, and what of the whole it must not hear of.
struct ProfileSelection {
  const DayView* whole = nullptr;
  std::optional<Handbook> cut;         ///< none: the profile shows everything
  std::vector<RevisionKey> hidden_by;  ///< of each hidden document the revision that decides it
  std::set<std::string, std::less<>> rows;  ///< ids of the rows of registers that went with them
  bool has_registers = true;                ///< false: all rows went
  std::vector<std::string> pages;           ///< the kinds of pages that its site has; empty: all

  const Handbook& handbook() const { return cut ? *cut : whole->handbook(); }
  bool shows_everything() const { return !cut && pages.empty(); }
};

/// Takes out of a handbook whatever the profile does not show on the day: documents whose revision
/// that applies, or else whose newest, is for others; other revisions that are; rows of registers
/// that name such a document; and every mention of one by id. Without pages for registers, all rows
/// go. Refers to `whole`.
ProfileSelection select_profile(const DayView& whole, const Profile& profile);

}  // namespace handbok
