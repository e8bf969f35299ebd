#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// What the inlines of a text need from the text around them.
struct InlineSurroundings {
  std::function<Blocks(const Json::Array&)> read_blocks;  ///< of footnotes
  std::function<void(FlawKind, std::string_view)> report;
};

/// The style that the attributes of one of pandoc's Divs name.
struct ParagraphStyle {
  std::string name;    ///< in small letters, without `quote_ending`
  int quotations = 0;  ///< how often that is there
};
ParagraphStyle style_of(const Json& attributes);

/// Pandoc's inlines, tidied: neighbours of the same kind are one, blanks stand outside of emphasis,
/// and nothing is emphasised that is empty.
Inlines read_inlines(const Json::Array& items, const InlineSurroundings& around);

}  // namespace handbok::word
