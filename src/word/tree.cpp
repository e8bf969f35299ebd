#include "word/tree.hpp"

#include "base/strings.hpp"

namespace handbok::word {
namespace {

void append_plain(const Inlines& inlines, std::string& text) {
  for (const auto& one : inlines) {
    if (one.kind == InlineKind::image || one.kind == InlineKind::note) continue;
    text += one.kind == InlineKind::line_break ? " " : one.text;
    append_plain(one.inlines, text);
  }
}

}  // namespace

void forget_what_word_forgets(Blocks& blocks) {
  std::erase_if(blocks, [](const Block& block) { return block.kind == BlockKind::thematic_break; });
  for (auto& block : blocks) {
    block.language.clear();
    forget_what_word_forgets(block.blocks);
    for (auto& item : block.items)
      forget_what_word_forgets(item);
  }
}

std::string plain_text(const Inlines& inlines) {
  std::string text;
  append_plain(inlines, text);
  return std::string(trim(text));
}

Inline text_inline(std::string text) {
  Inline one;
  one.text = std::move(text);
  return one;
}

}  // namespace handbok::word
