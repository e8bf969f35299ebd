#include "word/read_table.hpp"

#include <algorithm>

namespace handbok::word {
namespace {

class TableReader {
public:
  explicit TableReader(const InlineSurroundings& around) : around_(around) {}

  Block read(const Json& content) {
    // [attributes, caption, columns, head, bodies, foot]
    add_rows(content[3][1]);
    for (const auto& body : content[4].items()) {
      add_rows(body[2]);
      add_rows(body[3]);
    }
    add_rows(content[5][1]);
    Block block;
    block.kind = BlockKind::table;
    block.rows = std::move(rows_);
    drop_empty_head(block.rows);
    std::size_t width = 0;
    for (const auto& row : block.rows)
      width = std::max(width, row.size());
    for (auto& row : block.rows)
      row.resize(width);
    block.is_continuation = has_items_ && !has_others_;
    block.quotations = quotations_;
    report_merged(block);
    return block;
  }

private:
  /// Pandoc gives a head without words to a table that has none.
  static void drop_empty_head(std::vector<Row>& rows) {
    const bool is_empty = !rows.empty() && std::ranges::all_of(rows.front(), [](const Cell& cell) {
      return cell.empty();
    });
    if (is_empty) rows.erase(rows.begin());
  }

  /// A column that a cell above reaches down into, and for how many rows more.
  std::size_t rows_left_in(std::size_t column) {
    if (pending_.size() <= column) pending_.resize(column + 1, 0);
    return pending_[column];
  }

  void add_rows(const Json& rows) {
    for (const auto& row : rows.items())
      add_row(row[1].items());
  }

  void add_row(const Json::Array& cells) {
    Row row;
    for (const auto& cell : cells) {
      skip_reached_columns(row);
      constexpr std::int64_t span_max = 64;  // columns that a table may have (markdown/limits)
      const auto down = std::clamp<std::int64_t>(cell[2].number(1), 1, span_max);
      const auto across = std::clamp<std::int64_t>(cell[3].number(1), 1, span_max);
      is_merged_ = is_merged_ || down > 1 || across > 1;
      const auto first = row.size();
      row.push_back(read_cell(cell[4]));
      row.resize(first + static_cast<std::size_t>(across));
      for (auto column = first; column < row.size(); ++column) {
        static_cast<void>(rows_left_in(column));
        pending_[column] = static_cast<std::size_t>(down - 1);
      }
    }
    skip_reached_columns(row);
    rows_.push_back(std::move(row));
  }

  void skip_reached_columns(Row& row) {
    while (rows_left_in(row.size()) > 0) {
      --pending_[row.size()];
      row.emplace_back();
    }
  }

  /// In a table within the item of a list, pandoc's Word writer makes an item of each cell.
  static const Json& only_item(const Json& blocks) {
    const auto& list = blocks[0U];
    const bool is_one = blocks.items().size() == 1 && list["t"].text() == "BulletList" &&
                        list["c"].items().size() == 1;
    return is_one ? list["c"][0U] : blocks;
  }

  Cell read_cell(const Json& blocks) {
    const auto& content = only_item(blocks);
    has_items_ = has_items_ || &content != &blocks;
    has_others_ = has_others_ || (&content == &blocks && !blocks.items().empty());
    Cell cell;
    add_lines(content, {}, cell);
    return cell;
  }

  /// `mark` stands before the first line.
  void add_lines(const Json& blocks, std::string mark, Cell& cell) {
    for (const auto& block : blocks.items()) {
      const auto name = block["t"].text();
      const auto& content = block["c"];
      if (name == "Div") {
        quotations_ = std::max(quotations_, style_of(content[0U]).quotations);
        add_lines(content[1], mark, cell);
      } else if (name == "BlockQuote") {
        add_lines(content, mark, cell);
      } else if (name == "BulletList" || name == "OrderedList") {
        add_list(content, name == "OrderedList", cell);
      } else if (name == "Table") {
        add_table(content, cell);
      } else {
        add_line(read_inlines(name == "Header" ? content[2].items() : content.items(), around_),
                 mark, cell);
      }
      mark.clear();
    }
  }

  void add_list(const Json& content, bool is_ordered, Cell& cell) {
    auto number = is_ordered ? content[0U][0U].number(1) : 0;
    for (const auto& item : (is_ordered ? content[1] : content).items())
      add_lines(item, is_ordered ? std::to_string(number++) + ". " : "– ", cell);
  }

  /// The rows of a table within the cell become lines of it.
  void add_table(const Json& content, Cell& cell) {
    const auto inner = TableReader(around_).read(content);
    for (const auto& row : inner.rows) {
      Inlines line;
      for (const auto& one : row) {
        if (one.empty()) continue;
        if (!line.empty()) line.push_back(text_inline(" – "));
        line.insert(line.end(), one.begin(), one.end());
      }
      add_line(std::move(line), {}, cell);
    }
  }

  static void add_line(Inlines line, std::string_view mark, Cell& cell) {
    if (line.empty()) return;
    if (!cell.empty()) cell.emplace_back().kind = InlineKind::line_break;
    if (!mark.empty()) cell.push_back(text_inline(std::string(mark)));
    for (auto& one : line)
      cell.push_back(std::move(one));
  }

  void report_merged(const Block& block) const {
    if (!is_merged_) return;
    for (const auto& row : block.rows) {
      for (const auto& cell : row) {
        const auto words = plain_text(cell);
        if (!words.empty()) return around_.report(FlawKind::merged_cells, words);
      }
    }
  }

  const InlineSurroundings& around_;
  std::vector<Row> rows_;
  std::vector<std::size_t> pending_;
  int quotations_ = 0;
  bool is_merged_ = false;
  bool has_items_ = false;   ///< a cell that is one item
  bool has_others_ = false;  ///< a cell that is something else
};

}  // namespace

Block read_table(const Json& content, const InlineSurroundings& around) {
  return TableReader(around).read(content);
}

}  // namespace handbok::word
