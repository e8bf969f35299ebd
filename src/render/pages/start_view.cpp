#include "render/pages/start_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> UnitGroupView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&UnitGroupView::href>("href"),
      field<&UnitGroupView::name>("name"),
      field<&UnitGroupView::units>("units"),
  });
  return list;
}

std::span<const Field> StartSubprocessView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StartSubprocessView::href>("href"),
      field<&StartSubprocessView::title>("title"),
      field<&StartSubprocessView::purpose>("purpose"),
  });
  return list;
}

std::span<const Field> StartProcessView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StartProcessView::href>("href"),
      field<&StartProcessView::title>("title"),
      field<&StartProcessView::purpose>("purpose"),
      field<&StartProcessView::subprocesses>("subprocesses"),
      field<&StartProcessView::has_subprocesses>("has_subprocesses"),
  });
  return list;
}

std::span<const Field> ProcessBandView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ProcessBandView::name>("name"),
      field<&ProcessBandView::kind>("kind"),
      field<&ProcessBandView::processes>("processes"),
  });
  return list;
}

std::span<const Field> DueReviewsView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&DueReviewsView::overdue>("overdue"),
      field<&DueReviewsView::due>("due"),
      field<&DueReviewsView::days>("days"),
      field<&DueReviewsView::control_href>("control_href"),
  });
  return list;
}

std::span<const Field> StartView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StartView::title>("title"),
      field<&StartView::day>("day"),
      field<&StartView::complaints>("complaints"),
      field<&StartView::search_href>("search_href"),
      field<&StartView::reporting_href>("reporting_href"),
      field<&StartView::unit_groups>("unit_groups"),
      field<&StartView::roles>("roles"),
      field<&StartView::bands>("bands"),
      field<&StartView::news>("news"),
      field<&StartView::coming>("coming"),
      field<&StartView::registers>("registers"),
      field<&StartView::due_reviews>("due_reviews"),
      field<&StartView::units_href>("units_href"),
      field<&StartView::roles_href>("roles_href"),
      field<&StartView::processes_href>("processes_href"),
      field<&StartView::documents_href>("documents_href"),
      field<&StartView::news_href>("news_href"),
      field<&StartView::has_units>("has_units"),
      field<&StartView::has_roles>("has_roles"),
      field<&StartView::has_bands>("has_bands"),
      field<&StartView::has_news>("has_news"),
      field<&StartView::has_coming>("has_coming"),
      field<&StartView::has_registers>("has_registers"),
  });
  return list;
}

}  // namespace handbok
