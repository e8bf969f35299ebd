// "Dokument": everything that is published, from A to Ö within each type.
#include <algorithm>
#include <map>

#include "derive/review_dates.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_item.hpp"
#include "render/words.hpp"
#include "text/collation.hpp"
#include "text/slug.hpp"

namespace handbok {
namespace {

struct DocumentRowView {
  std::string href;
  std::string title;
  std::string id;
  std::string state;  ///< empty if it is in force
  std::string state_class;
  Html unit;
  Html owner;
  Html valid_from;
  Html last_review;
  Html next_review;
  bool is_overdue = false;
  bool is_withheld = false;  ///< no revision of it can be shown
  HANDBOK_FIELDS(DocumentRowView, href, title, id, state, state_class, unit, owner, valid_from,
                 last_review, next_review, is_overdue, is_withheld)
};

struct DocumentGroupView {
  std::string anchor;
  std::string name;
  std::string count;
  std::vector<DocumentRowView> rows;
  HANDBOK_FIELDS(DocumentGroupView, anchor, name, count, rows)
};

struct DocumentListView {
  std::string count;
  std::vector<DocumentGroupView> groups;
  bool has_templates = false;
  std::vector<LinkView> templates;  ///< an empty document for Word of each type
  HANDBOK_FIELDS(DocumentListView, count, groups, has_templates, templates)
};

Html linked(const LinkView& link) {
  return link_html(link.href, link.text);
}

DocumentRowView document_row(const ListedDocument& listed, const std::string& root,
                             const SiteContext& site) {
  auto item = document_item(listed, root, site);
  DocumentRowView row;
  row.href = std::move(item.href);
  row.title = std::move(item.title);
  row.id = std::move(item.id);
  row.state = std::move(item.state);
  row.state_class = std::move(item.state_class);
  row.is_withheld = listed.revision == nullptr;
  if (row.is_withheld) return row;
  row.unit = linked(unit_link(listed.revision->unit, root, site));
  row.owner = linked(role_link(listed.revision->owner, root, site));
  const auto& validity = site.view().of(*listed.revision).validity;
  if (validity) row.valid_from = date_html(validity->from, site.words());
  const auto dates = review_dates(*listed.day->document, *listed.revision, site.view().day());
  if (dates.last) row.last_review = date_html(*dates.last, site.words());
  if (const auto review = next_review(listed, site)) {
    row.next_review = date_html(review->on, site.words());
    row.is_overdue = review->is_overdue;
  }
  return row;
}

/// A type's documents, which it is called by in the plural.
DocumentGroupView empty_group(std::string_view type, const SiteContext& site) {
  const auto* const known = site.handbook().find_type(type);
  const std::string code(type);
  return {"typ-" + slug(type), known == nullptr ? code : known->name_plural, {}, {}};
}

void sort_rows(std::vector<DocumentRowView>& rows) {
  std::ranges::sort(rows, [](const auto& a, const auto& b) {
    const auto order = compare_swedish(a.title, b.title);
    return order != 0 ? order < 0 : a.id < b.id;
  });
}

std::vector<DocumentGroupView> document_groups(const std::string& root, const SiteContext& site) {
  std::map<std::string_view, DocumentGroupView> by_type;
  for (const auto& listed : site.index().documents) {
    const std::string_view id = listed.day->document->id;
    const auto type = id.substr(0, id.find('-'));
    auto [group, is_new] = by_type.try_emplace(type);
    if (is_new) group->second = empty_group(type, site);
    group->second.rows.push_back(document_row(listed, root, site));
  }
  std::vector<DocumentGroupView> groups;
  for (auto& [type, group] : by_type) {
    sort_rows(group.rows);
    group.count = std::to_string(group.rows.size());
    groups.push_back(std::move(group));
  }
  std::ranges::stable_sort(groups, SwedishLess{}, &DocumentGroupView::name);
  return groups;
}

std::vector<LinkView> templates(const std::string& root, const SiteContext& site) {
  std::vector<LinkView> links;
  for (const auto& type : site.handbook().types) {
    const auto word = address::word_template(type.id);
    if (site.routes.has(word)) links.push_back({root + word, type.name});
  }
  return links;
}

}  // namespace

void plan_document_list(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::document_list, std::string(address::documents), {}});
}

std::span<const Field> document_list_fields() {
  return DocumentListView::fields();
}

Page render_document_list(const Route& route, const SiteContext& site) {
  DocumentListView view;
  view.groups = document_groups(root_of(route.path), site);
  view.templates = templates(root_of(route.path), site);
  view.has_templates = !view.templates.empty();
  view.count = counted(site.index().documents.size(), Word::document_list_one,
                       Word::document_list_many, site.words());
  return top_page(address::documents, Word::nav_documents,
                  site.theme().page(PageKind::document_list).fill(view), site);
}

}  // namespace handbok
