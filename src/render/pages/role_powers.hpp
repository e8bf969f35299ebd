#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/organisation.hpp"
#include "render/html.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// What a role may do with documents, and with which: "Fastställer", "Rutiner (hälso- och
/// sjukvård)".
struct PowerView {
  std::string step;
  std::vector<LinkView> types;  ///< without links
  static std::span<const Field> fields();
};

/// The steps that the approval policies name the role for, in the order of a document's life. Steps
/// that every role may take are left out.
std::vector<PowerView> role_powers(const Role& role, const SiteContext& site);

}  // namespace handbok
