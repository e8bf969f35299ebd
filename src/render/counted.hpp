#pragma once

#include <cstddef>
#include <string>

#include "render/words.hpp"

namespace handbok {

/// "1 steg" or "12 steg": the word for one or that for many, with the number in its slot.
inline std::string counted(std::size_t count, Word one, Word many, const WordTable& words) {
  return words.fill(count == 1 ? one : many, {std::to_string(count)});
}

}  // namespace handbok
