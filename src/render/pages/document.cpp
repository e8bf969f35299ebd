// A document's own page: what applies today.

#include <algorithm>

#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_parts.hpp"
#include "render/references.hpp"
#include "render/sheet.hpp"
#include "render/site_context.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

/// True if readers may know of the document; with drafts shown, as soon as it is begun.
bool has_document_page(const DocumentDay& document, const RenderOptions& options) {
  return is_published(document.state) ||
         (options.drafts && document.state != DocumentState::unknown);
}

/// The revision whose text is on the page. A repealed or withdrawn document shows the decision
/// alone; its text stays on the permanent pages. A document that was never adopted is shown only
/// among drafts.
const Revision* revision_on_page(const DocumentDay& document, const SiteContext& site) {
  if (document.state == DocumentState::repealed) return nullptr;
  if (document.state == DocumentState::withdrawn) return nullptr;
  if (!is_published(document.state) && !document.document->revisions.empty()) {
    return &document.document->revisions.back();
  }
  return face_of(document, site.withheld).shown;
}

/// What applies today.
DocumentView view_of_today(const DocumentDay& document, const LinkScope& scope) {
  const auto& site = scope.site;
  auto view = document_view(document, revision_on_page(document, site), scope);
  view.banners = document_banners(document, scope);
  // What stands in for a withheld revision is to be followed, although another has replaced it.
  if (view.status && face_of(document, site.withheld).meant != nullptr) {
    view.status->state = site.words()[Word::status_meanwhile];
    view.status->state_class = "upcoming";
  }
  return view;
}

}  // namespace

void plan_document(const RenderInput& input, RouteTable& routes) {
  for (const auto& document : input.edition.view.documents()) {
    if (!has_document_page(document, input.options)) continue;
    const auto& id = document.document->id;
    routes.add({PageKind::document, address::document(input.edition.view.handbook(), id), id});
  }
}

std::span<const Field> document_fields() {
  return DocumentView::fields();
}

Page render_document(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto view = view_of_today(document, {site, root_of(route.path), std::nullopt});
  return {.title = view.title,
          .content = site.theme().page(PageKind::document).fill(view),
          .breadcrumbs = section_breadcrumbs(route.subject, site),
          .section = document_section(route.subject, site),
          .is_indexed = is_published(document.state),
          .description = view.summary,
          .sheet = sheet_of(route.subject, view.title, revision_on_page(document, site), site)};
}

// The permanent page of one revision, whatever its state.

void plan_revision(const RenderInput& input, RouteTable& routes) {
  for (const auto* const revision : revisions_with_page(input)) {
    const auto key = revision->key();
    routes.add({PageKind::revision, address::revision(input.edition.view.handbook(), key),
                key.document, key.number});
  }
}

std::span<const Field> revision_fields() {
  return DocumentView::fields();
}

Page render_revision(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto& revision = *document.document->find(route.revision);
  const bool is_withheld = site.withheld.reason(revision.key()) != nullptr;
  const auto scope = revision_scope(revision, site);
  auto view = document_view(document, is_withheld ? nullptr : &revision, scope);
  view.number = std::to_string(revision.number);
  view.banners = revision_banners(document, revision, scope);
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  const auto document_address = address::document(site.handbook(), route.subject);
  if (site.routes.has(document_address))
    breadcrumbs.push_back({document_title(document, site), document_address});
  return {.title = site.words().fill(Word::revision_title, {view.title, view.number}),
          .content = site.theme().page(PageKind::revision).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false,
          .sheet = sheet_of(route.subject, view.title, &revision, site)};
}

// "Historik": every published revision of a document, newest first.

namespace {

/// Somebody read a text and left it as it was.
struct PastReviewView {
  Html on;
  std::string number;
  Html by;
  std::string verdict;
  std::string note;
  Html next_review;
  HANDBOK_FIELDS(PastReviewView, on, number, by, verdict, note, next_review)
};

struct HistoryPageView {
  std::string title;
  std::string id;
  std::string document_href;
  std::vector<HistoryRowView> rows;
  std::vector<PastReviewView> reviews;  ///< newest first
  HANDBOK_FIELDS(HistoryPageView, title, id, document_href, rows, reviews)
};

std::string verdict_text(ReviewVerdict verdict, const WordTable& words) {
  switch (verdict) {
    case ReviewVerdict::keep: return words[Word::history_review_keep];
    case ReviewVerdict::revise: return words[Word::history_review_revise];
    case ReviewVerdict::repeal: return words[Word::history_review_repeal];
  }
  return {};
}

/// The reviews until the day of the revisions that the page lists.
std::vector<PastReviewView> review_views(const Document& document, const LinkScope& scope) {
  const auto& site = scope.site;
  std::vector<PastReviewView> views;
  for (const auto& review : document.reviews) {
    const auto page = address::revision(site.handbook(), {document.id, review.revision});
    if (review.on > site.view().day() || !site.routes.has(page)) continue;
    views.push_back({date_html(review.on, site.words()), std::to_string(review.revision),
                     role_html(review.by, scope), verdict_text(review.verdict, site.words()),
                     review.note, optional_date_html(review.next_review, scope)});
  }
  std::ranges::reverse(views);
  return views;
}

}  // namespace

void plan_history(const RenderInput& input, RouteTable& routes) {
  for (const auto& document : input.edition.view.documents()) {
    if (!is_published(document.state)) continue;
    const auto& id = document.document->id;
    routes.add({PageKind::history, address::history(input.edition.view.handbook(), id), id});
  }
}

std::span<const Field> history_fields() {
  return HistoryPageView::fields();
}

Page render_history(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto root = root_of(route.path);
  const auto& title = document_title(document, site);
  const auto document_address = address::document(site.handbook(), route.subject);
  HistoryPageView view;
  view.title = title;
  view.id = route.subject;
  view.document_href = root + document_address;
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  breadcrumbs.push_back({title, document_address});
  view.rows = history_rows(document, root, site);
  view.reviews = review_views(*document.document, {site, root, std::nullopt});
  return {.title = site.words().fill(Word::history_title, {title}),
          .content = site.theme().page(PageKind::history).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false};
}

// "Läskvitto": a list to print and sign by hand. Nobody's name is kept in the handbook.

namespace {

/// Fills one printed page.
constexpr std::size_t receipt_rows = 18;

struct ReceiptRowView {
  std::string number;
  HANDBOK_FIELDS(ReceiptRowView, number)
};

struct ReceiptView {
  std::string title;
  std::string id;
  std::string number;
  std::string document_href;
  Html valid_from;
  std::string change_note;
  bool is_in_force = false;
  std::vector<ReceiptRowView> rows;
  HANDBOK_FIELDS(ReceiptView, title, id, number, document_href, valid_from, change_note,
                 is_in_force, rows)
};

/// A document that staff follow; agreements, plans and reports are not read by all. The page stays
/// when the document ends, because no published address disappears.
bool has_receipt(const DocumentDay& document, const Handbook& handbook) {
  if (document.shown == nullptr) return false;
  const auto* const type = handbook.find_type(document.shown->type);
  return type != nullptr && !type->bounded;
}

}  // namespace

void plan_receipt(const RenderInput& input, RouteTable& routes) {
  const auto& handbook = input.edition.view.handbook();
  for (const auto& document : input.edition.view.documents()) {
    if (!has_receipt(document, handbook)) continue;
    const auto& id = document.document->id;
    routes.add({PageKind::receipt, address::receipt(handbook, id), id, document.shown->number});
  }
}

std::span<const Field> receipt_fields() {
  return ReceiptView::fields();
}

Page render_receipt(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto& revision = *document.shown;
  const auto document_address = address::document(site.handbook(), route.subject);
  ReceiptView view;
  view.title = document_title(document, site);
  view.id = route.subject;
  view.number = std::to_string(route.revision);
  view.document_href = root_of(route.path) + document_address;
  if (const auto& validity = site.view().of(revision).validity) {
    view.valid_from = date_html(validity->from, site.words());
  }
  if (site.withheld.reason(revision.key()) == nullptr) view.change_note = revision.change_note;
  view.is_in_force = document.in_force != nullptr;
  for (std::size_t i = 1; view.is_in_force && i <= receipt_rows; ++i)
    view.rows.push_back({std::to_string(i)});
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  breadcrumbs.push_back({view.title, document_address});
  return {.title = site.words().fill(Word::receipt_title, {view.title}),
          .content = site.theme().page(PageKind::receipt).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false,
          .sheet = sheet_of(route.subject, view.title, &revision, site)};
}

// "Fickkort": of the document's page, what is needed to act.

namespace {

/// A text with steps to take or boxes to tick. One that once was such keeps its card, because no
/// published address disappears.
bool has_card(const DocumentDay& document, const Handbook& handbook) {
  if (document.shown == nullptr) return false;
  const auto* const type = handbook.find_type(document.shown->type);
  if (type != nullptr && !type->method_section.empty()) return true;
  return std::ranges::any_of(document.document->revisions, [&](const Revision& revision) {
    return revision.number <= document.shown->number &&
           std::ranges::any_of(revision.body.headings, &BodyHeading::has_task_list);
  });
}

}  // namespace

void plan_card(const RenderInput& input, RouteTable& routes) {
  const auto& handbook = input.edition.view.handbook();
  for (const auto& document : input.edition.view.documents()) {
    const auto& id = document.document->id;
    if (has_card(document, handbook))
      routes.add({PageKind::card, address::card(handbook, id), id, document.shown->number});
  }
}

std::span<const Field> card_fields() {
  return DocumentView::fields();
}

Page render_card(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto view = view_of_today(document, {site, root_of(route.path), std::nullopt});
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  breadcrumbs.push_back({view.title, address::document(site.handbook(), route.subject)});
  return {.title = site.words().fill(Word::card_title, {view.title}),
          .content = site.theme().page(PageKind::card).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false,
          .sheet = sheet_of(route.subject, view.title, revision_on_page(document, site), site)};
}

}  // namespace handbok
