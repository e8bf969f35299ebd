#include "word/write_tree.hpp"

#include "base/strings.hpp"

namespace handbok::word {
namespace {

Json node(std::string_view name, Json content) {
  return Json::Object{{"t", name}, {"c", std::move(content)}};
}

Json node(std::string_view name) {
  return Json::Object{{"t", name}};
}

/// Attributes that say nothing, or only the style.
Json attributes(std::string_view style = {}) {
  Json::Array pairs;
  if (!style.empty()) pairs.emplace_back(Json::Array{"custom-style", style});
  return Json::Array{"", Json::Array{}, std::move(pairs)};
}

Json::Array written(const Blocks& blocks, int quotations);

void add_text(const std::string& text, Json::Array& items) {
  bool is_first = true;
  for (const auto word : split(text, ' ')) {
    if (!is_first) items.push_back(node("Space"));
    if (!word.empty()) items.push_back(node("Str", word));
    is_first = false;
  }
}

Json::Array written(const Inlines& inlines) {
  Json::Array items;
  for (const auto& one : inlines) {
    switch (one.kind) {
      case InlineKind::text: add_text(one.text, items); break;
      case InlineKind::line_break: items.push_back(node("LineBreak")); break;
      case InlineKind::emphasis: items.push_back(node("Emph", written(one.inlines))); break;
      case InlineKind::strong: items.push_back(node("Strong", written(one.inlines))); break;
      case InlineKind::strikeout: items.push_back(node("Strikeout", written(one.inlines))); break;
      case InlineKind::code:
        items.push_back(node("Code", Json::Array{attributes(), one.text}));
        break;
      case InlineKind::note: items.push_back(node("Note", written(one.blocks, 0))); break;
      case InlineKind::link:
      case InlineKind::image:
        items.push_back(
            node(one.kind == InlineKind::link ? "Link" : "Image",
                 Json::Array{attributes(), written(one.inlines), Json::Array{one.target, ""}}));
        break;
    }
  }
  return items;
}

/// A paragraph in a style of its own, which stands in so many quotations.
Json styled(std::string_view style, int quotations, const Inlines& inlines) {
  std::string name(style);
  for (; quotations > 0; --quotations)
    name += quote_ending;
  return node("Div", Json::Array{attributes(name), Json::Array{node("Para", written(inlines))}});
}

Json paragraph(const Inlines& inlines, int quotations) {
  return quotations > 0 ? styled("Block Text", quotations - 1, inlines)
                        : node("Para", written(inlines));
}

Json cell(const Cell& inlines, int quotations) {
  Json::Array blocks;
  if (!inlines.empty()) {
    blocks.push_back(quotations > 0 ? styled("Table", quotations, inlines)
                                    : node("Plain", written(inlines)));
  }
  return Json::Array{attributes(), node("AlignDefault"), 1, 1, std::move(blocks)};
}

Json row(const Row& cells, int quotations) {
  Json::Array items;
  for (const auto& one : cells)
    items.push_back(cell(one, quotations));
  return Json::Array{attributes(), std::move(items)};
}

/// Columns as wide as their share of the page, so that Word does not have to guess.
Json table(const Block& block, int quotations) {
  const auto width = block.rows.front().size();
  Json::Array columns;
  for (std::size_t i = 0; i < width; ++i) {
    columns.emplace_back(
        Json::Array{node("AlignDefault"), node("ColWidth", 1.0 / static_cast<double>(width))});
  }
  Json::Array rows;
  for (auto line = block.rows.begin() + 1; line != block.rows.end(); ++line)
    rows.push_back(row(*line, quotations));
  const Json head = Json::Array{attributes(), Json::Array{row(block.rows.front(), quotations)}};
  const Json body = Json::Array{attributes(), 0, Json::Array{}, std::move(rows)};
  const Json caption = Json::Array{Json(), Json::Array{}};
  const Json foot = Json::Array{attributes(), Json::Array{}};
  return node("Table", Json::Array{attributes(), caption, std::move(columns), head,
                                   Json::Array{body}, foot});
}

Json items_of(const Block& block, int quotations) {
  Json::Array items;
  for (const auto& item : block.items) {
    auto blocks = written(item, quotations);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (item[i].kind != BlockKind::paragraph) continue;
      if (i > 0 || quotations > 0) {
        blocks[i] = styled(i > 0 ? "List Continue" : "List", quotations, item[i].inlines);
      } else if (!block.is_loose) {
        blocks[i] = node("Plain", written(item[i].inlines));
      }
    }
    items.emplace_back(std::move(blocks));
  }
  return items;
}

Json written(const Block& block, int quotations) {
  switch (block.kind) {
    case BlockKind::paragraph: return paragraph(block.inlines, quotations);
    case BlockKind::heading:
      return node("Header", Json::Array{block.level, attributes(), written(block.inlines)});
    case BlockKind::code: return node("CodeBlock", Json::Array{attributes(), block.text});
    case BlockKind::quote:
      return node("Div", Json::Array{attributes(), written(block.blocks, quotations + 1)});
    case BlockKind::bullet_list: return node("BulletList", items_of(block, quotations));
    case BlockKind::ordered_list:
      return node("OrderedList",
                  Json::Array{Json::Array{block.level, node("Decimal"), node("Period")},
                              items_of(block, quotations)});
    case BlockKind::table: return table(block, quotations);
    case BlockKind::thematic_break:
      return paragraph({text_inline(std::string(rule_text))}, quotations);
  }
  return node("Null");
}

Json::Array written(const Blocks& blocks, int quotations) {
  Json::Array items;
  for (const auto& block : blocks)
    items.push_back(written(block, quotations));
  return items;
}

}  // namespace

Json write_tree(const Blocks& blocks, const Properties& properties) {
  Json::Object meta;
  for (const auto& [name, value] : properties)
    meta.push_back({name, node("MetaString", value)});
  return Json::Object{{"pandoc-api-version", Json::Array{1, 22, 2, 1}},
                      {"meta", std::move(meta)},
                      {"blocks", written(blocks, 0)}};
}

}  // namespace handbok::word
