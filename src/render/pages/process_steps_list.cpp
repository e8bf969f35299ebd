#include "render/pages/process_steps_list.hpp"

#include <algorithm>
#include <array>

#include "render/addresses.hpp"
#include "text/collation.hpp"

namespace handbok {

std::span<const Field> StepLinkView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&StepLinkView::href>("href"),
      field<&StepLinkView::number>("number"),
      field<&StepLinkView::label>("label"),
  });
  return list;
}

std::span<const Field> ProcessStepsView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ProcessStepsView::href>("href"),
      field<&ProcessStepsView::title>("title"),
      field<&ProcessStepsView::id>("id"),
      field<&ProcessStepsView::steps>("steps"),
  });
  return list;
}

std::vector<ProcessStepsView> steps_by_process(std::span<const ProcessStep> steps,
                                               const std::string& root, const SiteContext& site) {
  std::vector<ProcessStepsView> processes;
  for (const auto& [process, node, number] : steps) {
    if (processes.empty() || processes.back().id != process->document) {
      const auto href = root + address::document(site.handbook(), process->document);
      processes.push_back({href, process->title, process->document, {}});
    }
    auto& view = processes.back();
    view.steps.push_back({view.href + "#" + node->id,
                          number == 0 ? std::string{} : std::to_string(number), node->label});
  }
  std::ranges::stable_sort(processes, SwedishLess{}, &ProcessStepsView::title);
  return processes;
}

}  // namespace handbok
