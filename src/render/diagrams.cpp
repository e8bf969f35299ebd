#include "render/diagrams.hpp"

#include "base/strings.hpp"

namespace handbok {
const Drawing* Diagrams::find(const RevisionKey& revision) const {
  const auto it = drawings_.find(revision);
  return it == drawings_.end() ? nullptr : &it->second;
}

void Diagrams::add(RevisionKey revision, Drawing drawing) {
  drawings_.emplace(std::move(revision), std::move(drawing));
}

std::string standalone_svg(const Drawing& drawing, const std::string& style,
                           const std::string& page_name) {
  std::string svg = drawing.svg;
  svg = replaced(svg, "href=\"#", "href=\"" + page_name + "#");
  const auto content = svg.find('>') + 1;
  svg.insert(content,
             "\n<style>\nsvg { color-scheme: light dark; background: Canvas; font-family: \"DejaVu "
             "Sans\", Verdana, "
             "sans-serif }\n" +
                 style + "</style>");
  const std::string_view tag = "<svg";
  svg.insert(tag.size(), " xmlns=\"http://www.w3.org/2000/svg\"");
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg;
}

}  // namespace handbok
