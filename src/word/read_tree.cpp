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
    for (auto& blocks : next.items)
      move_all(blocks, item);
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
  for (auto& block : joined) {
    if (!is_list(block)) continue;
    for (auto& item : block.items)
      join_lists(item);
    block.is_loose = block.is_loose || std::ranges::any_of(block.items, has_several_paragraphs);
  }
  blocks = std::move(joined);
}

/// Styles of quotations, as Word and pandoc call them whatever the language of the program.
constexpr auto quote_styles =
    std::to_array<std::string_view>({"block text", "quote", "intense quote", "citat"});

/// The style in a Div's attributes, in small letters.
std::string style_of(const Json& attributes) {
  for (const auto& pair : attributes[2].items()) {
    if (pair[0U].text() == "custom-style") return to_lower(pair[1].text());
  }
  return {};
}

bool is_quote_style(std::string_view style) {
  return std::ranges::find(quote_styles, style) != quote_styles.end();
}

/// Where a block stands.
struct Place {
  bool is_top = true;
  std::string style;
};

class Reader {
public:
  Reader()
      : around_{[this](const Json::Array& items) {
                  return read_blocks(items, {false, {}});
                },
                [this](FlawKind kind, std::string_view words) { report(kind, words); }} {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() = default;

  Text read(const Json& document) {
    const auto& title = document["meta"]["title"];
    text_.title = plain_text(inlines(title["c"]));
    text_.blocks = read_blocks(document["blocks"].items(), {});
    join_lists(text_.blocks);
    find_fake_headings();
    return std::move(text_);
  }

private:
  Inlines inlines(const Json& content) { return read_inlines(content.items(), around_); }

  void report(FlawKind kind, std::string_view words) {
    text_.flaws.push_back({kind, excerpt(words)});
  }

  Blocks read_blocks(const Json::Array& items, const Place& place) {
    Blocks blocks;
    for (const auto& item : items)
      read_block(item["t"].text(), item["c"], place, blocks);
    return blocks;
  }

  void read_block(std::string_view name, const Json& content, const Place& place, Blocks& blocks) {
    if (name == "Para" || name == "Plain") return add_paragraph(inlines(content), place, blocks);
    if (name == "Header") return add_heading(content, blocks);
    if (name == "BulletList" || name == "OrderedList") return add_list(name, content, blocks);
    if (name == "Div") return read_styled(content, place, blocks);
    if (name == "BlockQuote") return read_quote(content, place, blocks);
    if (name == "CodeBlock") return add_code(content, blocks);
    if (name == "Table") return add_table(content, blocks);
    if (name == "LineBlock") return add_lines(content, place, blocks);
    if (name == "HorizontalRule") blocks.emplace_back().kind = BlockKind::thematic_break;
    if (name == "DefinitionList") report(FlawKind::definitions, first_text_in(content));
    if (name == "RawBlock") report(FlawKind::foreign, content[1].text());
  }

  static void add_paragraph(Inlines inlines, const Place& place, Blocks& blocks) {
    if (inlines.empty()) return;
    auto& block = blocks.emplace_back();
    block.inlines = std::move(inlines);
    block.is_continuation = place.style == "list continue";
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
      auto read = read_blocks(item.items(), {false, {}});
      if (!read.empty()) block.items.push_back(std::move(read));
    }
    if (!block.items.empty()) blocks.push_back(std::move(block));
  }

  void read_styled(const Json& content, const Place& place, Blocks& blocks) {
    const Place inner{place.is_top, style_of(content[0U])};
    for (auto& block : read_blocks(content[1].items(), inner))
      blocks.push_back(std::move(block));
  }

  /// Word's indented paragraphs come as quotations; only a style makes them one. After a list they
  /// go on with its last item.
  void read_quote(const Json& content, const Place& place, Blocks& blocks) {
    auto inner = read_blocks(content.items(), {false, place.style});
    if (place.style.empty() || is_quote_style(place.style)) {
      auto& block = blocks.emplace_back();
      block.kind = BlockKind::quote;
      block.blocks = std::move(inner);
      return;
    }
    for (auto& block : inner) {
      block.is_continuation = true;
      blocks.push_back(std::move(block));
    }
  }

  static void add_code(const Json& content, Blocks& blocks) {
    auto& block = blocks.emplace_back();
    block.kind = BlockKind::code;
    block.language = content[0U][1][0U].text();
    block.text = content[1].text();
  }

  void add_lines(const Json& content, const Place& place, Blocks& blocks) {
    Inlines joined;
    for (const auto& line : content.items()) {
      if (!joined.empty()) joined.emplace_back().kind = InlineKind::line_break;
      for (auto& one : inlines(line))
        joined.push_back(std::move(one));
    }
    add_paragraph(std::move(joined), place, blocks);
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
