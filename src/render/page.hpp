#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// A step of the way down to a page.
struct Crumb {
  std::string text;
  std::string address;  ///< below the root of the site
};

/// A page without the frame that all pages share.
struct Page {
  std::string title;    ///< for <title>, without the handbook's name
  std::string content;  ///< finished HTML of <main>
  std::vector<Crumb> breadcrumbs;
  std::string_view
      section;             ///< address of the entry of the navigation that it belongs to; or empty
  bool is_indexed = true;  ///< false: search engines are asked to leave it out
  std::string leads_to{};  ///< where a browser goes on to at once, from this page; empty: nowhere
};

}  // namespace handbok
