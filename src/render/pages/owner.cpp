// "Kontroll" of one owner: what the checks found in its documents and rows of registers, what it
// has under review, and what it is to do next. Each role of the register has the page, also while
// there is nothing on it: an address that came and went with the work would break links.
#include <algorithm>
#include <iterator>
#include <optional>

#include "derive/due_days.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/control_parts.hpp"
#include "render/pages/document_item.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/unit_work.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct OwnerView {
  std::string title;
  std::string role_href;  ///< of the role's page; empty: there is none
  std::string feed_href;  ///< of the feed beside the page; empty: there is none
  std::vector<CountView> counts;
  std::vector<WithheldView> withheld;
  std::vector<FindingView> findings;
  std::vector<ReviewView> reviews;
  std::vector<TableSection> tables;  ///< what is due; the documents and their next reviews
  bool is_clean = false;             ///< nothing is found, withheld or under review
  HANDBOK_FIELDS(OwnerView, title, role_href, feed_href, counts, withheld, findings, reviews,
                 tables, is_clean)
};

/// What `handbok due --owner` tells. Says how far ahead it looks and not until which day, so that
/// the page keeps its bytes while nothing happens.
TableSection due_section(const RoleId& role, const LinkScope& scope) {
  const auto horizon = scope.site.handbook().settings.review_horizon_days;
  std::vector<DueDay> days;
  std::ranges::copy_if(
      scope.site.index().due.all(), std::back_inserter(days), [&](const DueDay& day) {
        return day.escalated_to == role || std::ranges::find(day.owners, role) != day.owners.end();
      });
  auto section = due_table(days, DueColumn::where, scope);
  const auto& words = scope.site.words();
  section.intro = {"<p>" + word_html(words, Word::owner_due_intro, {std::to_string(horizon)}).text +
                   "</p>\n"};
  if (std::ranges::any_of(days, [](const DueDay& day) { return is_waiting(day.kind); }))
    section.intro.text += "<p>" + escape_html(words[Word::owner_how_to_act]) + "</p>\n";

  return section;
}

/// A document of the owner, and what to sort it by.
struct OwnedDocument {
  const ListedDocument* listed = nullptr;
  LinkView link;
  std::optional<NextReview> next;
};

/// Those to be reviewed first come first; those without a day by title, last.
bool comes_before(const OwnedDocument& a, const OwnedDocument& b) {
  if (a.next.has_value() != b.next.has_value()) return a.next.has_value();
  if (a.next && a.next->on != b.next->on) return a.next->on < b.next->on;
  const auto order = compare_swedish(a.link.text, b.link.text);
  return order != 0 ? order < 0 : a.listed->day->document->id < b.listed->day->document->id;
}

std::vector<OwnedDocument> owned_documents(const RoleId& role, const LinkScope& scope) {
  std::vector<OwnedDocument> documents;
  const auto owned = scope.site.index().by_owner.find(role);
  if (owned == scope.site.index().by_owner.end()) return documents;
  for (const auto& listed : owned->second) {
    documents.push_back({&listed, document_link(listed.day->document->id, scope.root, scope.site),
                         next_review(listed, scope.site)});
  }
  std::ranges::sort(documents, comes_before);
  return documents;
}

TableSection document_section(const RoleId& role, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "dokument", words[Word::owner_documents],
      {words[Word::owner_document], words[Word::owner_unit], words[Word::owner_next_review]});
  for (const auto& [listed, link, next] : owned_documents(role, scope)) {
    const auto& id = listed->day->document->id;
    auto head = link_html(link.href, link.text);
    head.text.append(" <span class=\"doc-id\">").append(id).append("</span>");
    const auto* const revision = listed->revision;
    table
        .add({}, std::move(head),
             {revision == nullptr ? Html{} : unit_html(revision->unit, scope),
              next ? date_html(next->on, words) : Html{}})
        .is_late = next && next->is_overdue;
  }
  return table.take();
}

void keep(OwnerView& view, TableSection table) {
  if (table.has_table) view.tables.push_back(std::move(table));
}

OwnerView owner_view(const Role& role, const LinkScope& scope) {
  const auto& site = scope.site;
  OwnerView view;
  view.title = site.words().fill(Word::owner_title, {role.name});
  view.role_href = role_link(role.id, scope.root, site).href;
  if (const auto feed = address::owner_feed(role.id); site.routes.has(feed))
    view.feed_href = scope.root + feed;
  FindingCounts counts;
  const auto found = diagnostics_by_owner(site);
  if (const auto own = found.find(role.id); own != found.end()) {
    view.findings = finding_views(own->second, scope);
    for (const auto* const diagnostic : own->second)
      counts.add(*diagnostic);
  }
  view.counts = count_views(counts, site);
  auto reviews = reviews_by_owner(scope);
  if (const auto own = reviews.find(role.id); own != reviews.end())
    view.reviews = std::move(own->second);
  view.withheld = withheld_views(role.id, scope);
  keep(view, due_section(role.id, scope));
  keep(view, document_section(role.id, scope));
  view.is_clean = view.findings.empty() && view.reviews.empty() && view.withheld.empty();
  return view;
}

}  // namespace

void plan_owner(const RenderInput& input, RouteTable& routes) {
  for (const auto& role : input.edition.view.handbook().roles)
    routes.add({PageKind::owner, address::owner(role.id), role.id});
}

std::span<const Field> owner_fields() {
  return OwnerView::fields();
}

Page render_owner(const Route& route, const SiteContext& site) {
  const auto& role = *site.handbook().find_role(route.subject);
  const auto view = owner_view(role, {site, root_of(route.path), std::nullopt});
  std::vector<Crumb> crumbs{{site.words()[Word::nav_start], std::string(address::start)}};
  if (site.routes.has(address::control))
    crumbs.push_back({site.words()[Word::nav_control], std::string(address::control)});
  return {.title = view.title,
          .content = site.theme().page(PageKind::owner).fill(view),
          .breadcrumbs = std::move(crumbs),
          .section = address::control,
          .is_indexed = false};
}

}  // namespace handbok
