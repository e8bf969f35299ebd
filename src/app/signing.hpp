#pragma once

#include <string>

#include "edit/requests.hpp"

namespace handbok {

/// Lets the steps be signed with the key in a file, when it comes to that. If the request names a
/// folder as its ledger, that is read: the folder that is published to, or a copy with `ledger/`
/// in it; "0" is the ledger before the first publication. Throws IoError.
void sign_with(const std::string& key_file, ApprovalSteps& request);

}  // namespace handbok
