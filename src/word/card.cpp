#include "word/card.hpp"

#include <algorithm>
#include <iterator>

#include "base/strings.hpp"
#include "base/utf8.hpp"

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

bool is_table_of(const Block& block, HeadTable table) {
  if (block.kind != BlockKind::table || block.rows.empty()) return false;
  const auto is_called = [&](CardLanguage language) {
    return std::ranges::equal(block.rows.front(), columns_of(table, language),
                              [](const Cell& cell, std::string_view name) {
                                return to_lower(plain_text(cell)) == to_lower(name);
                              });
  };
  return is_called(CardLanguage::swedish) || is_called(CardLanguage::english);
}

Cell cell_of(const std::string& words) {
  Cell cell;
  for (const auto line : split(words, '\n')) {
    if (!cell.empty()) cell.emplace_back().kind = InlineKind::line_break;
    if (!line.empty()) cell.push_back(text_inline(std::string(line)));
  }
  return cell;
}

void take_help(Inlines& inlines, std::vector<std::string>& taken) {
  for (auto& one : inlines) {
    auto found = handbok::take_help(one.text);
    if (!found.empty() && trim(one.text).empty()) one.text.clear();
    std::ranges::move(found, std::back_inserter(taken));
    take_help(one.inlines, taken);
  }
  std::erase_if(inlines, [](const Inline& one) {
    const bool is_words = one.kind <= InlineKind::strikeout && one.kind != InlineKind::line_break;
    return is_words && one.text.empty() && one.inlines.empty();
  });
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

std::optional<TableRows> take_table(Blocks& blocks, HeadTable table) {
  const auto found =
      std::ranges::find_if(blocks, [&](const Block& block) { return is_table_of(block, table); });
  if (found == blocks.end()) return std::nullopt;
  TableRows rows;
  for (const auto& row : found->rows) {
    auto& cells = rows.emplace_back();
    for (const auto& cell : row)
      cells.push_back(clean_text(plain_lines(cell)));
  }
  rows.erase(rows.begin());
  std::erase_if(rows, [](const auto& cells) { return join(cells, "").empty(); });
  blocks.erase(found);
  return rows;
}

Block head_table(HeadTable table, const TableRows& rows, CardLanguage language) {
  Block block;
  block.kind = BlockKind::table;
  auto& head = block.rows.emplace_back();
  for (const auto name : columns_of(table, language))
    head.push_back(cell_of(std::string(name)));
  for (const auto& cells : rows)
    std::ranges::transform(cells, std::back_inserter(block.rows.emplace_back()), cell_of);
  return block;
}

std::vector<std::string> take_help(Blocks& blocks) {
  std::vector<std::string> taken;
  const auto take_all = [&](Blocks& inner) {
    std::ranges::move(take_help(inner), std::back_inserter(taken));
  };
  for (auto& block : blocks) {
    take_help(block.inlines, taken);
    take_all(block.blocks);
    std::ranges::for_each(block.items, take_all);
    for (auto& row : block.rows) {
      for (auto& cell : row)
        take_help(cell, taken);
    }
    std::erase_if(block.items, [](const Blocks& item) { return item.empty(); });
  }
  std::erase_if(blocks, [](const Block& block) {
    return block.inlines.empty() && block.text.empty() && block.blocks.empty() &&
           block.items.empty() && block.rows.empty() && block.kind != BlockKind::thematic_break;
  });
  return taken;
}

Block card_table(const Card& card, CardLanguage language) {
  Block table;
  table.kind = BlockKind::table;
  for (const auto& [row, value] : card.values) {
    Row cells;
    cells.push_back({text_inline(std::string(name_of(row, language)))});
    cells.push_back(cell_of(value));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace handbok::word
