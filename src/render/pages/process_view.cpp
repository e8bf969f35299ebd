#include "render/pages/process_view.hpp"

#include <array>

namespace handbok {

std::span<const Field> StepExitView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StepExitView::label>("label"),
      field<&StepExitView::target_href>("target_href"),
      field<&StepExitView::target_text>("target_text"),
      field<&StepExitView::is_loop>("is_loop"),
  });
  return list;
}

std::span<const Field> StepView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StepView::id>("id"),
      field<&StepView::number>("number"),
      field<&StepView::label>("label"),
      field<&StepView::text>("text"),
      field<&StepView::kind_class>("kind_class"),
      field<&StepView::roles>("roles"),
      field<&StepView::routines>("routines"),
      field<&StepView::document>("document"),
      field<&StepView::collaboration>("collaboration"),
      field<&StepView::inputs>("inputs"),
      field<&StepView::outputs>("outputs"),
      field<&StepView::exits>("exits"),
      field<&StepView::is_start>("is_start"),
      field<&StepView::is_end>("is_end"),
      field<&StepView::is_decision>("is_decision"),
  });
  return list;
}

std::span<const Field> CollaborationView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&CollaborationView::partner>("partner"),
      field<&CollaborationView::purpose>("purpose"),
      field<&CollaborationView::contact_way>("contact_way"),
      field<&CollaborationView::rules>("rules"),
      field<&CollaborationView::steps>("steps"),
  });
  return list;
}

std::span<const Field> LegendView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&LegendView::shape>("shape"),
      field<&LegendView::text>("text"),
  });
  return list;
}

std::span<const Field> ProcessView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ProcessView::title>("title"),
      field<&ProcessView::purpose>("purpose"),
      field<&ProcessView::trigger>("trigger"),
      field<&ProcessView::result>("result"),
      field<&ProcessView::parent>("parent"),
      field<&ProcessView::diagram>("diagram"),
      field<&ProcessView::diagram_href>("diagram_href"),
      field<&ProcessView::legend>("legend"),
      field<&ProcessView::steps>("steps"),
      field<&ProcessView::collaboration>("collaboration"),
      field<&ProcessView::no_collaboration_reason>("no_collaboration_reason"),
  });
  return list;
}

}  // namespace handbok
