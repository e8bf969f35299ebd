#pragma once

#include <string_view>

#include "load/read_scope.hpp"
#include "model/document.hpp"

namespace handbok {

/// Reads the head of a revision file into `revision`, whose document, number, path and approval are
/// already set, and remembers on which line its text begins. False if the file cannot be read at
/// all; then `revision` holds nothing more than before. Strict; everything wrong is reported.
bool read_revision_file(std::string_view bytes, Revision& revision, ReadScope& scope);

/// The text of a revision file after its head; empty if there is no head.
std::string_view body_of(std::string_view bytes);

}  // namespace handbok
