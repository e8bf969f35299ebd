#include "diag/quoted.hpp"

#include "base/strings.hpp"
#include "diag/printable.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

constexpr auto untold = "–";

bool may_be_told(std::string_view text) {
  return find_identity_number(text) == IdentityNumber::none;
}

}  // namespace

std::string quoted(std::string_view text) {
  return may_be_told(text) ? printable(text) : untold;
}

std::string quoted_path(std::string_view path) {
  if (may_be_told(path)) return std::string(path);
  std::vector<std::string> parts;
  bool is_told = false;
  for (const auto part : split(path, '/')) {
    parts.emplace_back(may_be_told(part) ? part : untold);
    is_told = is_told || parts.back() != part;
  }
  return is_told ? join(parts, "/") : untold;  // else it was split between folders
}

}  // namespace handbok
