#pragma once

#include <span>
#include <string>

#include "render/view_fields.hpp"

namespace handbok {

/// How many there are of something.
struct CountView {
  std::string name;
  std::string number;
  static std::span<const Field> fields();
};

}  // namespace handbok
