#pragma once

/// A row of a table of what enumerators mean, in a `switch` that tells if one of them is missing.
#define HANDBOK_CASE(enumerator, meaning) \
  case enumerator:                        \
    return meaning;
