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
  std::vector<std::string> parts;
  for (const auto part : split(path, '/'))
    parts.emplace_back(may_be_told(part) ? part : untold);
  auto told = join(parts, "/");
  return may_be_told(told) ? told : untold;  // it may be split between folders
}

}  // namespace handbok
