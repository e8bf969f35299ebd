#pragma once

#include <string>
#include <vector>

#include "render/view_fields.hpp"

namespace handbok {

/// An entry of the navigation, as the frame's template sees it.
struct NavEntryView {
  std::string href;
  std::string text;
  bool is_current = false;
  HANDBOK_FIELDS(NavEntryView, href, text, is_current)
};

/// The view of frame.mustache: what stands around every page.
struct FrameView {
  std::string language;
  std::string root;
  std::string handbook_title;
  std::string start_href;
  std::string style_href;
  std::string script_href;
  std::string search_href;      ///< empty: there is no such page
  std::string complaints_href;  ///< the same
  std::string reporting_href;   ///< the same
  std::string tool_version;
  std::vector<NavEntryView> navigation;
  std::vector<NavEntryView> footer;
  Html title;
  Html page_kind;
  Html robots;
  Html breadcrumbs;
  Html content;
  bool has_drafts = false;
  bool is_preview = false;
  HANDBOK_FIELDS(FrameView, language, root, handbook_title, start_href, style_href, script_href,
                 search_href, complaints_href, reporting_href, tool_version, navigation, footer,
                 title, page_kind, robots, breadcrumbs, content, has_drafts, is_preview)
};

}  // namespace handbok
