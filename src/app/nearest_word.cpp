#include "app/nearest_word.hpp"

#include <vector>

#include "diag/codes.hpp"
#include "text/nearest.hpp"

namespace handbok {

std::optional<std::string> nearest_code(std::string_view name) {
  std::vector<std::string> names;
  for (const auto& info : all_codes())
    names.emplace_back(info.name);
  return nearest(name, names);
}

std::optional<std::string> nearest_word(std::string_view wanted,
                                        std::span<const std::string> known) {
  return nearest(wanted, known);
}

}  // namespace handbok
