#include "render/pages/count_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> CountView::fields() {
  static constexpr auto list =
      std::to_array<Field>({field<&CountView::name>("name"), field<&CountView::number>("number")});
  return list;
}

}  // namespace handbok
