#include "render/diagrams.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/strings.hpp"
#include "diagram/label_text.hpp"
#include "diagram/svg_parts.hpp"

namespace handbok {
namespace {

/// The room for a picture on an A4 sheet of print.css, in pixels of 1/96 inch.
struct Room {
  double width = 0;
  double height = 0;
};
constexpr Room standing_sheet{660, 882};
constexpr Room lying_sheet{990, 552};
/// How much a drawing may shrink: its smallest letters, of 9 points, become 7.
constexpr double smallest_scale = 7.0 / 9;

/// The room for a picture that stands beside another on the page.
constexpr double half_page = 500;

/// What lies between two heights of a drawing.
struct Stretch {
  double top = 0;
  double bottom = 0;
};

/// The drawing in pieces of at most `height`, which leaves room for the titles of the lanes on
/// each; nothing if a row is higher than that.
std::vector<Stretch> pieces(const Drawing& drawing, double height) {
  std::vector<Stretch> found;
  double top = 0;
  while (drawing.height - top > (top > 0 ? height - drawing.header_height : height)) {
    const double lowest = top + (top > 0 ? height - drawing.header_height : height);
    const auto after = std::ranges::upper_bound(drawing.cuts, lowest);
    if (after == drawing.cuts.begin() || *std::prev(after) <= top) return {};
    found.push_back({top, *std::prev(after)});
    top = found.back().bottom;
  }
  found.push_back({top, drawing.height});
  return found;
}

/// A window onto the drawing, `at` so far from the top of its sheet.
std::string window_svg(const Drawing& drawing, const Stretch& stretch, double at) {
  const auto width = svg_number(drawing.width);
  const auto height = svg_number(stretch.bottom - stretch.top);
  return "<svg" + svg_attribute("y", svg_number(at)) + svg_attribute("width", width) +
         svg_attribute("height", height) +
         svg_attribute("viewBox", "0 " + svg_number(stretch.top) + " " + width + " " + height) +
         "><use href=\"#flow-picture\"/></svg>";
}

/// That much of the drawing as a picture of its own.
std::string part_svg(const Drawing& drawing, const Stretch& stretch) {
  const double head = stretch.top > 0 ? drawing.header_height : 0;
  const auto width = svg_number(drawing.width);
  const auto height = svg_number(head + stretch.bottom - stretch.top);
  std::string svg = R"(<svg class="flow flow-sheet" aria-hidden="true" font-size="13")" +
                    svg_attribute("viewBox", "0 0 " + width + " " + height) +
                    svg_attribute("width", width) + svg_attribute("height", height) + ">";
  if (head > 0) svg += window_svg(drawing, {0, head}, 0);
  return svg + window_svg(drawing, stretch, head) + "</svg>\n";
}

/// A frame around a node with a word on it, outside what the node itself says.
std::string change_mark(const Box& node, const std::string& word) {
  constexpr double gap = 5;
  constexpr double tag_height = 17;
  constexpr double tag_padding = 6;
  const auto frame = node.grown(gap);
  const Box tag{frame.left - 1, frame.top - tag_height + 4,
                text_width(word, drawing::small_font_size) + 2 * tag_padding, tag_height};
  return R"(<rect class="flow-change")" + svg_box(frame) +
         R"( rx="2"/><rect class="flow-change-tag")" + svg_box(tag) +
         R"(/><text class="flow-change-word")" +
         svg_attribute("x", svg_number(tag.left + tag_padding)) +
         svg_attribute("y", svg_number(tag.bottom() - 5)) +
         svg_attribute("font-size", svg_number(drawing::small_font_size)) + ">" +
         escape_html(word) + "</text>\n";
}

}  // namespace

const Drawing* Diagrams::find(const RevisionKey& revision) const {
  const auto it = drawings_.find(revision);
  return it == drawings_.end() ? nullptr : &it->second;
}

void Diagrams::add(RevisionKey revision, Drawing drawing) {
  drawings_.emplace(std::move(revision), std::move(drawing));
}

PaperPicture picture_on_paper(const Drawing& drawing) {
  PaperPicture paper;
  const auto is_too_wide_for = [&](const Room& room) {
    return drawing.width * smallest_scale > room.width;
  };
  paper.is_turned = is_too_wide_for(standing_sheet);
  const auto& room = paper.is_turned ? lying_sheet : standing_sheet;
  const bool fits_whole = drawing.height * smallest_scale <= room.height;
  if (fits_whole && !is_too_wide_for(room)) return paper;
  const double scale = std::min(1.0, room.width / drawing.width);
  const auto stretches = pieces(drawing, room.height / scale);
  paper.is_too_large = is_too_wide_for(room) || stretches.empty();
  if (paper.is_too_large) return paper;
  for (const auto& stretch : stretches)
    paper.sheets.text += part_svg(drawing, stretch);
  return paper;
}

std::string lane_heads(const Drawing& drawing) {
  return drawing.header_height > 0 ? part_svg(drawing, {0, drawing.header_height + 2}) : "";
}

std::string compared_svg(const Drawing& drawing, const std::string& name,
                         const std::string& page_name,
                         const std::map<std::string, std::string>& marks) {
  auto svg = replaced(drawing.svg, "id=\"flow-", "id=\"" + name + "-");
  svg = replaced(svg, "by=\"flow-", "by=\"" + name + "-");
  svg = replaced(svg, "href=\"#",
                 "href=\"" + (page_name.empty() ? "#" + name + "-" : page_name + "#"));
  const auto size = [&](double scale) {
    return svg_attribute("width", svg_number(drawing.width * scale)) +
           svg_attribute("height", svg_number(drawing.height * scale));
  };
  svg = replaced(svg, size(1), size(std::clamp(half_page / drawing.width, smallest_scale, 1.0)));
  std::string frames = "<g aria-hidden=\"true\">\n";
  for (const auto& [id, box] : drawing.places) {
    const auto mark = marks.find(id);
    if (mark == marks.end()) continue;
    frames += change_mark(box, mark->second);
    const auto label = "id=\"" + name + "-" + id + "\" aria-label=\"";
    svg = replaced(svg, label, label + escape_html(mark->second) + ": ");
  }
  return svg.insert(svg.rfind("</svg>"), frames + "</g>\n");
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
