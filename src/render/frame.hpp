#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "render/theme.hpp"

namespace handbok {

struct RenderInput;
struct RenderOptions;
struct SiteContext;

/// The way from a page up to the root of the site. For 404.html, which a server shows at any
/// address, it is the base URL, or the root of the server if that is not known: a way relative to
/// the page would lead elsewhere from each folder.
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

/// A page right below the start page, such as "Nytt": its title is the word that the navigation
/// calls it by.
Page top_page(std::string_view address, Word title, std::string content, const SiteContext& site);

}  // namespace handbok
