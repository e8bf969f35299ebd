#include "render/pages/process_steps_list.hpp"

#include <algorithm>

#include "render/addresses.hpp"
#include "text/collation.hpp"

namespace handbok {

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
