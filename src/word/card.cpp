#include "word/card.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace handbok::word {
namespace {

void add_row(const std::string& name, std::string value, Card& card) {
  if (name.empty()) return;
  if (const auto row = card_row(name)) {
    card.values.emplace_back(*row, std::move(value));
  } else {
    card.unknown_rows.push_back(name);
  }
}

bool is_card(const Block& block) {
  if (block.kind != BlockKind::table || block.rows.empty() || block.rows.front().size() < 2) {
    return false;
  }
  return card_row(plain_text(block.rows.front().front())) == CardRow::type;
}

/// The cells of a line of a Markdown table. A bar after a backslash stands for itself.
std::vector<std::string> cells_of(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_bar = line.substr(i, 2) == "\\|";
    if (is_bar) ++i;
    if (line[i] == '|' && !is_bar) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  for (auto& cell : cells)
    cell = std::string(trim(cell));
  return cells;
}

bool is_delimiter(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("-:") == std::string_view::npos;
}

}  // namespace

std::string Card::value(CardRow row) const {
  for (const auto& [known, text] : values) {
    if (known == row) return text;
  }
  return {};
}

std::optional<Card> take_card(Blocks& blocks) {
  if (blocks.empty() || !is_card(blocks.front())) return std::nullopt;
  Card card;
  for (const auto& row : blocks.front().rows)
    add_row(clean_text(plain_text(row[0])), clean_text(plain_text(row[1])), card);
  blocks.erase(blocks.begin());
  return card;
}

std::optional<Card> read_card_lines(std::string_view text, std::size_t& end) {
  Card card;
  end = 0;
  while (end < text.size()) {
    const auto line_end = std::min(text.find('\n', end), text.size() - 1) + 1;
    const auto line = trim(text.substr(end, line_end - end));
    const bool is_before = card.values.empty() && line.empty();
    if (!is_before && !line.starts_with('|')) break;
    end = line_end;
    const auto cells = cells_of(line);
    if (cells.size() < 2 || is_delimiter(cells.front())) continue;
    add_row(cells[0], cells[1], card);
    const bool begins_with_type =
        !card.values.empty() && card.values.front().first == CardRow::type;
    if (!begins_with_type) return std::nullopt;
  }
  if (card.values.empty()) return std::nullopt;
  return card;
}

Block card_table(const Card& card, CardLanguage language) {
  Block table;
  table.kind = BlockKind::table;
  for (const auto& [row, value] : card.values) {
    Row cells;
    cells.push_back({text_inline(std::string(name_of(row, language)))});
    cells.push_back(value.empty() ? Cell{} : Cell{text_inline(value)});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace handbok::word
