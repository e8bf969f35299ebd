// A role: what it is for, what it does in the processes, what it is to read and what it owns.

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "model/organisation.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_item.hpp"
#include "render/site_context.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/unit_work.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// What a role may do with documents, and with which: "Fastställer", "Rutiner (hälso- och
/// sjukvård)".
struct PowerView {
  std::string step;
  std::vector<LinkView> types;  ///< without links
  HANDBOK_FIELDS(PowerView, step, types)
};

/// The documents that a policy is for: "Rutiner (Enhet, hälso- och sjukvård)".
std::string documents_of(const DocumentType& type, const ApprovalPolicy& policy,
                         const std::vector<RegimeId>& regimes, const Handbook& handbook) {
  std::vector<std::string> limits;
  for (const auto& level : policy.levels)
    limits.push_back(level_name(level, handbook));
  for (const auto& regime : regimes)
    limits.push_back(regime_name(regime, handbook));
  return limits.empty() ? type.name_plural : type.name_plural + " (" + join(limits, ", ") + ")";
}

/// Collects the documents for each step.
class Powers {
public:
  Powers(const Role& role, const SiteContext& site) : role_(role), site_(site) {}

  void add(const DocumentType& type, const ApprovalPolicy& policy) {
    const auto& handbook = site_.handbook();
    const auto all = documents_of(type, policy, policy.regimes, handbook);
    if (includes(policy.drafts, role_.id)) drafts_.push_back(all);
    if (includes(policy.reviews, role_.id)) reviews_.push_back(all);
    if (includes(policy.approves, role_.id)) approves_.push_back(all);
    if (includes(policy.consults, role_.id)) {
      consults_.push_back(all);
      return;
    }
    std::vector<RegimeId> regimes;
    for (const auto& consultation : policy.consults_by_regime) {
      if (includes(consultation.roles, role_.id)) regimes.push_back(consultation.regime);
    }
    if (!regimes.empty()) consults_.push_back(documents_of(type, policy, regimes, handbook));
  }

  std::vector<PowerView> views() {
    std::vector<PowerView> views;
    const auto add_step = [&](Word word, std::vector<std::string>& documents) {
      if (documents.empty()) return;
      std::ranges::sort(documents, SwedishLess{});
      documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
      PowerView view{site_.words()[word], {}};
      for (auto& name : documents)
        view.types.push_back({{}, std::move(name)});
      views.push_back(std::move(view));
    };
    add_step(Word::role_drafts, drafts_);
    add_step(Word::role_consulted, consults_);
    add_step(Word::role_reviews, reviews_);
    add_step(Word::role_approves, approves_);
    return views;
  }

private:
  const Role& role_;
  const SiteContext& site_;
  std::vector<std::string> drafts_;
  std::vector<std::string> consults_;
  std::vector<std::string> reviews_;
  std::vector<std::string> approves_;
};

/// The steps that the approval policies name the role for, in the order of a document's life. Steps
/// that every role may take are left out.
std::vector<PowerView> role_powers(const Role& role, const SiteContext& site) {
  Powers powers(role, site);
  for (const auto& type : site.handbook().types) {
    for (const auto& policy : type.policies)
      powers.add(type, policy);
  }
  return powers.views();
}

struct RoleTaskView {
  std::string task;
  bool leads = false;
  HANDBOK_FIELDS(RoleTaskView, task, leads)
};

/// The tasks that one document gives to the role.
struct DocumentTasksView {
  std::string href;
  std::string title;
  std::string id;
  std::vector<RoleTaskView> tasks;
  HANDBOK_FIELDS(DocumentTasksView, href, title, id, tasks)
};

/// A document that the role is to read.
struct ReadingView {
  std::string href;
  std::string title;
  std::string id;
  std::string unit;
  Html valid_from;
  std::string change_note;
  Html reach;
  HANDBOK_FIELDS(ReadingView, href, title, id, unit, valid_from, change_note, reach)
};

struct RoleView {
  std::string id;
  std::string name;
  std::string aliases;
  std::string mission;
  std::string level;
  std::string contact;
  Html heads;                ///< the units that it is the head of
  std::string control_href;  ///< what waits for it; empty: the site has no such page
  bool is_collegial = false;
  bool is_licensed = false;
  std::vector<ProcessStepsView> processes;
  std::vector<TableSection> work;  ///< its duties, decisions, self-checks, actions and risks
  std::vector<DocumentTasksView> tasks;
  std::vector<ReadingView> readings;
  std::vector<DocumentItemView> owned;
  std::vector<PowerView> powers;
  bool has_processes = false;
  bool has_tasks = false;
  bool has_readings = false;
  bool has_owned = false;
  bool has_powers = false;
  bool has_nothing = false;        ///< nothing names the role
  std::vector<LinkView> contents;  ///< links to the sections; empty if there are few
  HANDBOK_FIELDS(RoleView, id, name, aliases, mission, level, contact, heads, control_href,
                 is_collegial, is_licensed, processes, work, tasks, readings, owned, powers,
                 has_processes, has_tasks, has_readings, has_owned, has_powers, has_nothing,
                 contents)
};

Html headed_units(const Role& role, const std::string& root, const SiteContext& site) {
  std::vector<LinkView> units;
  for (const auto& unit : site.handbook().units) {
    if (unit.head != role.id || !exists_on(unit, site.view().day())) continue;
    units.push_back(unit_link(unit.id, root, site));
  }
  std::ranges::stable_sort(units, SwedishLess{}, &LinkView::text);
  std::vector<Html> links;
  links.reserve(units.size());
  for (const auto& [href, text] : units)
    links.push_back(link_html(href, text));
  return joined_html(links, ", ");
}

/// Tasks stand together by document already; documents are put in the order of their titles.
std::vector<DocumentTasksView> tasks_by_document(const std::vector<AssignedTask>& tasks,
                                                 const Role& role, const std::string& root,
                                                 const SiteContext& site) {
  std::vector<DocumentTasksView> documents;
  for (const auto& [revision, task] : tasks) {
    if (documents.empty() || documents.back().id != revision->document) {
      const auto href = root + address::document(site.handbook(), revision->document);
      documents.push_back({href, revision->title, revision->document, {}});
    }
    documents.back().tasks.push_back({task->task, task->lead == role.id});
  }
  std::ranges::stable_sort(documents, SwedishLess{}, &DocumentTasksView::title);
  return documents;
}

/// What changed last comes first.
std::vector<ReadingView> readings(std::vector<const Revision*> revisions, const std::string& root,
                                  const SiteContext& site) {
  const auto started = [&](const Revision* revision) {
    const auto& validity = site.view().of(*revision).validity;
    return validity ? validity->from : Date{};
  };
  std::ranges::sort(revisions, [&](const auto* a, const auto* b) {
    if (started(a) != started(b)) return started(a) > started(b);
    const auto order = compare_swedish(a->title, b->title);
    return order != 0 ? order < 0 : a->document < b->document;
  });
  std::vector<ReadingView> views;
  views.reserve(revisions.size());
  for (const auto* const revision : revisions) {
    views.push_back({root + address::document(site.handbook(), revision->document), revision->title,
                     revision->document, unit_link(revision->unit, root, site).text,
                     date_html(started(revision), site.words()), revision->change_note,
                     reach_attributes(*revision)});
  }
  return views;
}

std::vector<DocumentItemView> owned_documents(const Role& role, const std::string& root,
                                              const SiteContext& site) {
  std::vector<DocumentItemView> items;
  const auto owned = site.index().by_owner.find(role.id);
  if (owned == site.index().by_owner.end()) return items;
  for (const auto& listed : owned->second)
    items.push_back(document_item(listed, root, site));
  sort_by_title(items);
  return items;
}

/// Links to the sections that the page has, by the anchors that its template gives them.
std::vector<LinkView> contents_of(const RoleView& view, const SiteContext& site) {
  std::vector<LinkView> links;
  const auto add = [&](bool is_there, const char* href, Word heading) {
    if (is_there) links.push_back({href, site.words()[heading]});
  };
  add(view.has_processes, "#steg", Word::role_steps);
  add(view.has_tasks, "#ansvar", Word::role_tasks);
  for (const auto& section : view.work)
    links.push_back({"#" + section.anchor, section.heading});
  add(view.has_readings, "#lasa", Word::role_readings);
  add(view.has_owned, "#ager", Word::role_owned);
  add(view.has_powers, "#beslut", Word::role_powers);
  constexpr std::size_t few = 2;
  return links.size() > few ? links : std::vector<LinkView>{};
}

RoleView role_view(const Role& role, const std::string& root, const SiteContext& site) {
  const auto& use = site.index().roles.of_role(role.id);
  RoleView view;
  view.id = role.id;
  view.name = role.name;
  auto aliases = role.aliases;
  std::erase(aliases, role.id);
  view.aliases = join(aliases, ", ");
  view.mission = role.mission;
  view.level = level_name(role.level, site.handbook());
  view.contact = role.contact;
  view.heads = headed_units(role, root, site);
  if (const auto owner = address::owner(role.id); site.routes.has(owner))
    view.control_href = root + owner;
  view.is_collegial = role.collegial;
  view.is_licensed = role.licensed;
  view.processes = steps_by_process(use.steps, root, site);
  view.tasks = tasks_by_document(use.tasks, role, root, site);
  view.readings = readings(use.to_read, root, site);
  view.owned = owned_documents(role, root, site);
  view.powers = role_powers(role, site);
  view.work = role_work(role, {site, root, {}});
  view.has_processes = !view.processes.empty();
  view.has_tasks = !view.tasks.empty();
  view.has_readings = !view.readings.empty();
  view.has_owned = !view.owned.empty();
  view.has_powers = !view.powers.empty();
  view.has_nothing = !view.has_processes && !view.has_tasks && !view.has_readings &&
                     !view.has_owned && !view.has_powers && view.work.empty();
  view.contents = contents_of(view, site);
  return view;
}

}  // namespace

void plan_role(const RenderInput& input, RouteTable& routes) {
  for (const auto& role : input.edition.view.handbook().roles) {
    routes.add({PageKind::role, address::role(role.id), role.id});
  }
}

std::span<const Field> role_fields() {
  return RoleView::fields();
}

Page render_role(const Route& route, const SiteContext& site) {
  const auto& role = *site.handbook().find_role(route.subject);
  const auto view = role_view(role, root_of(route.path), site);
  return {.title = role.name,
          .content = site.theme().page(PageKind::role).fill(view),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)},
                          {site.words()[Word::nav_roles], std::string(address::roles)}},
          .section = address::roles};
}

// "Roller": who answers for what, by name.

namespace {

struct RoleItemView {
  std::string href;
  std::string name;
  std::string id;
  std::string mission;
  HANDBOK_FIELDS(RoleItemView, href, name, id, mission)
};

struct RoleListView {
  std::vector<RoleItemView> roles;
  HANDBOK_FIELDS(RoleListView, roles)
};

}  // namespace

void plan_role_list(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::role_list, std::string(address::roles), {}});
}

std::span<const Field> role_list_fields() {
  return RoleListView::fields();
}

Page render_role_list(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  RoleListView view;
  for (const auto& role : site.handbook().roles) {
    view.roles.push_back({root + address::role(role.id), role.name, role.id, role.mission});
  }
  std::ranges::stable_sort(view.roles, SwedishLess{}, &RoleItemView::name);
  return top_page(address::roles, Word::nav_roles,
                  site.theme().page(PageKind::role_list).fill(view), site);
}

}  // namespace handbok
