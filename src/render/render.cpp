#include "render/render.hpp"

#include <algorithm>
#include <future>
#include <mutex>

#include "base/in_order.hpp"
#include "base/text_hash.hpp"
#include "diag/code_names.hpp"
#include "render/addresses.hpp"
#include "render/earlier_pages.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/references.hpp"
#include "render/search_entries.hpp"
#include "render/search_findings.hpp"
#include "render/site_context.hpp"
#include "render/site_files.hpp"
#include "search/search_index.hpp"

namespace handbok {
namespace {

/// A preview has its list and the texts on it; the handbook has everything else, or what its
/// profile names.
bool has_kind(PageKind kind, const RenderInput& input) {
  const auto& options = input.options;
  const auto& pages = input.edition.pages;
  if (options.preview)
    return kind == PageKind::preview || kind == PageKind::revision || kind == PageKind::compare;
  if (kind == PageKind::preview) return false;
  if (kind == PageKind::closed) return true;
  return pages.empty() || std::ranges::find(pages, info_of(kind).name) != pages.end();
}

/// The page in whose folder a file of data lies: it is written only where that page is.
std::string page_beside(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1) + "index.html";
}

RouteTable plan_site(const RenderInput& input) {
  RouteTable routes;
  for (const auto& kind : all_page_kinds()) {
    if (has_kind(kind.kind, input)) kind.plan(input, routes);
  }
  for (const auto& file : input.data_files)
    if (routes.has(page_beside(file.path))) routes.add_address(file.path.text());
  return routes;
}

void report_address(const std::string& path, Diagnostics& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.code = Code::build_address_unusable;
  diagnostic.subject = path;
  diagnostic.what = {path};
  diagnostic.severity = Severity::error;
  diagnostic.consequence = Consequence::entry_left_out;
  diagnostics.report(std::move(diagnostic));
}

/// A row of redirects.toml whose old address nobody will come through. A site with some kinds of
/// pages alone has not all that they lead to.
void report_idle_redirects(const RenderInput& input, const RouteTable& routes,
                           Diagnostics& diagnostics) {
  if (!has_kind(PageKind::redirect, input) || !input.edition.pages.empty()) return;
  for (const auto& redirect : input.edition.view.handbook().redirects) {
    const auto leads = [&](const Route& route) {
      return route.kind == PageKind::redirect && route.path == redirect.from &&
             route.subject == redirect.to;
    };
    if (redirect.since > input.edition.view.day() || std::ranges::any_of(routes.routes(), leads))
      continue;
    Diagnostic diagnostic;
    diagnostic.code = Code::build_redirect_without_effect;
    diagnostic.severity = Severity::warning;
    diagnostic.location = redirect.location;
    diagnostic.subject = redirect.from;
    diagnostic.about = {Part::registers, "redirects", {}, {}};
    const bool is_taken = routes.has(redirect.from);
    diagnostic.what = {redirect.from, redirect.to,
                       is_taken ? "@redirect.from_taken" : "@redirect.no_target"};
    diagnostics.report(std::move(diagnostic));
  }
}

/// The door of the site: hands over what has an address of its own, and reports the rest. Whoever
/// makes files comes through it, one by one.
SiteSink behind_door(const SiteSink& sink, SiteAddresses& taken, Diagnostics& diagnostics,
                     std::mutex& one_by_one) {
  return [&](SiteFile file) {
    const std::lock_guard lock(one_by_one);
    if (taken.take(file.path)) return sink(std::move(file));
    const auto& refused = file.path.refused();
    report_address(refused.empty() ? file.path.text() : refused, diagnostics);
  };
}

/// The start of the index, and what it cannot answer as it should.
struct MadeIndex {
  SiteFile start;
  Diagnostics findings;
};

MadeIndex make_index(const SiteContext& site, const SiteSink& sink) {
  const auto entries = search_entries(site);
  const auto language = search_language(site);
  const search::WordGroups groups(entries, search_synonyms(site.handbook()), language,
                                  site.input.isolate);
  MadeIndex made{search::make_search_index(entries, groups, language, sink), {}};
  report_search_findings(site, entries, groups, made.findings);
  return made;
}

/// The pages about one thing together, any other page for itself.
std::vector<PageGroup> groups_of(const std::vector<const Route*>& routes) {
  std::vector<PageGroup> groups;
  TextMap<std::size_t> places;
  for (const auto* const route : routes) {
    const auto& subject = route->subject.empty() ? route->path : route->subject;
    const auto [place, is_new] = places.try_emplace(subject, groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(route);
  }
  return groups;
}

/// Groups know nothing of each other, so the pages of several are made at the same time. What two
/// pages of one have in common is made once.
void render_pages(const std::vector<const Route*>& routes, const SiteContext& site,
                  const Frame& frame, const EarlierPages* earlier, const SiteSink& sink) {
  const auto groups = groups_of(routes);
  make_in_order(
      groups.size(), site.input.isolate.jobs(),
      [&](std::size_t number) {
        auto known = earlier == nullptr ? std::nullopt : earlier->find(groups[number]);
        if (known) return *std::move(known);
        LastBody last_body;
        Asked asked;
        auto in_folder = site;
        in_folder.texts_read = &asked.texts;
        in_folder.last_body = &last_body;
        std::vector<std::string> pages;
        for (const auto* const route : groups[number])
          pages.push_back(frame.around(*route, info_of(route->kind).render(*route, in_folder)));
        if (earlier != nullptr) earlier->keep(groups[number], asked, pages);
        return pages;
      },
      [&](std::size_t number, std::vector<std::string> pages) {
        for (std::size_t i = 0; i < pages.size(); ++i)
          sink({groups[number][i]->path, std::move(pages[i])});
      });
}

/// Lets go of the sources of texts: what they say is in the bodies.
void forget_texts(const RenderInput& input) {
  if (!input.forget) return;
  for (const auto& document : input.edition.view.handbook().documents) {
    for (const auto& revision : document.revisions) {
      input.forget(revision.path);
      if (revision.approval) input.forget(revision.approval->path);
    }
  }
}

/// All pages, the index of the search, and its start, which `site` refers to. The page of the
/// search names it, so it comes last; the others need not wait for it.
void render_pages(const SiteContext& site, SiteFile& search_start, const SiteSink& sink,
                  Diagnostics& diagnostics) {
  const Frame frame(site.input, site.routes);
  const EarlierPages earlier(site);
  forget_texts(site.input);
  std::vector<const Route*> searches;
  std::vector<const Route*> others;
  for (const auto& route : site.routes.routes())
    (route.kind == PageKind::search ? searches : others).push_back(&route);
  std::future<MadeIndex> index;
  const auto policy = site.input.isolate.jobs() > 1 ? std::launch::async | std::launch::deferred
                                                    : std::launch::deferred;
  if (!searches.empty()) index = std::async(policy, [&] { return make_index(site, sink); });
  render_pages(others, site, frame, &earlier, sink);
  if (searches.empty()) return;
  auto made = index.get();
  search_start = std::move(made.start);
  diagnostics.merge(std::move(made.findings));
  render_pages(searches, site, frame, nullptr, sink);
}

}  // namespace

std::set<std::string, std::less<>> site_addresses(const RenderInput& input) {
  const auto routes = plan_site(input);
  std::set<std::string, std::less<>> addresses;
  for (const auto& route : routes.routes()) {
    addresses.insert(route.path);
    const auto code = address::paper_code({route.subject, route.revision});
    if (route.kind == PageKind::paper && routes.has(code)) addresses.insert(code);
  }
  for (const auto* const revision : revisions_with_page(input)) {
    const auto& handbook = input.edition.view.handbook();
    const auto folder = address::document_folder(handbook, revision->document);
    for (const auto& attachment : revision->attachments)
      addresses.insert(folder + attachment.path);
    if (revision->process) addresses.insert(address::diagram(handbook, revision->key()));
  }
  for (const auto path : {address::worker, address::manifest})
    if (routes.has(path)) addresses.emplace(path);
  if (routes.has(address::news)) addresses.emplace(address::news_feed);
  if (routes.has(address::dates)) addresses.emplace(address::day_data);
  for (const auto& file : input.data_files)
    if (routes.has(file.path)) addresses.insert(file.path.text());
  return addresses;
}

void render_site(const RenderInput& input, const SiteSink& outside, Diagnostics& diagnostics) {
  const auto routes = plan_site(input);
  for (const auto& path : routes.refused())
    report_address(path, diagnostics);
  report_idle_redirects(input, routes, diagnostics);
  SiteAddresses taken;
  std::mutex one_by_one;
  const auto sink = behind_door(outside, taken, diagnostics, one_by_one);
  const auto& withheld = input.edition.withheld;
  Diagrams diagrams;
  auto index = make_site_index(input.edition, withheld);
  SiteFile search_start;
  const SiteContext site{input, routes, withheld, diagrams, index, search_start, nullptr, nullptr};
  index.targets = current_targets(site);
  diagrams = draw_diagrams(site, diagnostics);
  render_pages(site, search_start, sink, diagnostics);
  write_site_files(site, sink);
  sink(input.theme.style);
  sink(input.theme.script);
  if (!input.theme.icon.bytes.empty()) sink(input.theme.icon);
}

}  // namespace handbok
