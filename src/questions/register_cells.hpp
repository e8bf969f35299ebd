#pragma once

#include "base/json.hpp"
#include "derive/row_days.hpp"

namespace handbok {

/// What a key of a row holds, as the handbook knew it on the day: null if that is nothing. Rows in
/// the row are objects with all their keys; those that came later are left out.
Json cell_of(const Shape& shape, const Key& key, const void* row, Date day);

}  // namespace handbok
