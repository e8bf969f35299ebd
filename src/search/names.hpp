#pragma once

#include <string>
#include <string_view>

#include "base/text_hash.hpp"
#include "text/search_words.hpp"

namespace handbok::search {

/// What a name is looked up by, however it is written: its words without common ones, by their
/// stems, folded and sorted: "=jobb+ny" for "ny på jobbet". An id is its letters and its number:
/// "=rut-3" for "RUT-003", "rut 3" and "RUT3"; a clause its chapter and section: "=5:3" for "5 kap.
/// 3 §". Empty for a text without words. themes/default/search.js makes the same of what is asked.
std::string name_key(std::string_view text, const TextSet& common_words, const Stemmer& stemmer);

}  // namespace handbok::search
