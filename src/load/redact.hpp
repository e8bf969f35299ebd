#pragma once

#include "load/read_scope.hpp"
#include "load/toml_value.hpp"

namespace handbok {

/// Reports each text of the table that must not be shown as it is, and makes it one that may be: a
/// dash in place of a text with a personal identity number (one that may be something else is only
/// told), U+FFFD for characters that are not seen, blanks for a tab that a backslash made by
/// mistake. TOML's escapes are no way around the checks of the file's bytes.
void redact(TomlTable& table, ReadScope& scope);

/// Reports the file that `scope` is about if `bytes` are text and hold such a number, or a picture
/// whose notes do.
void report_identity_number_in_file(std::string_view bytes, ReadScope& scope);

}  // namespace handbok
