#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbok::word {

// A text as a tree, as far as a handbook has use for it. It is what pandoc's tree becomes when
// styles, fonts and other dress are taken off; read_tree and write_tree translate.

struct Block;
using Blocks = std::vector<Block>;

enum class InlineKind : std::uint8_t {
  text,        ///< `text`, with blanks between words
  line_break,  ///< a line that ends within its paragraph
  emphasis,    ///< `inlines`
  strong,      ///< `inlines`
  strikeout,   ///< `inlines`
  code,        ///< `text`
  link,        ///< `inlines` lead to `target`
  image,       ///< `target`; `inlines` say what it shows
  note         ///< a footnote: `blocks`
};

/// A piece of a paragraph.
struct Inline {
  InlineKind kind = InlineKind::text;
  std::string text;
  std::string target;
  std::vector<Inline> inlines;
  Blocks blocks;
};
using Inlines = std::vector<Inline>;

enum class BlockKind : std::uint8_t {
  paragraph,      ///< `inlines`
  heading,        ///< `inlines`, `level`
  code,           ///< `text`, `language`
  quote,          ///< `blocks`
  bullet_list,    ///< `items`
  ordered_list,   ///< `items`, numbered from `level`
  table,          ///< `rows`, the first of which is the head
  thematic_break  ///< a line across
};

/// A cell of a table: one paragraph, whose lines may break.
using Cell = Inlines;
using Row = std::vector<Cell>;

/// A paragraph, heading, list, table …
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;  ///< of a heading, from 1; first number of an ordered list
  Inlines inlines;
  std::string text;
  std::string language;  ///< of code
  Blocks blocks;
  std::vector<Blocks> items;
  bool is_loose = false;         ///< a list whose items stand apart
  bool is_continuation = false;  ///< it goes on with the item of a list that stands before it
  int quotations = 0;            ///< that it stands in, by the style that it has in Word
  std::vector<Row> rows;
};

/// Numbered or not.
inline bool is_list(const Block& block) {
  return block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list;
}

/// What was found while a text was read: the code's name is chosen by who reports it.
enum class FlawKind : std::uint8_t {
  fake_heading,
  merged_cells,
  formula,
  definitions,
  foreign,
  raised,     ///< or lowered, and Unicode has no such sign
  link_title  ///< what is seen when somebody points at a link: Word's files have none
};

struct Flaw {
  FlawKind kind = FlawKind::foreign;
  std::string excerpt;  ///< the words by which a person finds the place
};

/// A whole text.
struct Text {
  std::string title;  ///< of a paragraph in the style "Title"; may be empty
  Blocks blocks;
  std::vector<Flaw> flaws;
  int tracked = 0;   ///< stretches that were inserted or deleted while changes were tracked
  int comments = 0;  ///< remarks in the margin
};

/// Takes off what Word keeps otherwise or not at all: the languages of code, and bold from the
/// heads of tables where all of it is bold, which some programs write because the head of a table
/// is.
void forget_what_word_forgets(Blocks& blocks);

/// What else stands in a quotation has a style for its kind in Word, "List in Quote", whose ending
/// is there once more for each quotation around that one.
constexpr std::string_view quote_ending = " in Quote";

/// A line across the page, as a paragraph.
constexpr std::string_view rule_text = "———";

/// The words of the inlines, without dress; footnotes and images give nothing.
std::string plain_text(const Inlines& inlines);

/// The same with a line end where a line ends.
std::string plain_lines(const Inlines& inlines);

Inline text_inline(std::string text);

/// `text` as sources must be: in Normalization Form C, without control characters and the invisible
/// ones that Word puts between letters. `text` must be valid UTF-8.
std::string clean_text(std::string_view text);

/// The beginning of `text`, by which a person finds the place; with "…" if there is more.
std::string excerpt(std::string_view text);

}  // namespace handbok::word
