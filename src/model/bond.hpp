#pragma once

#include <cstdint>
#include <string_view>

namespace handbok {

/// How something rests on something else; see bonds.def.
enum class Bond : std::uint8_t {
#define HANDBOK_BOND(name) name,
#include "model/bonds.def"
#undef HANDBOK_BOND
};

/// "followed_up_by": the public name of a bond.
constexpr std::string_view name_of(Bond bond) {
  switch (bond) {
#define HANDBOK_BOND(name) \
  case Bond::name:         \
    return #name;
#include "model/bonds.def"
#undef HANDBOK_BOND
  }
  return {};
}

}  // namespace handbok
