#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "render/view_fields.hpp"

namespace handbok {

struct RenderInput;
struct RenderOptions;
class RouteTable;
struct Route;

/// An entry of the navigation, as the frame's template sees it.
struct NavEntryView {
  std::string href;
  std::string text;
  bool is_current = false;
  static std::span<const Field> fields();
};

/// The view of frame.mustache: what stands around every page.
struct FrameView {
  std::string language;
  std::string root;
  std::string handbook_title;
  std::string start_href;
  std::string style_href;
  std::string script_href;
  std::string complaints_href;  ///< empty: there is no such page
  std::string tool_version;
  std::vector<NavEntryView> navigation;
  std::vector<NavEntryView> footer;
  Html day;
  Html title;
  Html page_kind;
  Html robots;
  Html breadcrumbs;
  Html content;
  bool has_drafts = false;
  static std::span<const Field> fields();
};

/// The way from a page up to the root of the site. For 404.html, which a server shows at any
/// address, it is the base URL if that is known.
std::string page_root(const Route& route, const RenderOptions& options);

/// Puts pages into the frame. The frame's template is filled once for each depth and section; then
/// a page costs a few appended strings. Safe to use from any thread once built.
class Frame {
public:
  Frame(const RenderInput& input, const RouteTable& routes);

  /// The whole HTML file of `page`, to lie at the route's path.
  std::string around(const Route& route, const Page& page) const;

private:
  /// A stretch of finished HTML, and which of the page's own parts follows it.
  struct Chunk {
    std::string html;
    int slot = 0;
  };
  using Chunks = std::vector<Chunk>;

  static Chunks split_at_marks(const std::string& frame);

  const RenderInput& input_;
  std::map<std::string, std::map<std::string, Chunks, std::less<>>> chunks_;  ///< by root, section
};

}  // namespace handbok
