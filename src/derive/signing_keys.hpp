#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"

namespace handbok {

/// How a key stands to a role at an entry of the ledger.
enum class KeyStanding : std::uint8_t {
  unknown,  ///< no role has it
  of_other_role,
  expired,  ///< not yet, or no longer, the role's at that entry
  counts,
  revoked  ///< for whichever role: what was in wrong hands is nobody's
};

/// The key that made a signature, as the register knows it. Asked for by the bytes of the key.
struct SigningKey {
  KeyStanding standing = KeyStanding::unknown;
  const RoleKey* key = nullptr;  ///< the row that decided; none if the key is not known
  std::vector<RoleId> holders;   ///< all roles that have the key
};

SigningKey find_signing_key(const Handbook& handbook, const RoleId& role, std::string_view key_blob,
                            int entry);

/// True if a role by that id can be named in a list of allowed signers as it is: letters, digits,
/// hyphens and underscores, none of which is a pattern there (reliability 2.3).
bool can_sign(const RoleId& role);

/// The line of a list of allowed signers that lets the key sign for the role, and nothing else.
std::string allowed_signer(const RoleId& role, const RoleKey& key);

}  // namespace handbok
