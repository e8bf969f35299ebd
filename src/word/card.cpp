#include "word/card.hpp"

#include <algorithm>

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

bool is_task_table(const Block& block) {
  if (block.kind != BlockKind::table || block.rows.empty()) return false;
  const auto& head = block.rows.front();
  const auto is_called = [&](CardLanguage language) {
    const auto names = task_columns(language);
    return std::ranges::equal(head, names, [](const Cell& cell, std::string_view name) {
      return to_lower(trim(plain_text(cell))) == to_lower(name);
    });
  };
  return is_called(CardLanguage::swedish) || is_called(CardLanguage::english);
}

std::string words_of(const Row& row, std::size_t column) {
  return column < row.size() ? std::string(trim(clean_text(plain_text(row[column]))))
                             : std::string();
}

Cell cell_of(const std::string& words) {
  return words.empty() ? Cell{} : Cell{text_inline(words)};
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

std::optional<std::vector<TaskRow>> take_tasks(Blocks& blocks) {
  const auto table = std::ranges::find_if(blocks, is_task_table);
  if (table == blocks.end()) return std::nullopt;
  std::vector<TaskRow> rows;
  for (std::size_t i = 1; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    TaskRow task{words_of(row, 0), words_of(row, 1), words_of(row, 2)};
    const bool is_blank = task.task.empty() && task.roles.empty() && task.lead.empty();
    if (!is_blank) rows.push_back(std::move(task));
  }
  blocks.erase(table);
  return rows;
}

Block task_table(const std::vector<TaskRow>& rows, CardLanguage language) {
  Block table;
  table.kind = BlockKind::table;
  auto& head = table.rows.emplace_back();
  for (const auto name : task_columns(language))
    head.push_back(cell_of(std::string(name)));
  for (const auto& row : rows)
    table.rows.push_back({cell_of(row.task), cell_of(row.roles), cell_of(row.lead)});
  return table;
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
