#pragma once

#include <vector>

#include "search/entry.hpp"
#include "search/word_groups.hpp"
#include "site/site.hpp"

namespace handbok::search {

/// The files of an index, which themes/default/search.js reads as scripts so that a site in a
/// folder can be searched too. Each is named by its digest.
struct SearchIndex {
  SiteFile start;               ///< what the others are called; the page of the search loads it
  std::vector<SiteFile> parts;  ///< words, rows and texts of entries; loaded when needed
};

/// The index of the entries. The same entries give the same bytes.
///
/// The start is `handbokSearch.start({…})`: `language`, `common` words, `count` of entries, how
/// many `inPart`, the `words` as [first form, file], the files of `entries`, and the `facets`: for
/// types, units and roles each their [label, number].
///
/// A part with words is `handbokSearch.words(number, text)`: a line for each group of words with
/// one stem, as "rutin rutiner|0C2A", which are its forms, folded, and the entries, each as the
/// distance from the one before in base 36 and its weight as a sign: Z is 1, and each sign before
/// it six sevenths of the next. Names stand among the words, as "=rut-3", and so does each
/// choice of a facet, as "@t3". A part with entries is `handbokSearch.entries(first, [[address,
/// title, note, state, lead, is it a thing, file of its text] …])`, and one with texts is
/// `handbokSearch.texts([[entry, [[anchor, heading, texts …] …]] …])`.
SearchIndex make_search_index(const std::vector<Entry>& entries, const WordGroups& groups,
                              const Language& language);

}  // namespace handbok::search
