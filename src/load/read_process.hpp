#pragma once

#include <optional>

#include "load/table_reader.hpp"
#include "model/process.hpp"

namespace handbok {

/// Reads [process], [[node]] and [[edge]] of a revision's head; no value if there is no [process].
std::optional<Process> read_process(TableReader& head);

}  // namespace handbok
