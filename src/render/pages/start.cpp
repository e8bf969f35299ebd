// The start page: a few ways in, and what is new.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "derive/organisation.hpp"
#include "diag/code_names.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/news.hpp"
#include "render/tables/table_page.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// A part of the organisation and the units straight below it that have none below themselves.
struct UnitGroupView {
  std::string href;
  std::string name;
  std::vector<LinkView> units;
  HANDBOK_FIELDS(UnitGroupView, href, name, units)
};

struct StartSubprocessView {
  std::string href;
  std::string title;
  std::string purpose;
  HANDBOK_FIELDS(StartSubprocessView, href, title, purpose)
};

/// A process and its sub-processes.
struct StartProcessView {
  std::string href;
  std::string title;
  std::string purpose;
  std::vector<StartSubprocessView> subprocesses;
  bool has_subprocesses = false;
  HANDBOK_FIELDS(StartProcessView, href, title, purpose, subprocesses, has_subprocesses)
};

/// Main, governing or support processes.
struct StartBandView {
  std::string name;
  std::string kind;  ///< CSS: "main", "governing", "support"
  std::vector<StartProcessView> processes;
  HANDBOK_FIELDS(StartBandView, name, kind, processes)
};

/// What is to be looked at again, for those who own documents.
struct DueReviewsView {
  std::string overdue;
  std::string due;
  std::string days;  ///< how far ahead "due" looks
  std::string control_href;
  HANDBOK_FIELDS(DueReviewsView, overdue, due, days, control_href)
};

/// The start page.
struct StartView {
  std::string title;
  Html day;
  std::optional<LinkView> complaints;
  std::string search_href;
  std::string reporting_href;
  std::vector<UnitGroupView> unit_groups;
  std::vector<LinkView> roles;
  std::vector<StartBandView> bands;
  std::vector<NewsEntryView> news;
  std::vector<NewsEntryView> coming;
  std::vector<WheelStepView> wheel;  ///< the pages of tables: risks, self-checks …
  std::vector<LinkView> registers;   ///< the handbook's own
  std::optional<DueReviewsView> due_reviews;
  std::string units_href;
  std::string roles_href;
  std::string processes_href;
  std::string documents_href;
  std::string news_href;
  bool has_units = false;
  bool has_roles = false;
  bool has_bands = false;
  bool has_news = false;
  bool has_coming = false;
  bool has_registers = false;
  bool has_wheel = false;
  HANDBOK_FIELDS(StartView, title, day, complaints, search_href, reporting_href, unit_groups, roles,
                 bands, news, coming, wheel, registers, due_reviews, units_href, roles_href,
                 processes_href, documents_href, news_href, has_units, has_roles, has_bands,
                 has_news, has_coming, has_registers, has_wheel)
};

constexpr std::size_t news_shown = 5;

bool is_own(const OrgUnit& unit) {
  return unit.kind == UnitKind::own;
}

/// One group for each unit that has own units without others below them, from the top down.
class UnitGroups {
public:
  UnitGroups(std::string root, const SiteContext& site) : root_(std::move(root)), site_(site) {}

  std::vector<UnitGroupView> below(const UnitId& top) {
    add_below(top);
    return std::move(groups_);
  }

private:
  std::vector<const OrgUnit*> own_children(const UnitId& parent) const {
    auto children = children_on(site_.handbook(), parent, site_.view().day());
    std::erase_if(children, [](const OrgUnit* unit) { return !is_own(*unit); });
    std::ranges::stable_sort(children, SwedishLess{}, &OrgUnit::name);
    return children;
  }

  void add_below(const UnitId& parent) {
    // A circle in the content must not go on for ever.
    if (std::ranges::find(visited_, parent) != visited_.end()) return;
    visited_.push_back(parent);
    auto link = unit_link(parent, root_, site_);
    UnitGroupView group{std::move(link.href), std::move(link.text), {}};
    std::vector<UnitId> parents;
    for (const auto* unit : own_children(parent)) {
      if (own_children(unit->id).empty()) {
        group.units.push_back(unit_link(unit->id, root_, site_));
      } else {
        parents.push_back(unit->id);
      }
    }
    if (!group.units.empty()) groups_.push_back(std::move(group));
    for (const auto& id : parents)
      add_below(id);
  }

  std::string root_;
  const SiteContext& site_;
  std::vector<UnitGroupView> groups_;
  std::vector<UnitId> visited_;
};

std::vector<LinkView> role_links(const std::string& root, const SiteContext& site) {
  std::vector<LinkView> links;
  for (const auto& role : site.handbook().roles)
    links.push_back(role_link(role.id, root, site));
  std::ranges::stable_sort(links, SwedishLess{}, &LinkView::text);
  return links;
}

/// The process descriptions that readers follow, by id.
std::vector<const Revision*> current_processes(const SiteContext& site) {
  std::vector<const Revision*> processes;
  for (const auto& document : site.view().documents()) {
    const bool is_current =
        document.state == DocumentState::in_force || document.state == DocumentState::expired;
    const auto* const shown = is_current ? face_of(document, site.withheld).shown : nullptr;
    if (shown != nullptr && shown->process) processes.push_back(shown);
  }
  return processes;
}

/// Sorts the processes into bands. A sub-process stands under its parent, or in the main band if
/// its parent is not there.
class ProcessBands {
public:
  ProcessBands(std::string root, const SiteContext& site)
      : root_(std::move(root)),
        site_(site),
        processes_(current_processes(site)) {}

  std::vector<StartBandView> bands() const {
    std::vector<StartBandView> bands;
    add_band(bands, {site_.words()[Word::process_map_main], "main", {}}, ProcessKind::main);
    add_band(bands, {site_.words()[Word::process_map_governing], "governing", {}},
             ProcessKind::governing);
    add_band(bands, {site_.words()[Word::process_map_support], "support", {}},
             ProcessKind::support);
    return bands;
  }

private:
  void add_band(std::vector<StartBandView>& bands, StartBandView band, ProcessKind kind) const {
    for (const auto* revision : processes_) {
      if (band_of(*revision) == kind) band.processes.push_back(process_view(*revision));
    }
    if (!band.processes.empty()) bands.push_back(std::move(band));
  }

  /// The band that the process stands in by itself; `sub` if it stands under its parent.
  ProcessKind band_of(const Revision& revision) const {
    const auto kind = revision.process->kind;
    if (kind != ProcessKind::sub) return kind;
    const auto& parent = revision.process->parent;
    const bool has_parent =
        std::ranges::find(processes_, parent, &Revision::document) != processes_.end();
    return has_parent ? ProcessKind::sub : ProcessKind::main;
  }

  StartProcessView process_view(const Revision& revision) const {
    StartProcessView view{href(revision), revision.title, purpose(revision), {}, false};
    for (const auto* sub : processes_) {
      if (band_of(*sub) != ProcessKind::sub || sub->process->parent != revision.document) continue;
      view.subprocesses.push_back({href(*sub), sub->title, purpose(*sub)});
    }
    view.has_subprocesses = !view.subprocesses.empty();
    return view;
  }

  std::string href(const Revision& revision) const {
    return root_ + address::document(site_.handbook(), revision.document);
  }

  static const std::string& purpose(const Revision& revision) {
    return revision.summary.empty() ? revision.process->purpose : revision.summary;
  }

  std::string root_;
  const SiteContext& site_;
  std::vector<const Revision*> processes_;
};

std::optional<DueReviewsView> due_reviews(const std::string& root, const SiteContext& site) {
  const auto& diagnostics = site.edition().told;
  const auto overdue = std::ranges::count(diagnostics, Code::doc_review_overdue, &Diagnostic::code);
  const auto due = std::ranges::count(diagnostics, Code::doc_review_due, &Diagnostic::code);
  if (overdue + due == 0 || !site.routes.has(address::control)) return std::nullopt;
  return DueReviewsView{std::to_string(overdue), std::to_string(due),
                        std::to_string(site.handbook().settings.review_horizon_days),
                        root + std::string(address::control)};
}

/// The way to the page for complaints, with one line about it.
std::optional<LinkView> complaints_link(const std::string& root, const SiteContext& site) {
  const auto& id = site.handbook().settings.complaints;
  auto link = document_link(id, root, site);
  if (link.href.empty()) return std::nullopt;
  const auto* const shown = face_of(*site.view().find(id), site.withheld).shown;
  if (shown != nullptr && !shown->summary.empty()) link.text = shown->summary;
  return link;
}

void add_ways_in(StartView& view, const std::string& root, const SiteContext& site) {
  const auto& settings = site.handbook().settings;
  view.complaints = complaints_link(root, site);
  view.unit_groups = UnitGroups(root, site).below(settings.principal);
  view.has_units = !view.unit_groups.empty() && site.routes.has(address::units);
  view.roles = role_links(root, site);
  view.has_roles = !view.roles.empty() && site.routes.has(address::roles);
  view.wheel = wheel_steps(root, site);
  view.has_wheel = !view.wheel.empty();
  view.registers = own_register_links(root, site);
  view.has_registers = !view.registers.empty();
  view.bands = ProcessBands(root, site).bands();
  view.has_bands = !view.bands.empty();
}

void add_news(StartView& view, const std::string& root, const SiteContext& site) {
  view.news = first_entries(past_news(site.view()), news_shown, root, site);
  view.has_news = !view.news.empty();
  view.coming = first_entries(coming_news(site.view()), news_shown, root, site);
  view.has_coming = !view.coming.empty();
  view.due_reviews = due_reviews(root, site);
}

}  // namespace

void plan_start(const RenderInput& input, RouteTable& routes) {
  routes.add({PageKind::start, std::string(address::start), {}});
  if (input.theme.worker.empty()) return;
  routes.add_address(std::string(address::worker));
  routes.add_address(std::string(address::manifest));
}

std::span<const Field> start_fields() {
  return StartView::fields();
}

Page render_start(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  StartView view;
  view.title = site.handbook().settings.title;
  view.day = date_html(site.view().day(), site.words());
  const auto href = [&](std::string_view page) {
    return site.routes.has(page) ? root + std::string(page) : std::string();
  };
  view.search_href = href(address::search);
  view.reporting_href = href(address::reporting);
  view.units_href = href(address::units);
  view.roles_href = href(address::roles);
  view.processes_href = href(address::processes);
  view.documents_href = href(address::documents);
  view.news_href = href(address::news);
  add_ways_in(view, root, site);
  add_news(view, root, site);
  return {.title = site.words()[Word::nav_start],
          .content = site.theme().page(PageKind::start).fill(view),
          .breadcrumbs = {},
          .section = address::start};
}

}  // namespace handbok
