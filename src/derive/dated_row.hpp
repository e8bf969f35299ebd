#pragma once

#include <optional>

#include "base/date.hpp"

namespace handbok {

/// True if a row with `valid_from` and `valid_to` (the first day without it) counts on the day. An
/// end that is left out is open.
template <typename Row>
bool is_valid_on(const Row& row, Date day) {
  return (!row.valid_from || *row.valid_from <= day) && (!row.valid_to || day < *row.valid_to);
}

}  // namespace handbok
