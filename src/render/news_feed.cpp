#include "render/news_feed.hpp"

#include "base/atom.hpp"
#include "render/addresses.hpp"
#include "render/pages/news_entries.hpp"

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

}  // namespace

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

}  // namespace handbok
