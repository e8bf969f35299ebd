// From a handbook on a day to the pages of its site.
//
// Start reading in render.cpp: plan all addresses (page.hpp), then render page after page. Then:
//
//   page_kinds.def   every kind of page, and how to add one
//   pages/           one file for each kind: plans its addresses, fills its view
//   view_fields.hpp  how a template reads a view; template.cpp checks and fills templates
//   theme.hpp        templates, words, style and script; words.hpp: the words that C++ writes
//   frame.hpp        head, navigation and footer around every page, filled once for each depth
//   references.hpp   links in a document's text, resolved for the day that the page is about
//   addresses.hpp    where everything lies
#pragma once

#include <set>
#include <string>

#include "diag/diagnostic.hpp"
#include "render/render_input.hpp"
#include "site/site.hpp"

namespace handbok {

/// Every address at which `render_site` would put something, were all revisions whole and all
/// diagrams drawn; without assets.
std::set<std::string, std::less<>> site_addresses(const RenderInput& input);

/// Renders the whole site for the day of the view and hands each file to `sink`, in an order that
/// depends on the input only. Drafts and withheld revisions are in no byte of it. Reports diagrams
/// that could not be drawn; their pages have the list of steps alone.
void render_site(const RenderInput& input, const SiteSink& sink, Diagnostics& diagnostics);

}  // namespace handbok
