#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// Names and values of a document's properties, such as {"title", "…"}.
using Properties = std::vector<std::pair<std::string, std::string>>;

/// The blocks as pandoc's JSON. Paragraphs that follow the first in an item of a list get the style
/// "List Continue", by which read_tree knows them again.
Json write_tree(const Blocks& blocks, const Properties& properties);

}  // namespace handbok::word
