#include "render/route_table.hpp"

namespace handbok {

void RouteTable::add(Route route) {
  if (addresses_.insert(route.path).second) routes_.push_back(std::move(route));
}

}  // namespace handbok
