#include "derive/signing_keys.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/ssh_format.hpp"

namespace handbok {
namespace {

KeyStanding standing_at(const RoleKey& key, bool is_of_role, int entry) {
  if (key.revoked && entry >= *key.revoked) return KeyStanding::revoked;
  if (!is_of_role) return KeyStanding::of_other_role;
  const bool is_in_time = entry >= key.from && (!key.until || entry < *key.until);
  return is_in_time ? KeyStanding::counts : KeyStanding::expired;
}

}  // namespace

SigningKey find_signing_key(const Handbook& handbook, const RoleId& role, std::string_view key_blob,
                            int entry) {
  SigningKey found;
  for (const auto& holder : handbook.roles) {
    for (const auto& key : holder.keys) {
      const auto parsed = parse_ssh_key(key.text);
      if (!parsed || parsed->blob != key_blob) continue;
      if (found.holders.empty() || found.holders.back() != holder.id)
        found.holders.push_back(holder.id);
      const auto standing = standing_at(key, holder.id == role, entry);
      // A role may have had a key twice; of its rows one that counts decides.
      if (standing <= found.standing) continue;
      found.standing = standing;
      found.key = &key;
    }
  }
  return found;
}

bool can_sign(const RoleId& role) {
  return !role.empty() && std::ranges::all_of(role, [](char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_';
  });
}

std::string allowed_signer(const RoleId& role, const RoleKey& key) {
  return std::string(role)
      .append(" namespaces=\"")
      .append(approval_namespace)
      .append("\" ")
      .append(key.text);
}

}  // namespace handbok
