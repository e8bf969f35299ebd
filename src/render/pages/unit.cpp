// A unit: where it belongs, what applies there and what it does in the processes.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_item.hpp"
#include "render/ring.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/unit_work.hpp"
#include "render/words.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// The documents of one owning unit that apply.
struct OwnerGroupView {
  std::string heading;
  std::string count;
  bool is_folded = false;
  std::vector<DocumentItemView> documents;
  HANDBOK_FIELDS(OwnerGroupView, heading, count, is_folded, documents)
};

struct UnitView {
  std::string id;
  std::string name;
  std::string line;         ///< ids of the unit and those above it; empty: nobody's own unit
  std::string own_regimes;  ///< their ids
  std::string address;      ///< of the page, from the root
  std::optional<RingView> ring;
  std::string level;
  std::string regimes;
  std::vector<CountView> principals;  ///< who answers for the work by each law: "Vårdgivare"
  std::string contact;
  Html head;
  Html closes;  ///< the last day, if one is decided
  bool is_contractor = false;
  std::vector<LinkView> children;
  std::string count;  ///< "62 dokument"; empty if none applies
  std::vector<OwnerGroupView> groups;
  std::vector<DocumentItemView> others;  ///< its own documents that do not apply in the unit itself
  std::vector<ProcessStepsView> processes;
  std::vector<TableSection> urgent;  ///< what is late and coming up
  std::vector<TableSection> work;    ///< what it must check, do and watch out for
  bool has_work = false;
  bool has_children = false;
  bool has_others = false;
  bool has_processes = false;
  HANDBOK_FIELDS(UnitView, id, name, line, own_regimes, address, ring, level, regimes, principals,
                 contact, head, closes, is_contractor, children, count, groups, others, processes,
                 urgent, work, has_work, has_children, has_others, has_processes)
};

using Revisions = std::vector<const Revision*>;

/// The local documents among `applying`, by the document that they complement or replace.
struct LocalDocuments {
  std::map<std::string_view, std::vector<LinkView>> complements;
  std::map<std::string_view, std::vector<LinkView>> replacements;
};

LocalDocuments local_documents(const Revisions& applying, const std::string& root,
                               const SiteContext& site) {
  LocalDocuments local;
  for (const auto* const revision : applying) {
    const LinkView link{root + address::document(site.handbook(), revision->document),
                        revision->title};
    for (const auto& relation : revision->relations) {
      if (relation.kind == RelationKind::complements) {
        local.complements[relation.document].push_back(link);
      } else if (relation.kind == RelationKind::replaces_locally) {
        local.replacements[relation.document].push_back(link);
      }
    }
  }
  return local;
}

void add_local(std::vector<DocumentItemView>& items, const LocalDocuments& local) {
  const auto links_of = [](const auto& by_document, const std::string& id) {
    const auto it = by_document.find(id);
    return it == by_document.end() ? std::vector<LinkView>{} : it->second;
  };
  for (auto& item : items) {
    item.complements = links_of(local.complements, item.id);
    item.replacements = links_of(local.replacements, item.id);
  }
}

/// The handbook of the unit: its own documents first, then those of nearer units, then the central
/// ones. What comes from elsewhere is folded under the unit that it comes from.
std::vector<OwnerGroupView> effective_groups(const OrgUnit& unit, const Revisions& applying,
                                             const std::string& root, const SiteContext& site) {
  const auto local = local_documents(applying, root, site);
  std::vector<OwnerGroupView> groups;
  for (auto first = applying.begin(); first != applying.end();) {
    const auto& owner = (*first)->unit;
    const auto last = std::find_if(
        first, applying.end(), [&](const Revision* revision) { return revision->unit != owner; });
    OwnerGroupView group;
    group.heading = owner == unit.id
                        ? site.words()[Word::unit_own]
                        : site.words().fill(Word::unit_from, {unit_link(owner, root, site).text});
    group.documents = document_items({first, last}, root, site);
    add_local(group.documents, local);
    group.count = std::to_string(group.documents.size());
    group.is_folded = owner != unit.id;
    groups.push_back(std::move(group));
    first = last;
  }
  std::ranges::reverse(groups);
  return groups;
}

/// What the unit owns beyond `applying`: upcoming and expired documents, and those for others.
std::vector<DocumentItemView> other_documents(const OrgUnit& unit, const Revisions& applying,
                                              const std::string& root, const SiteContext& site) {
  std::vector<DocumentItemView> items;
  const auto owned = site.index().by_unit.find(unit.id);
  if (owned == site.index().by_unit.end()) return items;
  const std::set<const Revision*> shown(applying.begin(), applying.end());
  for (const auto& listed : owned->second) {
    if (!shown.contains(listed.revision)) items.push_back(document_item(listed, root, site));
  }
  sort_by_title(items);
  return items;
}

std::vector<LinkView> child_links(const OrgUnit& unit, const std::string& root,
                                  const SiteContext& site) {
  std::vector<LinkView> links;
  for (const auto* const child : children_on(site.handbook(), unit.id, site.view().day()))
    links.push_back(unit_link(child->id, root, site));
  std::ranges::stable_sort(links, SwedishLess{}, &LinkView::text);
  return links;
}

/// The ids of the unit and of those above it, nearest first.
std::vector<std::string> line_of(const OrgUnit& unit, const SiteContext& site) {
  std::vector<std::string> line;
  const auto* at = &unit;
  while (at != nullptr && line.size() < site.handbook().units.size()) {
    line.push_back(at->id);
    at = site.handbook().find_unit(parent_on(*at, site.view().day()));
  }
  return line;
}

/// A contractor answers for its own work, as care provider too.
std::vector<CountView> principals_of(const OrgUnit& unit, const SiteContext& site) {
  const auto& settings = site.handbook().settings;
  std::vector<CountView> principals;
  for (const auto& regime : settings.regimes) {
    if (!includes(unit.regimes, regime.id) || regime.principal_name.empty()) continue;
    const auto& id = unit.kind == UnitKind::contractor ? unit.id
                     : regime.principal.empty()        ? settings.principal
                                                       : regime.principal;
    principals.push_back({regime.principal_name, unit_link(id, {}, site).text});
  }
  return principals;
}

UnitView unit_view(const OrgUnit& unit, const std::string& root, const SiteContext& site) {
  const auto applying = site.index().reach.of(unit);
  UnitView view;
  view.id = unit.id;
  view.name = unit.name;
  if (unit.kind == UnitKind::own) view.line = join(line_of(unit, site), " ");
  view.own_regimes = join(unit.regimes, " ");
  view.address = address::unit(unit.id);
  view.ring = ring_of_unit(unit, {site, root, {}});
  view.level = level_name(unit.level, site.handbook());
  view.regimes = regime_names(unit.regimes, site.handbook());
  view.principals = principals_of(unit, site);
  view.contact = unit.contact;
  if (!unit.head.empty()) {
    const auto head = role_link(unit.head, root, site);
    view.head = link_html(head.href, head.text);
  }
  if (unit.valid_to) view.closes = date_html(unit.valid_to->plus_days(-1), site.words());
  view.is_contractor = unit.kind == UnitKind::contractor;
  view.children = child_links(unit, root, site);
  if (!applying.empty()) {
    view.count =
        counted(applying.size(), Word::document_list_one, Word::document_list_many, site.words());
  }
  view.groups = effective_groups(unit, applying, root, site);
  view.others = other_documents(unit, applying, root, site);
  view.processes = steps_by_process(site.index().roles.steps_in(unit.id), root, site);
  view.urgent = unit_urgent(unit, {site, root, {}});
  view.work = unit_work(unit, {site, root, {}});
  // Who works there has other needs first, and what is late or coming up stands above it.
  std::ranges::for_each(view.work, fold);
  view.has_work = !view.work.empty() || !view.urgent.empty();
  view.has_children = !view.children.empty();
  view.has_others = !view.others.empty();
  view.has_processes = !view.processes.empty();
  return view;
}

/// The units above, from the top.
std::vector<Crumb> organisation_breadcrumbs(const OrgUnit& unit, const SiteContext& site) {
  const auto day = site.view().day();
  const auto& handbook = site.handbook();
  std::vector<Crumb> above;
  const auto* parent = handbook.find_unit(parent_on(unit, day));
  // A tree is never deeper than it has units; a circle in the content would be.
  while (parent != nullptr && above.size() < handbook.units.size()) {
    const auto address = address::unit(parent->id);
    if (site.routes.has(address)) above.push_back({parent->name, address});
    parent = handbook.find_unit(parent_on(*parent, day));
  }
  std::vector<Crumb> crumbs = {{site.words()[Word::nav_start], std::string(address::start)},
                               {site.words()[Word::nav_units], std::string(address::units)}};
  crumbs.insert(crumbs.end(), above.rbegin(), above.rend());
  return crumbs;
}

}  // namespace

void plan_unit(const RenderInput& input, RouteTable& routes) {
  for (const auto& unit : input.edition.view.handbook().units) {
    if (!exists_on(unit, input.edition.view.day())) continue;
    routes.add({PageKind::unit, address::unit(unit.id), unit.id});
  }
}

std::span<const Field> unit_fields() {
  return UnitView::fields();
}

Page render_unit(const Route& route, const SiteContext& site) {
  const auto& unit = *site.handbook().find_unit(route.subject);
  const auto view = unit_view(unit, root_of(route.path), site);
  return {.title = unit.name,
          .content = site.theme().page(PageKind::unit).fill(view),
          .breadcrumbs = organisation_breadcrumbs(unit, site),
          .section = address::units};
}

// "Enheter": the organisation as a tree.

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
