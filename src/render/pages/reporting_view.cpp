#include "render/pages/reporting_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> BoundGroupView::fields() {
  static constexpr auto list = std::to_array<Field>({field<&BoundGroupView::text>("text")});
  return list;
}

std::span<const Field> ReportingDutyView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ReportingDutyView::id>("id"),
      field<&ReportingDutyView::title>("title"),
      field<&ReportingDutyView::regimes>("regimes"),
      field<&ReportingDutyView::first>("first"),
      field<&ReportingDutyView::what>("what"),
      field<&ReportingDutyView::when>("when"),
      field<&ReportingDutyView::who>("who"),
      field<&ReportingDutyView::to>("to"),
      field<&ReportingDutyView::system>("system"),
      field<&ReportingDutyView::routines>("routines"),
      field<&ReportingDutyView::forms>("forms"),
      field<&ReportingDutyView::investigated_by>("investigated_by"),
      field<&ReportingDutyView::decisions>("decisions"),
      field<&ReportingDutyView::law>("law"),
  });
  return list;
}

std::span<const Field> ReportingView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ReportingView::contents>("contents"),
      field<&ReportingView::duties>("duties"),
  });
  return list;
}

}  // namespace handbok
