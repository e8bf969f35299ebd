#include "render/render.hpp"

#include "render/draw_diagrams.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"
#include "render/site_files.hpp"

namespace handbok {
namespace {

RouteTable plan_site(const RenderInput& input) {
  RouteTable routes;
  for (const auto& kind : all_page_kinds())
    kind.plan(input, routes);
  for (const auto& file : input.data_files)
    routes.add_address(file.path);
  return routes;
}

}  // namespace

void render_site(const RenderInput& input, const SiteSink& sink, Diagnostics& diagnostics) {
  const auto routes = plan_site(input);
  const Withheld withheld(input.diagnostics);
  Diagrams diagrams;
  const auto index = make_site_index(input.view, withheld);
  const SiteContext site{input, routes, withheld, diagrams, index};
  diagrams = draw_diagrams(site, diagnostics);
  const Frame frame(input, routes);
  for (const auto& route : routes.routes()) {
    const auto page = info_of(route.kind).render(route, site);
    sink({route.path, frame.around(route, page)});
  }
  write_site_files(site, sink);
  sink(input.theme.style);
  sink(input.theme.script);
}

}  // namespace handbok
