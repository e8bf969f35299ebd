#include "render/pages/control_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> FindingView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&FindingView::severity>("severity"),
      field<&FindingView::severity_class>("severity_class"),
      field<&FindingView::subject>("subject"),
      field<&FindingView::href>("href"),
      field<&FindingView::title>("title"),
      field<&FindingView::what>("what"),
      field<&FindingView::remedy>("remedy"),
      field<&FindingView::code>("code"),
      field<&FindingView::place>("place"),
      field<&FindingView::accepted>("accepted"),
  });
  return list;
}

std::span<const Field> ReviewView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ReviewView::id>("id"),
      field<&ReviewView::href>("href"),
      field<&ReviewView::title>("title"),
      field<&ReviewView::number>("number"),
      field<&ReviewView::since>("since"),
      field<&ReviewView::is_late>("is_late"),
  });
  return list;
}

std::span<const Field> WithheldView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&WithheldView::id>("id"),
      field<&WithheldView::href>("href"),
      field<&WithheldView::title>("title"),
      field<&WithheldView::number>("number"),
      field<&WithheldView::what>("what"),
      field<&WithheldView::remedy>("remedy"),
  });
  return list;
}

std::span<const Field> UnplannedView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&UnplannedView::id>("id"),
      field<&UnplannedView::href>("href"),
      field<&UnplannedView::title>("title"),
      field<&UnplannedView::who>("who"),
  });
  return list;
}

std::span<const Field> ControlView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ControlView::day>("day"),
      field<&ControlView::counts>("counts"),
      field<&ControlView::withheld>("withheld"),
      field<&ControlView::unplanned>("unplanned"),
      field<&ControlView::tables>("tables"),
      field<&ControlView::findings>("findings"),
      field<&ControlView::reviews>("reviews"),
      field<&ControlView::has_nobody>("has_nobody"),
      field<&ControlView::is_clean>("is_clean"),
  });
  return list;
}

}  // namespace handbok
