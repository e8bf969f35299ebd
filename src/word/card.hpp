#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/card_rows.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// What the card says, row by row; values are as written.
struct Card {
  std::vector<std::pair<CardRow, std::string>> values;
  std::vector<std::string> unknown_rows;  ///< names that mean nothing

  /// The value of the row; empty if it has none.
  std::string value(CardRow row) const;
};

/// Takes the card off the start of the text: the first block, if it is a table whose first cell
/// names the row of the type. No value if it is not.
std::optional<Card> take_card(Blocks& blocks);

/// The same for Markdown text; `end` becomes the offset where the text after the card begins.
std::optional<Card> read_card_lines(std::string_view text, std::size_t& end);

/// Takes the first table whose columns are called so in either language out of the text: its rows,
/// but for the head and blank ones, as written, lines of a cell on lines. No value if there is
/// none.
std::optional<TableRows> take_table(Blocks& blocks, HeadTable table);

/// The rows as a table, below its head.
Block head_table(HeadTable table, const TableRows& rows, CardLanguage language);

/// Takes all help that was left in the text off it, with the paragraphs that held nothing else, and
/// gives it.
std::vector<std::string> take_help(Blocks& blocks);

/// The card as a table.
Block card_table(const Card& card, CardLanguage language);

}  // namespace handbok::word
