#pragma once

#include <vector>

#include "render/site_context.hpp"
#include "search/entry.hpp"

namespace handbok {

/// What a search of the site finds: documents, rows of registers, roles, units, terms, laws, their
/// clauses and pages of registers. The text of a document is searched while it applies or is about
/// to; what has ended is found by its title and id alone, so that nobody follows it by mistake, and
/// what replaced it is found by them too. Only what has a page on the site.
std::vector<search::Entry> search_entries(const SiteContext& site);

/// Words that the registers of terms and of everyday words say are used for the same.
std::vector<search::Synonyms> search_synonyms(const Handbook& handbook);

/// In what language the handbook is written, and which words tell nothing in it.
search::Language search_language(const SiteContext& site);

}  // namespace handbok
