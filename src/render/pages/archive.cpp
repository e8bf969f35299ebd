// "Arkiv": every revision that once applied and no longer does, and why.
#include <algorithm>

#include "derive/missing_history.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/state_words.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct ArchivedRevisionView {
  std::string number;
  std::string title;  ///< of the document, for those who hear the link alone
  std::string href;
  std::string state;
  std::string state_class;
  Html validity;
  std::string reason;  ///< why it no longer applies
  HANDBOK_FIELDS(ArchivedRevisionView, number, title, href, state, state_class, validity, reason)
};

struct ArchivedDocumentView {
  std::string id;
  std::string title;
  std::string href;
  std::vector<ArchivedRevisionView> revisions;
  std::string missing;  ///< revisions that the handbook has never held
  HANDBOK_FIELDS(ArchivedDocumentView, id, title, href, revisions, missing)
};

struct ArchiveTypeView {
  std::string name;
  std::vector<ArchivedDocumentView> documents;
  HANDBOK_FIELDS(ArchiveTypeView, name, documents)
};

struct ArchiveView {
  std::string dates_href;  ///< of the page that tells what applied when
  std::vector<ArchiveTypeView> types;
  bool is_empty = false;
  HANDBOK_FIELDS(ArchiveView, dates_href, types, is_empty)
};

bool is_archived(RevisionState state) {
  return state == RevisionState::superseded || state == RevisionState::repealed ||
         state == RevisionState::expired || state == RevisionState::withdrawn;
}

ArchivedRevisionView archived_revision(const DocumentDay& document, std::size_t index,
                                       const std::string& root, const SiteContext& site) {
  const auto& revision = document.document->revisions[index];
  const auto& day = document.revisions[index];
  ArchivedRevisionView view;
  view.number = std::to_string(revision.number);
  view.title = document_title(document, site);
  view.href = root + address::revision(site.handbook(), revision.key());
  view.state = site.words()[state_word(day.state)];
  view.state_class = state_class(day.state);
  if (!day.validity->is_empty()) view.validity = validity_html(*day.validity, site.words());
  view.reason = why_ended(document, index, site.words());
  return view;
}

ArchivedDocumentView archived_document(const DocumentDay& document, const std::string& root,
                                       const SiteContext& site) {
  const auto link = document_link(document.document->id, root, site);
  ArchivedDocumentView view{document.document->id, link.text, link.href, {}, {}};
  for (auto i = document.revisions.size(); i-- > 0;) {
    if (!is_archived(document.revisions[i].state)) continue;
    view.revisions.push_back(archived_revision(document, i, root, site));
  }
  const auto missing = missing_history(*document.document);
  if (missing && is_published(document.state))
    view.missing = site.words()[Word::missing_state] + ". " + missing_text(*missing, site.words());
  return view;
}

/// The archived documents whose id begins with the type's code, by title.
std::vector<ArchivedDocumentView> documents_of(const DocumentType& type, const std::string& root,
                                               const SiteContext& site) {
  std::vector<ArchivedDocumentView> views;
  for (const auto& document : site.view().documents()) {
    if (!document.document->id.starts_with(type.id + "-")) continue;
    auto view = archived_document(document, root, site);
    if (!view.revisions.empty() || !view.missing.empty()) views.push_back(std::move(view));
  }
  std::ranges::stable_sort(views, SwedishLess{}, &ArchivedDocumentView::title);
  return views;
}

}  // namespace

void plan_archive(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::archive, std::string(address::archive), {}});
}

std::span<const Field> archive_fields() {
  return ArchiveView::fields();
}

Page render_archive(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  ArchiveView view;
  for (const auto& type : site.handbook().types) {
    auto documents = documents_of(type, root, site);
    if (!documents.empty()) view.types.push_back({type.name_plural, std::move(documents)});
  }
  std::ranges::stable_sort(view.types, SwedishLess{}, &ArchiveTypeView::name);
  view.is_empty = view.types.empty();
  if (site.routes.has(address::dates)) view.dates_href = root + std::string(address::dates);
  return top_page(address::archive, Word::nav_archive,
                  site.theme().page(PageKind::archive).fill(view), site);
}

}  // namespace handbok
