// "Lagar och föreskrifter": what the documents rest on, by kind.
#include <algorithm>
#include <array>
#include <map>

#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/source_facts.hpp"
#include "render/pages/top_page.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct SourceGroupView {
  std::string anchor;
  std::string name;
  std::vector<SourceFactsView> sources;
  HANDBOK_FIELDS(SourceGroupView, anchor, name, sources)
};

struct SourceListView {
  std::vector<SourceGroupView> groups;
  HANDBOK_FIELDS(SourceListView, groups)
};

/// What one kind of source is called in the plural, and where on the page it lies.
struct KindHeading {
  SourceKind kind;
  std::string_view anchor;
  Word name;
};

constexpr auto headings = std::to_array<KindHeading>({
    {SourceKind::act, "lagar", Word::source_list_acts},
    {SourceKind::ordinance, "forordningar", Word::source_list_ordinances},
    {SourceKind::regulation, "foreskrifter", Word::source_list_regulations},
    {SourceKind::advice, "rad", Word::source_list_advice},
    {SourceKind::standard, "standarder", Word::source_list_standards},
    {SourceKind::guidance, "vagledningar", Word::source_list_guidance},
    {SourceKind::decision, "beslut", Word::source_list_decisions},
});

/// In force before repealed, then by title, then by number.
bool comes_before(const SourceFactsView& a, const SourceFactsView& b) {
  if (a.is_repealed != b.is_repealed) return b.is_repealed;
  const auto order = compare_swedish(a.title, b.title);
  return order != 0 ? order < 0 : compare_swedish(a.number, b.number) < 0;
}

}  // namespace

void plan_source_list(const RenderInput& input, RouteTable& routes) {
  if (input.edition.view.handbook().sources.empty()) return;
  routes.add({PageKind::source_list, std::string(address::laws), {}});
}

std::span<const Field> source_list_fields() {
  return SourceListView::fields();
}

Page render_source_list(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  std::map<SourceKind, std::vector<SourceFactsView>> by_kind;
  for (const auto& source : site.handbook().sources)
    by_kind[source.kind].push_back(source_facts(source, root, site));
  SourceListView view;
  for (const auto& [kind, anchor, name] : headings) {
    auto& sources = by_kind[kind];
    if (sources.empty()) continue;
    std::ranges::sort(sources, comes_before);
    view.groups.push_back({std::string(anchor), site.words()[name], std::move(sources)});
  }
  return top_page(address::laws, Word::nav_laws,
                  site.theme().page(PageKind::source_list).fill(view), site);
}

}  // namespace handbok
