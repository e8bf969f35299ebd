#pragma once

#include <cstddef>
#include <string_view>

#include "diag/codes.hpp"

namespace handbok {

/// The code with that public name: "doc.review-overdue"_code. Throws if there is none. Tests name
/// codes as people do, so that a new code compiles none of them again.
inline Code operator""_code(const char* name, std::size_t length) {
  return find_code(std::string_view(name, length)).value();
}

}  // namespace handbok
