// "Nytt och ändrat": what happened to documents lately, month by month, and what is coming.
#include "render/pages/news.hpp"

#include <algorithm>
#include <array>

#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/tables/calendar_entries.hpp"

namespace handbok {
namespace {

struct KindFace {
  Word word;
  std::string_view name;  ///< in classes of the page
};

constexpr auto kind_faces = std::to_array<KindFace>({{Word::news_added, "added"},
                                                     {Word::news_changed, "changed"},
                                                     {Word::news_edited, "edited"},
                                                     {Word::news_repealed, "repealed"},
                                                     {Word::news_expired, "expired"}});

NewsKind kind_of(ChangeKind change) {
  switch (change) {
    case ChangeKind::initial: return NewsKind::added;
    case ChangeKind::substantive: return NewsKind::changed;
    case ChangeKind::editorial: return NewsKind::edited;
  }
  return NewsKind::changed;
}

/// Gathers the events of one document after the other.
class NewsCollector {
public:
  explicit NewsCollector(const DayView& view) : view_(view) {
    for (const auto& document : view.documents()) {
      if (is_published(document.state)) add_document(document);
    }
  }

  std::vector<NewsEvent> take() { return std::move(events_); }

private:
  void add_document(const DocumentDay& document) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& day = document.revisions[i];
      const bool counted = is_published(day.state) && day.validity && !day.validity->is_empty();
      if (counted) add_revision(document, document.document->revisions[i], day);
    }
    const auto& repeal = document.document->repeal;
    const bool is_known = repeal && (!repeal->decided_on || *repeal->decided_on <= view_.day());
    if (is_known && repeal->effective_on)
      events_.push_back({*repeal->effective_on, NewsKind::repealed, &document, nullptr});
  }

  void add_revision(const DocumentDay& document, const Revision& revision, const RevisionDay& day) {
    events_.push_back({day.validity->from, kind_of(revision.change_kind), &document, &revision});
    if (day.state == RevisionState::expired)
      events_.push_back({*day.validity->to, NewsKind::expired, &document, &revision});
  }

  const DayView& view_;
  std::vector<NewsEvent> events_;
};

std::vector<NewsEvent> events_where(const DayView& view, bool is_past) {
  auto events = NewsCollector(view).take();
  std::erase_if(events,
                [&](const NewsEvent& event) { return (event.day <= view.day()) != is_past; });
  return events;
}

void say_revision(NewsEntryView& view, const NewsEvent& event, const std::string& root,
                  const SiteContext& site) {
  const auto& revision = *event.revision;
  view.number = std::to_string(revision.number);
  view.reach = reach_attributes(revision);
  view.revision_href = root + address::revision(site.handbook(), revision.key());
  view.is_withheld = site.withheld.reason(revision.key()) != nullptr;
  if (!view.is_withheld && event.kind != NewsKind::expired) view.note = revision.change_note;
}

constexpr int months_shown = 24;
constexpr std::size_t events_shown = 500;  // a page that a phone can show, of any handbook

struct NewsMonthView {
  std::string heading;  ///< "November 2026"
  std::vector<NewsEntryView> entries;
  HANDBOK_FIELDS(NewsMonthView, heading, entries)
};

struct NewsView {
  bool has_coming = false;
  std::vector<NewsEntryView> coming;
  std::vector<NewsMonthView> months;
  bool is_cut = false;  ///< there are more, coming or of these two years, than are shown
  std::string shown = std::to_string(events_shown);
  std::string archive_href;
  HANDBOK_FIELDS(NewsView, has_coming, coming, months, is_cut, shown, archive_href)
};

std::vector<NewsMonthView> by_month(std::span<const NewsEvent> events, const std::string& root,
                                    const SiteContext& site) {
  std::vector<NewsMonthView> months;
  for (const auto& event : events) {
    auto heading = month_heading(event.day, site.words());
    if (months.empty() || months.back().heading != heading)
      months.push_back({std::move(heading), {}});
    months.back().entries.push_back(news_entry(event, root, site));
  }
  return months;
}

}  // namespace

std::vector<NewsEvent> past_news(const DayView& view) {
  auto events = events_where(view, true);
  std::ranges::stable_sort(events, std::ranges::greater{}, &NewsEvent::day);
  return events;
}

std::vector<NewsEvent> coming_news(const DayView& view) {
  auto events = events_where(view, false);
  std::ranges::stable_sort(events, std::ranges::less{}, &NewsEvent::day);
  return events;
}

NewsEntryView news_entry(const NewsEvent& event, const std::string& root, const SiteContext& site) {
  const auto& document = *event.document;
  const auto& id = document.document->id;
  NewsEntryView view;
  view.date = date_html(event.day, site.words());
  const auto& [word, name] = kind_faces.at(static_cast<std::size_t>(event.kind));
  view.kind = site.words()[word];
  view.kind_class = name;
  view.id = id;
  view.title = document_title(document, site);
  view.href = root + address::document(site.handbook(), id);
  view.history_href = root + address::history(site.handbook(), id);
  if (event.revision == nullptr) {
    view.note = document.document->repeal->reason;
  } else {
    say_revision(view, event, root, site);
  }
  return view;
}

std::vector<NewsEntryView> first_entries(std::span<const NewsEvent> events, std::size_t limit,
                                         const std::string& root, const SiteContext& site) {
  std::vector<NewsEntryView> views;
  for (const auto& event : events.first(std::min(limit, events.size())))
    views.push_back(news_entry(event, root, site));
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
  const auto coming = coming_news(site.view());
  view.coming = first_entries(coming, events_shown, root, site);
  view.has_coming = !view.coming.empty();
  auto events = past_news(site.view());
  const auto first_day = site.view().day().plus_months(-months_shown);
  std::erase_if(events, [&](const NewsEvent& event) { return event.day < first_day; });
  view.is_cut = events.size() > events_shown || coming.size() > events_shown;
  view.months =
      by_month(std::span(events).first(std::min(events.size(), events_shown)), root, site);
  view.archive_href = root + std::string(address::archive);
  return top_page(address::news, Word::news_title, site.theme().page(PageKind::news).fill(view),
                  site);
}

}  // namespace handbok
