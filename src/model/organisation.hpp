#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// A step of the organisation, such as "department"; the order in handbook.toml is from the top.
struct OrgLevel {
  std::string id;
  std::string name;
  Location location{};
};

/// Where a unit lay in the tree until a day.
struct EarlierParent {
  UnitId parent;
  Date until;  ///< first day under the next parent
};

enum class UnitKind : std::uint8_t { own, contractor };

/// When a number is answered.
enum class PhoneHours : std::uint8_t { always, daytime, out_of_hours };

/// The number of a function at a unit; never of a person.
struct UnitPhone {
  RoleId role;
  std::string name;   ///< what the function is called there; empty: as the role
  std::string phone;  ///< as it is read aloud: "0980-319 200"
  PhoneHours when = PhoneHours::always;
};

/// A part of the organisation. The tree is dated: ask `parent_on` of derive/organisation.
struct OrgUnit {
  UnitId id;
  std::string name;
  std::string level;
  UnitId parent;                               ///< the present parent; empty for the principal
  std::vector<EarlierParent> earlier_parents;  ///< by rising `until`
  std::vector<RegimeId> regimes;
  UnitKind kind = UnitKind::own;
  bool operative = true;  ///< false: a staff unit, which gives no care or service itself
  RoleId head;
  std::string contact;            ///< a function, never a person
  std::vector<UnitPhone> phones;  ///< ask `phones_of` of derive/phones, which looks above too
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which the unit no longer exists
  std::vector<UnitId> succeeded_by;
  Location location;
};

/// A public key that signs for a role. Whether it counts depends on the ledger, not on a calendar
/// that somebody could set back: a statement names the newest entry that its signer knew.
struct RoleKey {
  std::string text;            ///< "ssh-ed25519 AAAA…"
  int from = 0;                ///< the first entry at which it counts
  std::optional<int> until;    ///< the first entry at which it no longer counts
  std::optional<int> revoked;  ///< from this entry on it may have been in wrong hands
  Location location;
};

/// A function that answers for something; never a person.
struct Role {
  RoleId id;
  std::string name;
  std::string level;
  bool collegial = false;  ///< a board or committee: its decisions need a reference
  bool licensed = false;   ///< needs a licence to practise
  std::vector<std::string> aliases;
  std::string mission;
  std::string contact;
  std::vector<RoleKey> keys;
  Location location;
};

}  // namespace handbok
