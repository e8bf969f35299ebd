// "Nytt och ändrat": what happened to documents lately, month by month, and what is coming.

#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/news_entries.hpp"
#include "render/pages/top_page.hpp"
#include "render/tables/calendar_entries.hpp"

namespace handbok {
namespace {

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
