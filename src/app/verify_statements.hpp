#pragma once

#include "model/handbook.hpp"

namespace handbok {

/// Asks ssh-keygen about every signed step whose armour is whole and whose key the register knows,
/// and writes its answer down. A handbook without signed steps asks nothing.
void verify_statements(Handbook& handbook);

}  // namespace handbok
