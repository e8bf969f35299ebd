#pragma once

#include <span>
#include <string>
#include <vector>

#include "derive/role_uses.hpp"
#include "render/site_context.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// A link to a step of a process.
struct StepLinkView {
  std::string href;
  std::string number;  ///< empty for a start or an end
  std::string label;
  HANDBOK_FIELDS(StepLinkView, href, number, label)
};

/// Some steps of one process.
struct ProcessStepsView {
  std::string href;
  std::string title;
  std::string id;
  std::vector<StepLinkView> steps;
  HANDBOK_FIELDS(ProcessStepsView, href, title, id, steps)
};

/// The steps by process, processes by title, seen from the page that lies `root` below the site's
/// root. Steps of one process must stand together.
std::vector<ProcessStepsView> steps_by_process(std::span<const ProcessStep> steps,
                                               const std::string& root, const SiteContext& site);

}  // namespace handbok
