#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits. Safe from any thread.
std::string sha256_hex(std::string_view bytes);

/// "sha256:" and the digest of the bytes, as approvals, manifests and the ledger write it.
std::string digest_name(std::string_view bytes);

/// True if the text is of that form.
bool is_digest_name(std::string_view text);

}  // namespace handbok
