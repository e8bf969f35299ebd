// "Läskvitto": a list to print and sign by hand. Nobody's name is kept in the handbook.

#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"

namespace handbok {
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
          .is_indexed = false};
}

}  // namespace handbok
