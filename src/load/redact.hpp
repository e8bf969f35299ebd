#pragma once

#include "load/read_scope.hpp"
#include "load/toml_value.hpp"

namespace handbok {

/// Reports each text of a register that holds a personal identity number, wherever in the table it
/// stands, and puts a dash in its place: such a number must reach no page and no message. A number
/// that may be something else is only told.
void redact_identity_numbers(TomlTable& table, ReadScope& scope);

/// Reports the file that `scope` is about if `bytes` are text and hold such a number.
void report_identity_number_in_file(std::string_view bytes, ReadScope& scope);

}  // namespace handbok
