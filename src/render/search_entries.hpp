#pragma once

#include <vector>

#include "render/site_context.hpp"
#include "search/entry.hpp"

namespace handbok {

/// What a search of the site finds: documents, rows of registers, roles, units, terms, laws and
/// pages of registers. The text of a document is searched while it applies or is about to; what has
/// ended is found by its title and id alone, so that nobody follows it by mistake. Only what has a
/// page on the site.
std::vector<search::Entry> search_entries(const SiteContext& site);

/// Words that the register of terms says are used for the same.
std::vector<search::Synonyms> search_synonyms(const Handbook& handbook);

}  // namespace handbok
