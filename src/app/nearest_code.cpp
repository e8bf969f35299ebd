#include "app/nearest_code.hpp"

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

}  // namespace handbok
