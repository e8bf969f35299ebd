#pragma once

#include <map>
#include <string>

#include "diag/diagnostic.hpp"
#include "diagram/draw.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// The drawings of all processes on the site, by revision. A process that could not be drawn is not
/// among them.
class Diagrams {
public:
  /// The drawing of that revision's process, or nullptr.
  const Drawing* find(const RevisionKey& revision) const;

  void add(RevisionKey revision, Drawing drawing);

private:
  std::map<RevisionKey, Drawing> drawings_;
};

/// How a drawing is shown on A4 sheets, in letters that can be read. What is empty and false:
/// whole, on a sheet that stands.
struct PaperPicture {
  bool is_turned = false;     ///< the sheets lie down
  bool is_too_large = false;  ///< no sheet is wide enough: the list of steps has to do
  Html sheets;                ///< its parts, each for a sheet, under the titles of the lanes
  HANDBOK_FIELDS(PaperPicture, is_turned, is_too_large, sheets)
};

/// The parts are windows onto the drawing that stands on the same page; no node is cut in two.
PaperPicture picture_on_paper(const Drawing& drawing);

/// The titles of its lanes, as a window onto the drawing on the same page; empty if it has none.
std::string lane_heads(const Drawing& drawing);

/// A drawing beside another of the same process, as `name` among the ids of the page: the nodes of
/// `marks` are framed, with that word on the frame. Places on its page are at `page_name` in the
/// same folder; without a page they are its own nodes.
std::string compared_svg(const Drawing& drawing, const std::string& name,
                         const std::string& page_name,
                         const std::map<std::string, std::string>& marks);

/// The drawing as a file of its own with the style it needs. Its links to places on its page lead
/// to that page, at `page_name` in the same folder.
std::string standalone_svg(const Drawing& drawing, const std::string& style,
                           const std::string& page_name);

}  // namespace handbok
