// "Vad som gällde vid …": every text that has applied in a unit, from when to when; what the page
// of days shows of one day, for who reads without a script.

#include <algorithm>

#include "derive/applied.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct UnitDatesView {
  std::string title;
  Html lead;
  std::vector<TableSection> sections;
  HANDBOK_FIELDS(UnitDatesView, title, lead, sections)
};

/// A stretch, and what its text is called.
struct NamedStretch {
  std::string title;
  AppliedStretch stretch;
};

std::vector<NamedStretch> named(const std::vector<AppliedStretch>& stretches,
                                const SiteContext& site) {
  std::vector<NamedStretch> found;
  for (const auto& stretch : stretches) {
    const bool is_told = site.withheld.reason(stretch.text->key()) == nullptr;
    const auto& document = *site.view().find(stretch.text->document);
    found.push_back({is_told ? stretch.text->title : document_title(document, site), stretch});
  }
  std::ranges::stable_sort(found, SwedishLess{}, &NamedStretch::title);
  return found;
}

Html until_html(const AppliedStretch& stretch, const LinkScope& scope) {
  if (!stretch.until)  // of what is not known nobody says that it applies
    return stretch.missing ? Html{} : text_html(scope.site.words()[Word::days_still]);
  return date_html(stretch.until->plus_days(-1), scope.site.words());
}

Html adopted_html(const Revision& text, const LinkScope& scope) {
  const auto* const approved = text.approved();
  if (approved == nullptr) return {};
  return lines_html(
      {role_html(approved->role, scope), date_html(approved->on, scope.site.words())});
}

/// "Läkemedel, utgåva 4", to the text as it read.
Html text_link(const NamedStretch& row, const LinkScope& scope) {
  const auto& site = scope.site;
  const auto& text = *row.stretch.text;
  const auto address = address::revision(site.handbook(), text.key());
  auto html = link_html(
      site.routes.has(address) ? scope.root + address : std::string(),
      site.words().fill(Word::finding_revision, {row.title, std::to_string(text.number)}));
  html.text += " <span class=\"doc-id\">" + escape_html(text.document) + "</span>";
  return html;
}

/// What a local text complements, or replaces: that is not in the list for as long.
Html local_html(const Revision& text, const LinkScope& scope) {
  std::vector<Html> parts;
  for (const auto& relation : text.relations) {
    if (!is_local(relation.kind)) continue;
    parts.push_back(entity_html(relation.document, scope));
    if (is_whole_replacement(relation))
      parts.back() = word_html(scope.site.words(), Word::days_replaces, {parts.back().text});
  }
  return lines_html(parts);
}

TableSection applied_section(const std::vector<NamedStretch>& rows, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("gallde", words[Word::days_list],
                     {words[Word::date_document], words[Word::days_since], words[Word::days_until],
                      words[Word::days_by], words[Word::days_local_to]});
  for (const auto& row : rows) {
    const auto& stretch = row.stretch;
    if (stretch.missing) continue;
    const auto from = stretch.from ? date_html(*stretch.from, words) : Html{};
    table.add({}, text_link(row, scope),
              {from, until_html(stretch, scope), adopted_html(*stretch.text, scope),
               local_html(*stretch.text, scope)});
  }
  return table.take();
}

TableSection unknown_section(const std::vector<NamedStretch>& rows, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("vet-inte", words[Word::missing_heading],
                     {words[Word::date_document], words[Word::days_since], words[Word::days_until],
                      words[Word::date_note]});
  for (const auto& row : rows) {
    const auto& stretch = row.stretch;
    if (!stretch.missing) continue;
    const auto from = stretch.from ? date_html(*stretch.from, words) : Html{};
    auto name = entity_html(stretch.text->document, scope);
    if (name.text.empty()) name = named_html(row.title, stretch.text->document);  // of later days
    table.add({}, std::move(name),
              {from, until_html(stretch, scope), text_html(missing_text(*stretch.missing, words))});
  }
  return table.take();
}

}  // namespace

void plan_unit_dates(const RenderInput& input, RouteTable& routes) {
  const auto& handbook = input.edition.view.handbook();
  if (handbook.documents.empty()) return;
  for (const auto& unit : handbook.units) {
    if (unit.kind == UnitKind::own)
      routes.add({PageKind::unit_dates, address::unit_dates(unit.id), unit.id});
  }
}

std::span<const Field> unit_dates_fields() {
  return UnitDatesView::fields();
}

Page render_unit_dates(const Route& route, const SiteContext& site) {
  const auto& unit = *site.handbook().find_unit(route.subject);
  const LinkScope scope{site, root_of(route.path), {}};
  const auto rows = named(site.index().applied.in(unit), site);
  UnitDatesView view;
  view.title = site.words().fill(Word::days_of_unit, {unit.name});
  view.lead = text_html(site.words()[Word::days_of_unit_lead]);
  if (const auto& from = site.handbook().settings.history_from) {
    const auto since = date_html(*from, site.words()).text;
    view.lead.text += " " + word_html(site.words(), Word::missing_from, {since}).text;
  }
  for (auto section : {applied_section(rows, scope), unknown_section(rows, scope)}) {
    if (section.has_table) view.sections.push_back(std::move(section));
  }
  return {.title = view.title,
          .content = site.theme().page(PageKind::unit_dates).fill(view),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)},
                          {site.words()[Word::dates_title], std::string(address::dates)}},
          .section = {}};
}

}  // namespace handbok
