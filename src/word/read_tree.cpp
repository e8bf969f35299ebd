#include "word/read_tree.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "word/read_inlines.hpp"
#include "word/read_table.hpp"
#include "word/tree.hpp"

namespace handbok::word {
namespace {

/// True for a list of which no item begins as items do: with a paragraph of its own.
bool goes_on_in_item(const Block& block) {
  if (block.kind != BlockKind::bullet_list) return false;
  return std::ranges::all_of(block.items, [](const Blocks& item) {
    return !item.empty() && (item.front().is_continuation || item.front().kind == BlockKind::code ||
                             item.front().kind == BlockKind::quote);
  });
}

bool goes_on_counting(const Block& list, const Block& next) {
  if (next.kind != list.kind) return false;
  return list.kind == BlockKind::bullet_list ||
         next.level == list.level + static_cast<int>(list.items.size());
}

void move_all(std::vector<Block>& from, std::vector<Block>& into) {
  into.insert(into.end(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

/// Appends `next` to the list before it if it belongs there. `is_cut` says that something was
/// already put into the list's last item that way.
bool take_in(Block& list, Block& next, bool& is_cut) {
  auto& item = list.items.back();
  const bool is_part = next.kind == BlockKind::paragraph || next.kind == BlockKind::table;
  if (next.is_continuation && is_part) {
    item.push_back(std::move(next));
  } else if (goes_on_in_item(next)) {
    for (auto& blocks : next.items) {
      for (auto& block : blocks)
        block.is_continuation = false;  // it has come where it belongs
      move_all(blocks, item);
    }
  } else if (is_cut && goes_on_counting(list, next)) {
    list.items.insert(list.items.end(), std::make_move_iterator(next.items.begin()),
                      std::make_move_iterator(next.items.end()));
    return true;
  } else {
    return false;
  }
  is_cut = true;
  return true;
}

bool has_several_paragraphs(const Blocks& item) {
  return std::ranges::count_if(item, [](const Block& block) { return !is_list(block); }) > 1;
}

/// Pandoc's Word writer turns the later paragraphs of an item into lists of their own, which cuts
/// the list in two. This joins them again: what continues an item goes into it, and the list after
/// it that goes on counting is appended.
void join_lists(Blocks& blocks) {
  Blocks joined;
  bool is_cut = false;
  for (auto& block : blocks) {
    const bool follows_list = !joined.empty() && is_list(joined.back());
    if (follows_list && take_in(joined.back(), block, is_cut)) continue;
    is_cut = false;
    joined.push_back(std::move(block));
  }
  blocks = std::move(joined);
}

/// Word knows no quotations, only paragraphs in such a style: those that follow each other, and
/// what else has a style that says so, are one, up to the mark of the next box. `depth` is how many
/// stand around `blocks`.
void join_quotations(Blocks& blocks, int depth) {
  const auto begins_box = [](const Blocks& inner) {
    return !inner.empty() && plain_text(inner.front().inlines).starts_with("[!");
  };
  Blocks joined;
  for (auto& block : blocks) {
    const bool is_within = block.quotations > depth;
    const bool is_quotation = block.kind == BlockKind::quote && !is_within;
    const bool goes_on = !joined.empty() && joined.back().kind == BlockKind::quote &&
                         (is_within || (is_quotation && !begins_box(block.blocks)));
    if (is_within && !goes_on) joined.emplace_back().kind = BlockKind::quote;
    if (is_within) {
      joined.back().blocks.push_back(std::move(block));
    } else if (goes_on) {
      move_all(block.blocks, joined.back().blocks);
    } else {
      joined.push_back(std::move(block));
    }
  }
  blocks = std::move(joined);
}

/// Puts together what is one in a handbook and several in Word.
void join_all(Blocks& blocks, int depth) {
  join_quotations(blocks, depth);
  join_lists(blocks);
  for (auto& block : blocks) {
    join_all(block.blocks, depth + 1);
    for (auto& item : block.items)
      join_all(item, depth);
    block.is_loose = block.is_loose || std::ranges::any_of(block.items, has_several_paragraphs);
  }
}

/// Styles of quotations, as Word and pandoc call them whatever the language of the program.
constexpr auto quote_styles =
    std::to_array<std::string_view>({"block text", "quote", "intense quote", "citat"});

bool is_quote_style(std::string_view style) {
  return std::ranges::find(quote_styles, style) != quote_styles.end();
}

class Reader {
public:
  Reader()
      : around_{[this](const Json::Array& items) {
                  auto blocks = read_blocks(items, {});
                  join_all(blocks, 0);
                  return blocks;
                },
                [this](FlawKind kind, std::string_view words) { report(kind, words); }} {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() = default;

  Text read(const Json& document) {
    const auto& title = document["meta"]["title"];
    text_.title = plain_text(inlines(title["c"]));
    text_.blocks = read_blocks(document["blocks"].items(), {});
    join_all(text_.blocks, 0);
    find_fake_headings();
    return std::move(text_);
  }

private:
  Inlines inlines(const Json& content) { return read_inlines(content.items(), around_); }

  void report(FlawKind kind, std::string_view words) {
    text_.flaws.push_back({kind, excerpt(words)});
  }

  Blocks read_blocks(const Json::Array& items, const ParagraphStyle& style) {
    Blocks blocks;
    for (const auto& item : items)
      read_block(item["t"].text(), item["c"], style, blocks);
    return blocks;
  }

  void read_block(std::string_view name, const Json& content, const ParagraphStyle& style,
                  Blocks& blocks) {
    if (name == "Para" || name == "Plain") return add_paragraph(inlines(content), style, blocks);
    if (name == "Header") return add_heading(content, blocks);
    if (name == "BulletList" || name == "OrderedList") return add_list(name, content, blocks);
    if (name == "Div") return read_styled(content, blocks);
    if (name == "BlockQuote") return read_quote(content, style, blocks);
    if (name == "CodeBlock") return add_code(content, blocks);
    if (name == "Table") return add_table(content, blocks);
    if (name == "LineBlock") return add_lines(content, style, blocks);
    if (name == "HorizontalRule") blocks.emplace_back().kind = BlockKind::thematic_break;
    if (name == "DefinitionList") report(FlawKind::definitions, first_text_in(content));
    if (name == "RawBlock") report(FlawKind::foreign, content[1].text());
  }

  static void add_paragraph(Inlines inlines, const ParagraphStyle& style, Blocks& blocks) {
    if (inlines.empty()) return;
    auto& block = blocks.emplace_back();
    block.inlines = std::move(inlines);
    block.is_continuation = style.name == "list continue";
    block.quotations = style.quotations;
    if (plain_text(block.inlines) == rule_text) block.kind = BlockKind::thematic_break;
  }

  void add_heading(const Json& content, Blocks& blocks) {
    auto text = inlines(content[2]);
    if (plain_text(text).empty()) return;
    auto& block = blocks.emplace_back();
    block.kind = BlockKind::heading;
    block.level = static_cast<int>(content[0U].number(1));
    // A heading is bold by itself.
    if (text.size() == 1 && text.front().kind == InlineKind::strong) {
      auto inner = std::move(text.front().inlines);
      text = std::move(inner);
    }
    block.inlines = std::move(text);
  }

  void add_list(std::string_view name, const Json& content, Blocks& blocks) {
    const bool is_ordered = name == "OrderedList";
    Block block;
    block.kind = is_ordered ? BlockKind::ordered_list : BlockKind::bullet_list;
    block.level = is_ordered ? static_cast<int>(content[0U][0U].number(1)) : 0;
    for (const auto& item : (is_ordered ? content[1] : content).items()) {
      auto read = read_blocks(item.items(), {});
      if (!read.empty()) block.items.push_back(std::move(read));
    }
    if (block.items.empty()) return;
    block.quotations = block.items.front().front().quotations;
    blocks.push_back(std::move(block));
  }

  void read_styled(const Json& content, Blocks& blocks) {
    const auto style = style_of(content[0U]);
    auto inner = read_blocks(content[1].items(), style);
    if (!is_quote_style(style.name)) return move_all(inner, blocks);
    add_quote(std::move(inner), style.quotations, blocks);
  }

  static void add_quote(Blocks inner, int quotations, Blocks& blocks) {
    auto& block = blocks.emplace_back();
    block.kind = BlockKind::quote;
    block.quotations = quotations;
    block.blocks = std::move(inner);
  }

  /// Word's indented paragraphs come as quotations; only a style makes them one, around them. After
  /// a list they go on with its last item.
  void read_quote(const Json& content, const ParagraphStyle& style, Blocks& blocks) {
    auto inner = read_blocks(content.items(), style);
    if (style.name.empty()) return add_quote(std::move(inner), 0, blocks);
    for (auto& block : inner)
      block.is_continuation |= !is_quote_style(style.name);
    move_all(inner, blocks);
  }

  static void add_code(const Json& content, Blocks& blocks) {
    auto& block = blocks.emplace_back();
    block.kind = BlockKind::code;
    block.language = content[0U][1][0U].text();
    block.text = content[1].text();
  }

  void add_lines(const Json& content, const ParagraphStyle& style, Blocks& blocks) {
    Inlines joined;
    for (const auto& line : content.items()) {
      if (!joined.empty()) joined.emplace_back().kind = InlineKind::line_break;
      for (auto& one : inlines(line))
        joined.push_back(std::move(one));
    }
    add_paragraph(std::move(joined), style, blocks);
  }

  void add_table(const Json& content, Blocks& blocks) {
    auto table = read_table(content, around_);
    if (!table.rows.empty()) blocks.push_back(std::move(table));
  }

  std::string first_text_in(const Json& content) { return plain_text(inlines(content[0U][0U])); }

  /// A short line in bold, above other text, is meant as a heading.
  void find_fake_headings() {
    constexpr std::size_t heading_bytes_max = 80;  // a longer line in bold is a sentence
    for (std::size_t i = 0; i + 1 < text_.blocks.size(); ++i) {
      const auto& block = text_.blocks[i];
      if (block.kind != BlockKind::paragraph || block.inlines.size() != 1) continue;
      if (block.inlines.front().kind != InlineKind::strong) continue;
      const auto words = plain_text(block.inlines);
      const bool is_sentence = words.find_last_of(".!?:") == words.size() - 1;
      if (words.size() <= heading_bytes_max && !is_sentence) {
        report(FlawKind::fake_heading, words);
      }
    }
  }

  InlineSurroundings around_;
  Text text_;
};

bool is_mark(std::string_view name) {
  return name == "insertion" || name == "deletion" || name == "paragraph-insertion" ||
         name == "paragraph-deletion";
}

void count_span(const Json& span, Marks& marks) {
  for (const auto& name : span["c"][0U][1].items()) {
    if (is_mark(name.text())) ++marks.tracked;
    if (name.text() == "comment-start") ++marks.comments;
  }
}

void count_in(const Json& value, Marks& marks) {
  if (const auto* const members = std::get_if<Json::Object>(&value.content())) {
    if (value["t"].text() == "Span") count_span(value, marks);
    for (const auto& member : *members)
      count_in(member.value, marks);
  }
  for (const auto& item : value.items())
    count_in(item, marks);
}

}  // namespace

std::optional<Text> read_tree(const Json& document) {
  const bool is_pandocs = !document["pandoc-api-version"].items().empty();
  if (!is_pandocs) return std::nullopt;
  return Reader().read(document);
}

Marks count_marks(const Json& document) {
  Marks marks;
  count_in(document, marks);
  return marks;
}

}  // namespace handbok::word
