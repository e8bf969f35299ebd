#include "model/compilation.hpp"

namespace handbok {

int Compilation::total(std::string_view kind) const {
  int sum = 0;
  for (const auto& count : counts) {
    if (count.kind == kind && count.unit.empty() && count.process.empty()) sum += count.number;
  }
  return sum;
}

}  // namespace handbok
