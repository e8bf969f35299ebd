#pragma once

#include <cstdint>

namespace handbok {

/// What codes.hpp only promises: one enumerator for each row of codes.def.
enum class Code : std::uint16_t {
#define HANDBOK_CODE(family, name, ...) family##_##name,
#include "diag/codes.def"
#undef HANDBOK_CODE
};

}  // namespace handbok
