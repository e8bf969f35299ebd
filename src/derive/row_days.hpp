#pragma once

#include "base/date.hpp"
#include "model/registers.hpp"

namespace handbok {

/// True if a row with `valid_from` and `valid_to` (the first day without it) counts on the day. An
/// end that is left out is open.
template <typename Row>
bool is_valid_on(const Row& row, Date day) {
  return (!row.valid_from || *row.valid_from <= day) && (!row.valid_to || day < *row.valid_to);
}

/// True if a row of a register counts on the day, by the keys that say when it begins and ends. A
/// row with rows of its own that begin has begun with the first of them.
bool counts_on(const RegisterRow& row, Date day);

/// True if a key of the row says that it no longer counts on the day.
bool has_ended(const RegisterRow& row, Date day);

/// True if some event of the row itself, such as being done, comes after the day.
bool happens_after(const Shape& shape, const void* row, Date day);

/// True if what the key holds is known on the day: it is no event to come, nor known with one.
bool is_known_on(const Shape& shape, const Key& key, const void* row, Date day);

/// True if the handbook of the day may speak of a row of any register: it has begun, or it is of
/// the handbook's own registers, which keep what is to come as well.
bool is_known_on(const RegisterRow& row, Date day);

}  // namespace handbok
