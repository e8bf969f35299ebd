#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "derive/day_view.hpp"
#include "render/diagrams.hpp"
#include "render/document_face.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/ring.hpp"
#include "render/site_context.hpp"
#include "render/tables/table_page.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// A published revision in a document's history, or revisions that the handbook has never held.
struct HistoryRowView {
  std::string number;  ///< "3", or "1–2"
  std::string href;    ///< empty if it is not here
  std::string state;   ///< in words: "gäller", "ersatt" …
  std::string state_class;
  Html validity;
  std::string change_note;
  Html because;
  std::string compare_href;  ///< to what changed since the one before; empty for the first
  bool is_withheld = false;
  HANDBOK_FIELDS(HistoryRowView, number, href, state, state_class, validity, change_note, because,
                 compare_href, is_withheld)
};

/// What a relation is called, and what it is seen from the other end.
std::pair<Word, Word> relation_words(RelationKind kind);

/// Why the revision was made, as links: what it names that readers may know of, and words of its
/// own.
Html reasons_html(const Revision& revision, const LinkScope& scope);

/// The published revisions of a document, newest first, and those before them that are not here. A
/// withheld one shows nothing of its content.
std::vector<HistoryRowView> history_rows(const DocumentDay& document, const std::string& root,
                                         const SiteContext& site);

/// A way onwards from a step: "Om ja: gå till 4. Bekräfta".
struct StepExitView {
  std::string label;
  std::string target_href;
  std::string target_text;
  bool is_loop = false;
  HANDBOK_FIELDS(StepExitView, label, target_href, target_text, is_loop)
};

/// A step of a process in words.
struct StepView {
  std::string id;
  std::string number;  ///< empty for starts and ends
  std::string label;
  std::string text;
  std::string kind_class;  ///< CSS: "start", "decision" …
  Html roles;
  Html routines;
  Html document;  ///< what a sub-process or reference stands for
  Html collaboration;
  std::string inputs;
  std::string outputs;
  std::vector<StepExitView> exits;
  std::string from;  ///< of the first step of a side way: where that leaves the main one
  bool is_start = false;
  bool is_end = false;
  bool is_decision = false;
  bool is_aside = false;
  HANDBOK_FIELDS(StepView, id, number, label, text, kind_class, roles, routines, document,
                 collaboration, inputs, outputs, exits, from, is_start, is_end, is_decision,
                 is_aside)
};

/// Somewhere the process meets somebody else's work.
struct CollaborationView {
  std::string partner;
  std::string purpose;
  std::string contact_way;
  Html rules;  ///< the routine and the agreement
  Html steps;  ///< where in the process
  HANDBOK_FIELDS(CollaborationView, partner, purpose, contact_way, rules, steps)
};

/// A shape in use, drawn small, and what it means.
struct LegendView {
  Html shape;
  std::string text;
  HANDBOK_FIELDS(LegendView, shape, text)
};

/// What a process page shows beside what every document's page shows.
struct ProcessView {
  std::string title;
  std::string purpose;
  std::string trigger;
  std::string result;
  Html parent;
  Html diagram;  ///< empty if it could not be drawn
  Html heads;    ///< the titles of its lanes once more, which stay in sight; empty without lanes
  bool is_wide = false;
  std::string diagram_href;
  std::optional<PaperPicture> paper;
  std::vector<LegendView> legend;
  std::vector<StepView> steps;
  std::vector<CollaborationView> collaboration;
  std::string no_collaboration_reason;  ///< why none is needed
  HANDBOK_FIELDS(ProcessView, title, purpose, trigger, result, parent, diagram, heads, is_wide,
                 diagram_href, paper, legend, steps, collaboration, no_collaboration_reason)
};

/// The process of `revision`, which must have one, as the page of `scope` shows it.
ProcessView process_view(const Revision& revision, const LinkScope& scope);

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
  Html since;  ///< "sedan 1 juni 2026", or the whole validity if it has or had an end
  Html next_review;
  Html applies_to;
  Html audience;
  Html owner;
  Html reviewed;
  Html approved;
  bool is_review_overdue = false;
  HANDBOK_FIELDS(StatusView, state, state_class, number, id, type, registry_number, since,
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

/// A part of a document's text, in the order of the page.
struct TextPartView {
  Html title;  ///< the heading's element; empty without one
  Html html;
  bool is_folded = false;  ///< on a phone only the heading is shown
  HANDBOK_FIELDS(TextPartView, title, html, is_folded)
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
  std::optional<RingView> ring;
  Html urgent;  ///< what the text marks as urgent
  Html local;   ///< what units add to the document as a whole
  Html action;  ///< what to do, before all that explains it; empty if the text does not say
  std::vector<TextPartView> text;
  /// How it is made known or, of an old revision, the local texts of its time; one or none.
  std::vector<TableSection> after_text;
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
  std::string word_href;     ///< the text as a Word document; empty: it is not offered
  std::string hand_in_href;  ///< where a changed text goes; empty likewise
  std::string proposal_href;
  std::string receipt_href;
  std::string card_href;  ///< the same text without all that need not be read to act; or empty
  HANDBOK_FIELDS(DocumentView, id, title, summary, number, banners, status, change_note, because,
                 contents, process, ring, urgent, local, action, text, after_text, local_additions,
                 relations, used_by, named_by, requirements, legal_basis, attachments,
                 has_references, rows, history_href, signatures, digest, word_href, hand_in_href,
                 proposal_href, receipt_href, card_href)
};

/// The status block of a revision, as the page of `scope` shows it.
StatusView status_view(const DocumentDay& document, const Revision& revision,
                       const LinkScope& scope);

/// What stands above the text on the document's own page: an upcoming revision, that the document
/// ran out or is repealed, or that an older revision is shown in place of a withheld one.
std::vector<BannerView> document_banners(const DocumentDay& document, const LinkScope& scope);

/// What stands above the text on a revision's permanent page: which revision applies instead.
std::vector<BannerView> revision_banners(const DocumentDay& document, const Revision& revision,
                                         const LinkScope& scope);

/// Fills in the text of the revision in the order in which its page shows it (decision 0047): what
/// is urgent, what units add, what to do, and then the rest.
void add_text(DocumentView& view, const Revision& revision, const LinkScope& scope);

/// That the local text was written against an older revision of what it rests on, and what changed
/// since; empty if it was not, and on archived pages.
Html outdated_base_html(const Relation& relation, const LinkScope& scope);

/// The table of who does what, or nothing if the revision names nobody.
Html responsibility_html(const Revision& revision, const LinkScope& scope);

/// What stands behind a step, in words that promise no more than it is (reliability 2.4).
std::string assurance_text(const Signature& signature, const SiteContext& site);

/// The steps that roles took with the revision, in the order of its approval.
std::vector<SignatureView> signature_views(const Revision& revision, const SiteContext& site);

/// Fills in what the revision has to do with: relations, requirements, law and attachments and, on
/// a page about today, who uses it and which units add to it.
void add_references(DocumentView& view, const Revision& revision, const LinkScope& scope);

/// The page of a document: everything about `revision`, or about the document alone if it is null.
DocumentView document_view(const DocumentDay& document, const Revision* revision,
                           const LinkScope& scope);

}  // namespace handbok
