#pragma once

#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Makes the handbook's own registers of what [[register]] in handbook.toml says, without rows. A
/// declaration that contradicts itself, or takes a name that is taken, is reported, stops the build
/// and gives no register.
void declare_own_registers(Handbook& handbook, Diagnostics& diagnostics);

}  // namespace handbok
