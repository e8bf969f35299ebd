#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/expected.hpp"

namespace handbok {

/// What an approval is signed for; a signature on anything else has another namespace.
constexpr std::string_view approval_namespace = "handbok-approval";

/// A public key as OpenSSH writes it.
struct SshKey {
  std::string kind;  ///< "ssh-ed25519"
  std::string blob;  ///< its bytes: two keys are the same if these are

  bool operator==(const SshKey&) const = default;
};

enum class SshKeyFault : std::uint8_t {
  form,      ///< not "kind base64", or with a comment, which may name a person
  kind,      ///< a kind that is not taken
  too_short  ///< an RSA key of less than 2048 bits
};

/// Reads the first two words of an OpenSSH public key file. Takes ed25519 and ecdsa, also on
/// security keys, and rsa.
Expected<SshKey, SshKeyFault> parse_ssh_key(std::string_view text);

/// What an OpenSSH signature says of itself (PROTOCOL.sshsig). Whether it is true is for
/// ssh-keygen to say.
struct SshSignature {
  std::string key_blob;
  std::string name_space;
};

/// Reads an armoured signature. The armour must be all there is: one block, one line end after it,
/// no other way to write the same bytes. OpenSSH itself takes garbage behind it (reliability 2.3).
std::optional<SshSignature> parse_ssh_signature(std::string_view armour);

/// The bytes that base64 text (RFC 4648, padded, without blanks or line ends) stands for. No value
/// if it is not the one way in which those bytes are written.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace handbok
