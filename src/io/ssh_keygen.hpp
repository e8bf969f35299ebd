#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/expected.hpp"

namespace handbok {

// The only user of the program ssh-keygen (OpenSSH). All cryptography of signatures is its own.

enum class SshKeygenAnswer : std::uint8_t {
  yes,
  no,
  none  ///< it is missing or gave no answer in time
};

/// A signature to be judged.
struct SignatureToVerify {
  std::string_view statement;        ///< what was signed
  std::string_view armour;           ///< the signature
  std::string_view allowed_signers;  ///< one line of such a list
  std::string_view signer;           ///< who must be named there
  std::string_view name_space;
};

/// Asks `ssh-keygen -Y verify`; its exit status is the answer. Throws IoError if the files that it
/// reads cannot be written.
SshKeygenAnswer verify_signature(const SignatureToVerify& signature);

enum class SigningFailure : std::uint8_t { no_program, refused, too_slow };

/// The armoured signature of the statement by the key in a file, private or (with an agent or card)
/// public. May ask for a passphrase or a touch, in the terminal only.
Expected<std::string, SigningFailure> sign_statement(std::string_view statement,
                                                     const std::string& key_file,
                                                     std::string_view name_space);

}  // namespace handbok
