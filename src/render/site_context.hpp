#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "render/diagrams.hpp"
#include "render/html.hpp"
#include "render/page.hpp"
#include "render/render_input.hpp"
#include "render/site_index.hpp"
#include "search/search_index.hpp"

namespace handbok {

struct LastBody;

/// What every page is rendered from. Read-only; shared by all pages.
struct SiteContext {
  const RenderInput& input;
  const RouteTable& routes;
  const Withheld& withheld;  ///< of the edition
  const Diagrams& diagrams;
  const SiteIndex& index;
  const search::SearchIndex& search_index;  ///< empty if the site has no page for it
  LastBody* last_body = nullptr;  ///< of the pages that are made one after the other here, or none

  const DayView& view() const { return input.edition.view; }
  const Handbook& handbook() const { return input.edition.view.handbook(); }
  const Theme& theme() const { return input.theme; }
  const WordTable& words() const { return input.theme.words; }
};

}  // namespace handbok
