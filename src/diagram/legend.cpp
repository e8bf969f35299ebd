#include "diagram/legend.hpp"

#include "diagram/svg_parts.hpp"

namespace handbok {
namespace {

constexpr Box frame{0, 0, 48, 28};
constexpr Box shape{3, 3, 42, 22};

std::string sample(std::string_view css_class, const std::string& content) {
  return R"(<svg class="flow-sample" aria-hidden="true" viewBox="0 0 48 28")" +
         svg_attribute("width", svg_number(frame.width)) +
         svg_attribute("height", svg_number(frame.height)) + "><g" +
         svg_attribute("class", css_class) + ">" + content + "</g></svg>";
}

}  // namespace

std::string legend_sample(NodeKind kind) {
  return sample(svg_class(kind), svg_shape(kind, shape));
}

std::string collaboration_sample() {
  return sample(
      "flow-activity flow-collaboration",
      svg_shape(NodeKind::activity, shape) + svg_collaboration_border(NodeKind::activity, shape));
}

}  // namespace handbok
