#pragma once

#include <string>
#include <string_view>

#include "derive/due_kind.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// What a calendar program shows a kind of row under: "Översyn".
std::string_view category_of(DueKind kind, Language language);

/// The title of the compilation of a period, such as "2026-05-01–2026-08-31".
std::string compilation_title(std::string_view period, Language language);

}  // namespace handbok
