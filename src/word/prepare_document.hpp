#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "word/lost_parts.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {

/// What the part styles.xml says of a style of paragraphs or of letters.
struct Style {
  bool is_heading = false;
  bool is_hidden = false;
  char shift = 0;      ///< '^' for letters that are raised, '_' if they are lowered
  std::string list{};  ///< whose number stands before it; empty: none
  int level = 0;       ///< in that list, from 0
  int outline = -1;    ///< of headings, from 0; 9 is body text, -1 says nothing

  /// True for a heading, whatever its style is called.
  bool is_outlined() const { return is_heading || (outline >= 0 && outline < 9); }
};
using Styles = std::map<std::string, Style, std::less<>>;
Styles read_styles(std::string_view xml);

Style style_called(std::string_view name, const Styles& styles);

/// Takes a property of a paragraph: its style, its list, its level in that or in the outline.
void take_property(const XmlPiece& tag, const Styles& styles, Style& style);

/// True for the styles of lines in a table of contents.
bool is_contents_style(std::string_view name);

/// What the tag <vertAlign> says, as the member of a style.
char shift_of(const XmlPiece& tag);

/// A Word document in the words that pandoc reads.
struct PreparedDocument {
  std::string bytes;
  int taken_cells = 0;         ///< that were deleted while changes were tracked, or not kept
  bool is_strict = false;      ///< Strict Open XML, Word's other format: pandoc finds nothing in it
  std::vector<LostPart> lost;  ///< what a person would not find again
};

/// Rewrites what pandoc passes over or takes for something else, so that the text is read as Word
/// shows it: results of simple fields, signs of symbol fonts, lists that go on counting, headings
/// with numbers or by their outline level. Hidden text and rows, rows and cells that were deleted,
/// and the table of contents, which the site makes itself, are left out. A document in which
/// nothing is to be done is given as it is.
PreparedDocument prepare_document(std::string_view bytes, MarkedText marked);

}  // namespace handbok::word
