// "Nytt och ändrat": what happened to documents lately, month by month, and what is coming.
#include "render/pages/news.hpp"

#include <algorithm>

#include "base/enum_case.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/tables/calendar_entries.hpp"

namespace handbok {
namespace {

enum class NewsKind : std::uint8_t { added, changed, edited, repealed, expired };

Word kind_word(NewsKind kind) {
  switch (kind) {
    HANDBOK_CASE(NewsKind::added, Word::news_added)
    HANDBOK_CASE(NewsKind::changed, Word::news_changed)
    HANDBOK_CASE(NewsKind::edited, Word::news_edited)
    HANDBOK_CASE(NewsKind::repealed, Word::news_repealed)
    HANDBOK_CASE(NewsKind::expired, Word::news_expired)
  }
  return Word::news_changed;
}

std::string_view kind_class(NewsKind kind) {
  switch (kind) {
    HANDBOK_CASE(NewsKind::added, "added")
    HANDBOK_CASE(NewsKind::changed, "changed")
    HANDBOK_CASE(NewsKind::edited, "edited")
    HANDBOK_CASE(NewsKind::repealed, "repealed")
    HANDBOK_CASE(NewsKind::expired, "expired")
  }
  return {};
}

NewsKind kind_of(ChangeKind change) {
  switch (change) {
    HANDBOK_CASE(ChangeKind::initial, NewsKind::added)
    HANDBOK_CASE(ChangeKind::substantive, NewsKind::changed)
    HANDBOK_CASE(ChangeKind::editorial, NewsKind::edited)
  }
  return NewsKind::changed;
}

/// Gathers the events of one document after the other.
class NewsCollector {
public:
  NewsCollector(const std::string& root, const SiteContext& site) : root_(root), site_(site) {
    for (const auto& document : site.view().documents()) {
      if (is_published(document.state)) add_document(document);
    }
  }

  std::vector<NewsEntry> take() { return std::move(entries_); }

private:
  void add_document(const DocumentDay& document) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& day = document.revisions[i];
      const bool counted = is_published(day.state) && day.validity && !day.validity->is_empty();
      if (counted) add_revision(document, document.document->revisions[i], day);
    }
    const auto& repeal = document.document->repeal;
    const bool is_known =
        repeal && (!repeal->decided_on || *repeal->decided_on <= site_.view().day());
    if (is_known && repeal->effective_on) {
      add(document, *repeal->effective_on, NewsKind::repealed).note = repeal->reason;
    }
  }

  void add_revision(const DocumentDay& document, const Revision& revision, const RevisionDay& day) {
    add_about(document, revision, day.validity->from, kind_of(revision.change_kind));
    if (day.state == RevisionState::expired) {
      add_about(document, revision, *day.validity->to, NewsKind::expired).note.clear();
    }
  }

  NewsEntryView& add_about(const DocumentDay& document, const Revision& revision, Date day,
                           NewsKind kind) {
    auto& view = add(document, day, kind);
    view.number = std::to_string(revision.number);
    view.reach = reach_attributes(revision);
    view.revision_href = root_ + address::revision(site_.handbook(), revision.key());
    view.is_withheld = site_.withheld.reason(revision.key()) != nullptr;
    if (!view.is_withheld) view.note = revision.change_note;
    return view;
  }

  NewsEntryView& add(const DocumentDay& document, Date day, NewsKind kind) {
    const auto& id = document.document->id;
    auto& entry = entries_.emplace_back();
    entry.day = day;
    entry.view.date = date_html(day, site_.words());
    entry.view.kind = site_.words()[kind_word(kind)];
    entry.view.kind_class = kind_class(kind);
    entry.view.id = id;
    entry.view.title = document_title(document, site_);
    entry.view.href = root_ + address::document(site_.handbook(), id);
    entry.view.history_href = root_ + address::history(site_.handbook(), id);
    return entry.view;
  }

  const std::string& root_;
  const SiteContext& site_;
  std::vector<NewsEntry> entries_;
};

std::vector<NewsEntry> entries_where(const std::string& root, const SiteContext& site,
                                     bool is_past) {
  auto entries = NewsCollector(root, site).take();
  const auto today = site.view().day();
  std::erase_if(entries, [&](const NewsEntry& entry) { return (entry.day <= today) != is_past; });
  return entries;
}

constexpr int months_shown = 24;

struct NewsMonthView {
  std::string heading;  ///< "November 2026"
  std::vector<NewsEntryView> entries;
  HANDBOK_FIELDS(NewsMonthView, heading, entries)
};

struct NewsView {
  bool has_coming = false;
  std::vector<NewsEntryView> coming;
  std::vector<NewsMonthView> months;
  std::string archive_href;
  HANDBOK_FIELDS(NewsView, has_coming, coming, months, archive_href)
};

std::vector<NewsMonthView> by_month(std::vector<NewsEntry> entries, const SiteContext& site) {
  const auto first_day = site.view().day().plus_months(-months_shown);
  std::vector<NewsMonthView> months;
  for (auto& entry : entries) {
    if (entry.day < first_day) break;
    auto heading = month_heading(entry.day, site.words());
    if (months.empty() || months.back().heading != heading) {
      months.push_back({std::move(heading), {}});
    }
    months.back().entries.push_back(std::move(entry.view));
  }
  return months;
}

}  // namespace

std::vector<NewsEntry> past_news(const std::string& root, const SiteContext& site) {
  auto entries = entries_where(root, site, true);
  std::ranges::stable_sort(entries, std::ranges::greater{}, &NewsEntry::day);
  return entries;
}

std::vector<NewsEntry> coming_news(const std::string& root, const SiteContext& site) {
  auto entries = entries_where(root, site, false);
  std::ranges::stable_sort(entries, std::ranges::less{}, &NewsEntry::day);
  return entries;
}

std::vector<NewsEntryView> first_views(std::vector<NewsEntry> entries, std::size_t limit) {
  std::vector<NewsEntryView> views;
  for (auto& entry : entries) {
    if (views.size() == limit) break;
    views.push_back(std::move(entry.view));
  }
  return views;
}

void plan_news(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::news, std::string(address::news), {}});
}

std::span<const Field> news_fields() {
  return NewsView::fields();
}

Page render_news(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  NewsView view;
  view.coming = first_views(coming_news(root, site), std::string::npos);
  view.has_coming = !view.coming.empty();
  view.months = by_month(past_news(root, site), site);
  view.archive_href = root + std::string(address::archive);
  return top_page(address::news, Word::news_title, site.theme().page(PageKind::news).fill(view),
                  site);
}

}  // namespace handbok
