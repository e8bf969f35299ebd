#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"
#include "render/html.hpp"
#include "render/page.hpp"
#include "render/site_context.hpp"
#include "render/site_index.hpp"

namespace handbok {

/// The title that readers know the document by: that of the revision they see or, before that, of
/// the upcoming one; the id if every revision is withheld.
const std::string& document_title(const DocumentDay& document, const SiteContext& site);

/// A link to the document's page, with its title; only the id, unlinked, if readers may not know of
/// the document.
LinkView document_link(std::string_view id, const std::string& root, const SiteContext& site);

/// A link to the page of that role, unit or source; its name or number, unlinked, if there is no
/// such page; the id if it is unknown.
LinkView role_link(std::string_view id, const std::string& root, const SiteContext& site);
LinkView unit_link(std::string_view id, const std::string& root, const SiteContext& site);

/// A letter to whoever keeps the handbook; empty if it does not say where that is.
std::string letter_href(std::string_view subject, const SiteContext& site);

/// Attributes of an element about the revision, from which the site's script knows whether it
/// reaches the reader's unit: what derive/reach looks at.
Html reach_attributes(const Revision& revision);

/// The entry of the navigation that a document belongs to: the processes or the documents.
std::string_view document_section(std::string_view id, const SiteContext& site);

/// The way from the start page to the document's folder, ending with `document_section`.
std::vector<Crumb> section_breadcrumbs(std::string_view id, const SiteContext& site);

}  // namespace handbok
