#pragma once

#include "render/document_face.hpp"
#include "render/pages/document_view.hpp"
#include "render/references.hpp"

namespace handbok {

/// The status block of a revision, as the page of `scope` shows it.
StatusView status_view(const DocumentDay& document, const Revision& revision,
                       const LinkScope& scope);

/// What stands above the text on the document's own page: an upcoming revision, that the document
/// ran out or is repealed, or that an older revision is shown in place of a withheld one.
std::vector<BannerView> document_banners(const DocumentDay& document, const LinkScope& scope);

/// What stands above the text on a revision's permanent page: which revision applies instead.
std::vector<BannerView> revision_banners(const DocumentDay& document, const Revision& revision,
                                         const LinkScope& scope);

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
