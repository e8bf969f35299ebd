#pragma once

#include <optional>
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

/// The part of a handbook that a profile shows, and the documents that it must not hear of.
struct ProfileSelection {
  Handbook handbook;
  std::vector<const Document*> hidden;  ///< of the whole handbook
  std::vector<RevisionKey> hidden_by;   ///< of each of them the revision whose scope decides
  std::vector<std::string> rows;        ///< ids of the rows of registers that went with them
  bool has_registers = true;            ///< false: all rows went
};

/// Takes out of a handbook whatever the profile does not show on the day: documents whose revision
/// that applies, or else whose newest, is for others; other revisions that are; rows of registers
/// that name such a document; and every mention of one by id. Without pages for registers, all rows
/// go. No value if the profile shows everything.
std::optional<ProfileSelection> select_profile(const DayView& view, const Profile& profile);

}  // namespace handbok
