#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/sequence_steps.hpp"

namespace handbok {

/// A stretch of text that stayed, went or came.
struct Edit {
  EditKind kind = EditKind::same;
  std::string text;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// What happened to one block (a paragraph, heading or row).
enum class BlockEditKind : std::uint8_t { same, removed, added, changed };

/// A block of the text before or after. `words` of a changed one are its stretches in reading
/// order; any other has one stretch.
struct BlockEdit {
  BlockEditKind kind = BlockEditKind::same;
  std::size_t before = 0;  ///< index of the block before; meaningless if it was added
  std::size_t after = 0;   ///< index of the block after; meaningless if it was removed
  std::vector<Edit> words;
  bool is_coarse = false;  ///< it may have a nearer counterpart, which was too much to look for
  bool is_look = false;    ///< its words stayed; how they look or are numbered changed
};

/// How a block looks, and its text as words alone.
struct BlockLook {
  std::string lead;    ///< the number of an item, the level of a heading: "4. "
  std::string marked;  ///< its text with marks for what is no word: "~~högst~~ sju"
  std::string marks;   ///< those of emphasis alone
  std::string text{};
};

/// The words that changed between two texts: whole words, each with the blank after it. Unchanged
/// and changed text is given in few, long stretches; removed text stands before added text.
std::vector<Edit> diff_words(std::string_view before, std::string_view after);

/// The blocks that changed between two texts. A block that went and one that came in its place are
/// one changed block if they share at least half of their words. Takes time by the length of the
/// texts: beyond some hundred blocks or words that all changed the answer is a coarse one.
std::vector<BlockEdit> diff_blocks(const std::vector<std::string>& before,
                                   const std::vector<std::string>& after);

/// Makes changed blocks of those that kept their words and look otherwise, and shows the marks in
/// those in which both changed.
void tell_looks(std::vector<BlockEdit>& edits, const std::vector<BlockLook>& before,
                const std::vector<BlockLook>& after);

/// The blocks that changed, and those that only look otherwise.
std::vector<BlockEdit> diff_looks(const std::vector<BlockLook>& before,
                                  const std::vector<BlockLook>& after);

/// What a list of edits amounts to.
enum class TextChange : std::uint8_t { none, look, words };

TextChange change_in(const std::vector<BlockEdit>& edits);

}  // namespace handbok
