#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html.hpp"
#include "render/pages/history_rows.hpp"
#include "render/pages/process_view.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// A notice above the text: what the reader must know before using it.
struct BannerView {
  std::string kind;  ///< CSS: "danger", "warning" or "info"
  std::string heading;
  Html text;
  HANDBOK_FIELDS(BannerView, kind, heading, text)
};

/// The block that answers "does this apply to me?".
struct StatusView {
  std::string state;
  std::string state_class;
  std::string number;
  std::string id;
  std::string type;
  std::string registry_number;
  Html valid;  ///< "från 1 juni 2026" or a span
  Html next_review;
  Html applies_to;
  Html audience;
  Html owner;
  Html reviewed;
  Html approved;
  bool is_review_overdue = false;
  HANDBOK_FIELDS(StatusView, state, state_class, number, id, type, registry_number, valid,
                 next_review, applies_to, audience, owner, reviewed, approved, is_review_overdue)
};

/// A document or place that has to do with the page's document.
struct RelatedView {
  Html link;
  std::string note;  ///< what it has to do with it
  Html places;       ///< where in it, as links
  HANDBOK_FIELDS(RelatedView, link, note, places)
};

struct AttachmentView {
  std::string href;
  std::string name;
  std::string size;
  HANDBOK_FIELDS(AttachmentView, href, name, size)
};

/// A step that a role took with the revision.
struct SignatureView {
  std::string step;
  std::string role;
  Html on;
  std::string ref;
  std::string assurance;  ///< what stands behind it; empty for drafted and consulted
  std::string digest;
  HANDBOK_FIELDS(SignatureView, step, role, on, ref, assurance, digest)
};

/// A document's page, or the permanent page of one of its revisions. What is empty is left out.
struct DocumentView {
  std::string id;
  std::string title;
  std::string summary;
  std::string number;
  std::vector<BannerView> banners;
  std::optional<StatusView> status;
  std::string change_note;
  Html because;
  std::vector<LinkView> contents;
  std::optional<ProcessView> process;
  Html body;
  std::vector<TableSection> rollout;  ///< how it is made known; one section or none
  std::vector<RelatedView> local_additions;
  std::vector<RelatedView> relations;
  std::vector<RelatedView> used_by;
  std::vector<RelatedView> named_by;
  std::vector<RelatedView> requirements;
  std::vector<RelatedView> legal_basis;
  std::vector<AttachmentView> attachments;
  bool has_references = false;  ///< one of relations … attachments is not empty
  std::vector<HistoryRowView> rows;
  std::string history_href;
  std::vector<SignatureView> signatures;
  std::string digest;
  std::string proposal_href;
  std::string receipt_href;
  HANDBOK_FIELDS(DocumentView, id, title, summary, number, banners, status, change_note, because,
                 contents, process, body, rollout, local_additions, relations, used_by, named_by,
                 requirements, legal_basis, attachments, has_references, rows, history_href,
                 signatures, digest, proposal_href, receipt_href)
};

}  // namespace handbok
