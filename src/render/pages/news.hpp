#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "render/html.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// One thing that happened, or will happen, to a document, as templates/news_entry shows it.
struct NewsEntryView {
  Html date;
  std::string kind;  ///< in words: "Ny", "Ändrad", "Upphävd" …
  std::string kind_class;
  std::string id;
  std::string title;
  std::string href;
  std::string number;         ///< of the revision; empty for a repeal
  std::string revision_href;  ///< empty if the entry is not about one revision
  std::string history_href;
  std::string note;
  bool is_withheld = false;
  Html reach;  ///< attributes; empty if the entry is about the document as a whole
  HANDBOK_FIELDS(NewsEntryView, date, kind, kind_class, id, title, href, number, revision_href,
                 history_href, note, is_withheld, reach)
};

struct NewsEntry {
  Date day;
  NewsEntryView view;
};

/// All that happened to published documents up to the day of the view: revisions that entered into
/// force or ran out, and repeals. Newest first, then by document.
std::vector<NewsEntry> past_news(const std::string& root, const SiteContext& site);

/// What is decided and has not happened yet, soonest first.
std::vector<NewsEntry> coming_news(const std::string& root, const SiteContext& site);

/// The views of at most `limit` entries.
std::vector<NewsEntryView> first_views(std::vector<NewsEntry> entries, std::size_t limit);

}  // namespace handbok
