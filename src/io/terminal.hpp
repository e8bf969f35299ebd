#pragma once

namespace handbok {

/// True if stdout is a terminal and NO_COLOR is not set.
bool stdout_wants_colour();

}  // namespace handbok
