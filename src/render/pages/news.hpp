#pragma once

#include <cstdint>
#include <span>
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

enum class NewsKind : std::uint8_t { added, changed, edited, repealed, expired };

/// What an entry is made of. Refers to the view's documents.
struct NewsEvent {
  Date day;
  NewsKind kind = NewsKind::added;
  const DocumentDay* document = nullptr;
  const Revision* revision = nullptr;  ///< none for a repeal
};

/// All that happened to published documents up to the day of the view: revisions that entered into
/// force or ran out, and repeals. Newest first, then by document.
std::vector<NewsEvent> past_news(const DayView& view);

/// What is decided and has not happened yet, soonest first.
std::vector<NewsEvent> coming_news(const DayView& view);

NewsEntryView news_entry(const NewsEvent& event, const std::string& root, const SiteContext& site);

/// At most `limit` entries.
std::vector<NewsEntryView> first_entries(std::span<const NewsEvent> events, std::size_t limit,
                                         const std::string& root, const SiteContext& site);

}  // namespace handbok
