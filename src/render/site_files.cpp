#include "render/site_files.hpp"

#include "render/addresses.hpp"
#include "render/news_feed.hpp"
#include "render/revision_pages.hpp"

namespace handbok {
namespace {

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
