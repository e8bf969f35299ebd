#pragma once

#include <string_view>
#include <vector>

#include "search/entry.hpp"
#include "site/site.hpp"

namespace handbok::search {

/// The files of an index, which themes/default/search.js reads as scripts so that a site in a
/// folder can be searched too. Each is named by its digest.
struct SearchIndex {
  SiteFile start;               ///< what the others are called; the page of the search loads it
  std::vector<SiteFile> parts;  ///< words, and what results show of entries; loaded when needed
};

/// The index of the entries. The same entries give the same bytes. `language` is that of
/// handbook.toml: it decides how words are stemmed.
///
/// The start is `handbokSearch.start(entries in a part, [[[first word, file] …], [file …]])`. A
/// part with words is `handbokSearch.words(number, text)`: a line for each group of words with one
/// stem, as "rutin rutiner|0C2A", which are its forms, folded, and the entries, each as the
/// distance from the one before in base 36 and its weight as a letter from A. A part with entries
/// is `handbokSearch.entries(first, [[address, title, note, state, lead] …])`.
SearchIndex make_search_index(const std::vector<Entry>& entries,
                              const std::vector<Synonyms>& synonyms, std::string_view language);

}  // namespace handbok::search
