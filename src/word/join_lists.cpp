#include "word/join_lists.hpp"

#include <algorithm>
#include <iterator>

namespace handbok::word {
namespace {

bool is_list(const Block& block) {
  return block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list;
}

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

/// Puts `next` into the list before it, if it belongs there. `is_cut` says that something has been
/// put into the list's last item before.
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

}  // namespace

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

}  // namespace handbok::word
