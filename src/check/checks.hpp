#pragma once

namespace handbok {

class CheckContext;

// One function for each row of checks.def. It looks at the whole handbook and reports its code and
// no other.
#define HANDBOK_CHECK(family, name) void check_##family##_##name(CheckContext& context);
#include "check/checks.def"
#undef HANDBOK_CHECK

}  // namespace handbok
