// "Enheter": the organisation as a tree.
#include <algorithm>
#include <map>

#include "derive/organisation.hpp"
#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/organisation_words.hpp"
#include "render/pages/top_page.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// A unit in the tree. The template writes `<li>` before each; the rest of the nesting is here,
/// because a template cannot include itself.
struct UnitItemView {
  std::string href;
  std::string name;
  std::string level;
  bool is_contractor = false;
  bool has_children = false;  ///< the template opens a list for them
  Html closing;               ///< the ends of the lists that this unit is the last of
  HANDBOK_FIELDS(UnitItemView, href, name, level, is_contractor, has_children, closing)
};

struct UnitListView {
  std::vector<UnitItemView> units;
  HANDBOK_FIELDS(UnitListView, units)
};

using Units = std::vector<const OrgUnit*>;

/// Writes the tree from the top, each unit once.
class UnitTree {
public:
  UnitTree(std::string root, const SiteContext& site) : root_(std::move(root)), site_(site) {
    const auto day = site.view().day();
    for (const auto& unit : site.handbook().units) {
      if (!exists_on(unit, day)) continue;
      const auto* const parent = site.handbook().find_unit(parent_on(unit, day));
      const bool is_top = parent == nullptr || !exists_on(*parent, day);
      children_[is_top ? std::string{} : parent->id].push_back(&unit);
    }
    for (auto& [parent, units] : children_)
      std::ranges::stable_sort(units, SwedishLess{}, &OrgUnit::name);
  }

  std::vector<UnitItemView> items() {
    for (const auto* const unit : children_[{}])
      add(*unit);
    return std::move(items_);
  }

private:
  void add(const OrgUnit& unit) {
    UnitItemView item;
    item.href = root_ + address::unit(unit.id);
    item.name = unit.name;
    item.level = level_name(unit.level, site_.handbook());
    item.is_contractor = unit.kind == UnitKind::contractor;
    const auto children = children_.find(unit.id);
    item.has_children = children != children_.end();
    items_.push_back(std::move(item));
    if (children == children_.end()) return;
    for (const auto* const child : children->second)
      add(*child);
    items_.back().closing.text += "</ul>\n</li>\n";
  }

  std::string root_;
  const SiteContext& site_;
  std::map<UnitId, Units> children_;
  std::vector<UnitItemView> items_;
};

}  // namespace

void plan_unit_list(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::unit_list, std::string(address::units), {}});
}

std::span<const Field> unit_list_fields() {
  return UnitListView::fields();
}

Page render_unit_list(const Route& route, const SiteContext& site) {
  UnitListView view;
  view.units = UnitTree(root_of(route.path), site).items();
  return top_page(address::units, Word::nav_units,
                  site.theme().page(PageKind::unit_list).fill(view), site);
}

}  // namespace handbok
