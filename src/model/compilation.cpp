#include "model/compilation.hpp"

#include <algorithm>

namespace handbok {

bool Compilation::was_told_to(std::string_view whom, Date day) const {
  return std::ranges::any_of(feedback, [&](const Feedback& one) {
    return one.on <= day && std::ranges::find(one.to, whom) != one.to.end();
  });
}

int Compilation::total(std::string_view kind) const {
  int sum = 0;
  for (const auto& count : counts) {
    if (count.kind == kind && count.unit.empty() && count.process.empty()) sum += count.number;
  }
  return sum;
}

}  // namespace handbok
