#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// "sha256:" and the digest of the bytes, as approvals, manifests and the ledger write it.
std::string digest_name(std::string_view bytes);

/// True if the text is of that form.
bool is_digest_name(std::string_view text);

}  // namespace handbok
