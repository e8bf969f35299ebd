#include "derive/dependent.hpp"

namespace handbok {

std::string_view name_of(DependentKind kind) {
  switch (kind) {
#define HANDBOK_DEPENDENT_KIND(name, swedish, english) \
  case DependentKind::name:                            \
    return #name;
#include "derive/dependent.def"
  }
  return {};
}

}  // namespace handbok
