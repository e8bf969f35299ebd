#include "render/site_files.hpp"

#include <algorithm>
#include <map>

#include "base/atom.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/process_order.hpp"
#include "diag/code_names.hpp"
#include "diagram/flow_graph.hpp"
#include "diagram/qr_code.hpp"
#include "render/addresses.hpp"
#include "render/day_data.hpp"
#include "render/document_face.hpp"
#include "render/pages/news.hpp"
#include "render/references.hpp"
#include "render/sheet.hpp"
#include "site/site.hpp"

namespace handbok {
namespace {

/// The kind of node that a kind of step is drawn as.
NodeKind node_kind(StepKind kind) {
  switch (kind) {
    case StepKind::start: return NodeKind::start;
    case StepKind::end: return NodeKind::end;
    case StepKind::activity: return NodeKind::activity;
    case StepKind::decision: return NodeKind::decision;
    case StepKind::subprocess: return NodeKind::subprocess;
    case StepKind::reference: return NodeKind::reference;
    case StepKind::wait: return NodeKind::wait;
  }
  return NodeKind::activity;
}

/// The lane of `role`, added if it is new.
std::size_t lane_of(const RoleId& role, std::vector<RoleId>& lanes) {
  const auto it = std::ranges::find(lanes, role);
  if (it != lanes.end()) return static_cast<std::size_t>(it - lanes.begin());
  lanes.push_back(role);
  return lanes.size() - 1;
}

FlowNode flow_node(const ProcessNode& source, int number, const LinkScope& scope) {
  FlowNode node;
  node.id = source.id;
  node.kind = node_kind(source.kind);
  node.label = source.label;
  node.number = number;
  node.href = "#" + source.id;
  if (!source.document.empty()) {
    if (const auto target = document_target(source.document, scope); !target.href.empty()) {
      node.href = target.href;
    }
  }
  node.is_collaboration = !source.collaboration.empty();
  node.collaboration_label = scope.site.words()[Word::process_collaboration];
  return node;
}

/// The process of `revision`, which must have one, as a flow to draw: steps in working order, a
/// lane for each role that acts first in some step. A step leads to its place in the list of steps
/// on the same page, a sub-process or reference to its document.
FlowGraph process_graph(const Revision& revision, const LinkScope& scope) {
  const auto& process = *revision.process;
  const auto order = process_order(process);
  FlowGraph graph;
  graph.id_prefix = "flow-";
  graph.title = scope.site.words().fill(Word::process_diagram_title, {revision.title});
  graph.description = scope.site.words()[Word::process_diagram_description];
  std::vector<RoleId> lanes;
  std::vector<std::size_t> position(process.nodes.size());
  for (const auto& step : order) {
    const auto& source = process.nodes[step.node];
    auto node = flow_node(source, step.number, scope);
    if (!source.roles.empty()) node.lane = lane_of(source.roles.front(), lanes);
    position[step.node] = graph.nodes.size();
    graph.nodes.push_back(std::move(node));
  }
  for (const auto& lane : lanes) {
    auto link = role_link(lane, scope.root, scope.site);
    graph.lanes.push_back({std::move(link.text), std::move(link.href)});
  }
  for (const auto& step : order) {
    for (const auto& exit : step.exits) {
      graph.edges.push_back(
          {position[step.node], position[exit.target], process.edges[exit.edge].label});
    }
  }
  return graph;
}

/// The revisions whose process is to be drawn: those with a page, and what they are compared with.
std::map<RevisionKey, const Revision*> drawn_revisions(const SiteContext& site) {
  std::map<RevisionKey, const Revision*> revisions;
  const auto add = [&](const Revision* revision) {
    if (revision == nullptr || !revision->process) return;
    const bool is_withheld = site.withheld.reason(revision->key()) != nullptr;
    if (!is_withheld) revisions.emplace(revision->key(), revision);
  };
  for (const auto* const revision : revisions_with_page(site.input)) {
    add(revision);
    add(revision_before(*revision, site.view(), site.input.options));
  }
  return revisions;
}

Diagnostic not_drawn(const Revision& revision) {
  Diagnostic diagnostic;
  diagnostic.code = Code::diagram_layout_failed;
  diagnostic.severity = Severity::warning;
  diagnostic.location = revision.process->location;
  diagnostic.subject = revision.document;
  diagnostic.revision = revision.key();
  diagnostic.about = {Part::texts, {}, revision.document, {}};
  diagnostic.owner = revision.owner;
  diagnostic.units = {revision.unit};
  return diagnostic;
}

constexpr std::size_t entries_max = 50;

/// A URI under a name that belongs to this handbook (RFC 4151).
std::string tag_of(const Handbook& handbook, std::string_view what) {
  return std::string("tag:")
      .append(handbook.settings.principal)
      .append(".handbok,2000:")
      .append(what);
}

AtomEntry entry_of(Date day, const NewsEntryView& view, const Handbook& handbook) {
  AtomEntry entry;
  entry.id = tag_of(
      handbook,
      std::string(view.id).append("/").append(view.number).append("/").append(view.kind_class));
  entry.title = std::string(view.kind).append(": ").append(view.id).append(" ").append(view.title);
  entry.href = view.revision_href.empty() ? view.href : view.revision_href;
  entry.on = day;
  entry.summary = view.note;
  return entry;
}

/// The newest of what the page of news tells, as a feed beside it. Entries keep their ids for ever.
/// With a base URL its links are absolute, else relative to the feed.
SiteFile news_feed(const SiteContext& site) {
  const auto& handbook = site.handbook();
  const auto& options = site.input.options;
  const auto root = options.base_url.empty() ? "../" : absolute_address({}, options);
  const auto* const principal = handbook.find_unit(handbook.settings.principal);
  AtomFeed feed;
  feed.id = tag_of(handbook, "news");
  feed.title = handbook.settings.title;
  feed.author = principal == nullptr ? handbook.settings.title : principal->name;
  feed.language = handbook.settings.language;
  feed.href = root + std::string(address::news);
  feed.self = root + std::string(address::news_feed);
  for (const auto& event : past_news(site.view())) {
    if (feed.entries.size() == entries_max) break;
    feed.entries.push_back(entry_of(event.day, news_entry(event, root, site), handbook));
  }
  return {std::string(address::news_feed), write_atom(feed)};
}

void write_attachments(const Revision& revision, const SiteContext& site, const SiteSink& sink) {
  const auto* const document = site.handbook().find_document(revision.document);
  const auto folder = address::document_folder(site.handbook(), revision.document);
  for (const auto& attachment : revision.attachments) {
    const auto* const bytes = site.input.sources.find(document->folder + "/" + attachment.path);
    if (bytes != nullptr) sink({folder + attachment.path, *bytes});
  }
}

/// The address of a page for sheets, as a picture. Without a base URL there is none to draw.
void write_paper_code(const Route& route, const SiteContext& site, const SiteSink& sink) {
  const RevisionKey key{route.subject, route.revision};
  if (!site.routes.has(address::paper_code(key))) return;
  sink({address::paper_code(key), qr_code_svg(absolute_address(route.path, site.input.options))});
}

/// What a browser must know to install the handbook among its apps.
SiteFile web_manifest(const SiteContext& site) {
  const auto& settings = site.handbook().settings;
  const auto& icon = site.theme().icon;
  Json::Array icons;
  if (!icon.bytes.empty()) {
    icons.emplace_back(
        Json::Object{{"src", icon.path.text()}, {"sizes", "any"}, {"type", "image/svg+xml"}});
  }
  const Json::Object manifest{{"name", settings.title},
                              {"short_name", settings.short_title},
                              {"lang", settings.language},
                              {"start_url", std::string(address::start)},
                              {"scope", "."},
                              {"display", "standalone"},
                              {"icons", std::move(icons)}};
  return {std::string(address::manifest), to_text(Json(manifest), JsonLayout::indented) + "\n"};
}

/// How browsers ask the search from their own field (OpenSearch 1.1): they need whole addresses,
/// and a name of 16 characters at most.
SiteFile search_description(const SiteContext& site) {
  const auto& settings = site.handbook().settings;
  std::string_view name = settings.short_title;
  while (count_code_points(name) > 16)
    name.remove_suffix(1);
  const auto search = absolute_address(address::search, site.input.options);
  std::string text = "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  text += "<ShortName>" + escape_html(name) + "</ShortName>\n";
  text += "<Description>" + escape_html(settings.title) + "</Description>\n";
  text += "<InputEncoding>UTF-8</InputEncoding>\n";
  text += R"(<Url type="text/html" template=")" + escape_html(search) + "?q={searchTerms}\"/>\n";
  return {std::string(address::search_description), text + "</OpenSearchDescription>\n"};
}

}  // namespace

Diagrams draw_diagrams(const SiteContext& site, Diagnostics& diagnostics) {
  const auto revisions = drawn_revisions(site);
  std::vector<FlowGraph> graphs;
  graphs.reserve(revisions.size());
  for (const auto& [key, revision] : revisions)
    graphs.push_back(process_graph(*revision, revision_scope(*revision, site)));
  auto drawings = draw_all(graphs, site.input.isolate);
  Diagrams diagrams;
  auto drawing = drawings.begin();
  for (const auto& [key, revision] : revisions) {
    if (*drawing) {
      diagrams.add(key, *std::move(*drawing));
    } else {
      diagnostics.report(not_drawn(*revision));
    }
    ++drawing;
  }
  return diagrams;
}

void write_site_files(const SiteContext& site, const SiteSink& sink) {
  for (const auto* const revision : revisions_with_page(site.input)) {
    if (site.withheld.reason(revision->key()) != nullptr) continue;
    write_attachments(*revision, site, sink);
    const auto* const drawing = site.diagrams.find(revision->key());
    if (drawing == nullptr) continue;
    const auto page_name = std::to_string(revision->number) + ".html";
    sink({address::diagram(site.handbook(), revision->key()),
          standalone_svg(*drawing, site.theme().diagram_style, page_name)});
  }
  for (const auto& route : site.routes.routes())
    if (route.kind == PageKind::paper) write_paper_code(route, site, sink);
  if (site.routes.has(address::news)) sink(news_feed(site));
  if (site.routes.has(address::dates)) sink(day_data(site));
  if (site.routes.has(address::worker)) {
    sink({std::string(address::worker), site.theme().worker});
    sink(web_manifest(site));
  }
  if (site.routes.has(address::search)) {
    sink(site.search_start);
    if (site.routes.has(address::search_description)) sink(search_description(site));
  }
  for (const auto& file : site.input.data_files)
    if (site.routes.has(file.path)) sink(file);
}

}  // namespace handbok
