#include "render/site_files.hpp"

#include "base/atom.hpp"
#include "render/addresses.hpp"
#include "render/pages/news_entries.hpp"
#include "render/revision_pages.hpp"
#include "render/site_context.hpp"
#include "site/site.hpp"

namespace handbok {
namespace {

constexpr std::size_t entries_max = 50;

/// A URI under a name that belongs to this handbook (RFC 4151).
std::string tag_of(const Handbook& handbook, std::string_view what) {
  return std::string("tag:")
      .append(handbook.settings.principal)
      .append(".handbok,2000:")
      .append(what);
}

AtomEntry entry_of(const NewsEntry& news, const Handbook& handbook) {
  const auto& view = news.view;
  AtomEntry entry;
  entry.id = tag_of(
      handbook,
      std::string(view.id).append("/").append(view.number).append("/").append(view.kind_class));
  entry.title = std::string(view.kind).append(": ").append(view.id).append(" ").append(view.title);
  entry.href = view.revision_href.empty() ? view.href : view.revision_href;
  entry.on = news.day;
  entry.summary = view.note;
  return entry;
}

/// What stands before an address: the base URL, or the way from the feed to the site's root.
std::string root_before(const std::string& base_url) {
  if (base_url.empty()) return "../";
  return base_url.ends_with('/') ? base_url : base_url + "/";
}

/// The newest of what the page of news tells, as a feed beside it. Entries keep their ids for ever.
/// With a base URL its links are absolute, else relative to the feed.
SiteFile news_feed(const SiteContext& site) {
  const auto& handbook = site.handbook();
  const auto root = root_before(site.input.options.base_url);
  const auto* const principal = handbook.find_unit(handbook.settings.principal);
  AtomFeed feed;
  feed.id = tag_of(handbook, "news");
  feed.title = handbook.settings.title;
  feed.author = principal == nullptr ? handbook.settings.title : principal->name;
  feed.language = handbook.settings.language;
  feed.href = root + std::string(address::news);
  feed.self = root + std::string(address::news_feed);
  for (const auto& news : past_news(root, site)) {
    if (feed.entries.size() == entries_max) break;
    feed.entries.push_back(entry_of(news, handbook));
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

}  // namespace

void write_site_files(const SiteContext& site, const SiteSink& sink) {
  for (const auto* const revision : revisions_with_page(site.input)) {
    if (site.withheld.reason(revision->key()) != nullptr) continue;
    write_attachments(*revision, site, sink);
  }
  for (const auto& [revision, drawing] : site.diagrams.all()) {
    const auto page_name = std::to_string(revision.number) + ".html";
    sink({address::diagram(site.handbook(), revision),
          standalone_svg(drawing, site.theme().diagram_style, page_name)});
  }
  if (site.routes.has(address::news)) sink(news_feed(site));
  if (site.routes.has(address::search)) {
    sink(site.search_index.start);
    for (const auto& part : site.search_index.parts)
      sink(part);
  }
  for (const auto& file : site.input.data_files)
    if (site.routes.has(file.path)) sink(file);
}

}  // namespace handbok
