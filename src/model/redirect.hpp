#pragma once

#include <string>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// An address that has moved: a page of the site that leads on. Addresses lie below the root of the
/// site ("dokument/RUT-099/index.html"); `to` may name a place on a page ("…/index.html#a3").
struct Redirect {
  std::string from;
  std::string to;
  Date since;
  Location location;
};

}  // namespace handbok
