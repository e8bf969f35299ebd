#pragma once

#include <string>
#include <vector>

#include "render/html.hpp"

namespace handbok {

/// A month of the wheel.
struct WheelMonth {
  std::string name;
  std::string anchor;              ///< of the month's section on the page; linked if it has items
  std::vector<std::string> items;  ///< what happens, in order
};

/// Twelve months as sectors of a circle, the first at the top and then clockwise, as inline SVG
/// with classes only. A month that has items is a link to its section and is as deep in colour as
/// it is full; the sections below say the same in words.
Html year_wheel_svg(const std::vector<WheelMonth>& months, const std::string& title);

}  // namespace handbok
