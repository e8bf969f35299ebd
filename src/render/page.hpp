#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_hash.hpp"
#include "site/site_addresses.hpp"

namespace handbok {

/// What a page shows, one enumerator for each row of page_kinds.def.
enum class PageKind : unsigned char {
#define HANDBOK_PAGE_KIND(name) name,
#include "render/page_kinds.def"
#undef HANDBOK_PAGE_KIND
};

/// One page to render: what kind it is, where it lies, and which thing it shows.
struct Route {
  PageKind kind{};
  std::string path;     ///< below the root of the site
  std::string subject;  ///< id of the document, role, unit, source …; empty for a list
  int revision = 0;     ///< number of the revision, for pages that show one
};

/// All addresses of the site, known before any page is rendered: a link is checked, never guessed.
class RouteTable {
public:
  /// Adds a page. One that can have no page, or whose address is taken, is left out and kept among
  /// the refused.
  void add(Route route) {
    if (!taken_.take(route.path)) {
      refused_.push_back(std::move(route.path));
      return;
    }
    addresses_.insert(route.path);
    routes_.push_back(std::move(route));
  }

  /// Adds a place inside a page ("lagar/sosfs-2011-9/index.html#k5-3") or a file that is no page.
  void add_address(std::string address) { addresses_.insert(std::move(address)); }

  /// True if a link to that page, place or file will work.
  bool has(std::string_view address) const { return addresses_.contains(address); }

  /// All that it has, sorted.
  std::vector<std::string> addresses() const {
    std::vector<std::string> all(addresses_.begin(), addresses_.end());
    std::ranges::sort(all);
    return all;
  }

  /// The pages in the order they were added.
  const std::vector<Route>& routes() const { return routes_; }

  /// The addresses that pages were to have and have not.
  const std::vector<std::string>& refused() const { return refused_; }

private:
  SiteAddresses taken_;
  std::vector<std::string> refused_;
  std::vector<Route> routes_;
  TextSet addresses_;
};

/// A step of the way down to a page.
struct Crumb {
  std::string text;
  std::string address;  ///< below the root of the site
};

/// What stands on every sheet of a page on paper, in plain text.
struct Sheet {
  std::string line{};  ///< what is on it: id, title, edition, status, from when
  std::string mark{};  ///< why it is not to be used: "Ersatt – använd inte"; empty: nothing hinders
  std::string check{};  ///< address of the page that says whether the sheet still applies; or empty
  std::string form{};   ///< "form" or "checklist", if it is one to fill in by hand; or empty
  std::string code{};   ///< that of the picture with the same address; or empty
};

/// A page without the frame that all pages share.
struct Page {
  std::string title;    ///< for <title>, without the handbook's name
  std::string content;  ///< finished HTML of <main>
  std::vector<Crumb> breadcrumbs;
  std::string_view
      section;             ///< address of the entry of the navigation that it belongs to; or empty
  bool is_indexed = true;  ///< false: search engines are asked to leave it out
  std::string description{};  ///< a sentence for search engines and previews; empty: the handbook's
  std::string leads_to{};  ///< where a browser goes on to at once, from this page; empty: nowhere
  Sheet sheet{};           ///< without a line: the name of the handbook and the page's title
};

}  // namespace handbok
