#pragma once

#include <vector>

#include "search/entry.hpp"
#include "search/word_groups.hpp"
#include "site/site.hpp"

namespace handbok::search {

/// Makes the index of the entries: files, each named by its digest, which themes/default/search.js
/// reads as scripts so that a site in a folder can be searched too. Its parts, with words, rows and
/// texts of entries, go to `sink` one by one; given back is the start, which says what they are
/// called and is loaded by the page of the search. The same entries give the same bytes.
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
SiteFile make_search_index(const std::vector<Entry>& entries, const WordGroups& groups,
                           const Language& language, const SiteSink& sink);

}  // namespace handbok::search
