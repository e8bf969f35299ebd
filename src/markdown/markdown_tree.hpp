#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace handbok {

/// What a part of a Markdown text is. From `text` on they stand inside a line of text.
enum class TreeNodeKind : std::uint8_t {
  document,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  thematic_break,
  footnote_definition,
  table,
  table_header,
  table_row,
  table_cell,
  text,
  soft_break,
  hard_break,
  code,
  html_inline,
  emphasis,
  strong,
  link,
  image,
  footnote_reference
};

/// A part that holds others is entered and left; one that holds none is only entered.
enum class Motion : std::uint8_t { enter, leave };

enum class Alignment : std::uint8_t { none, left, center, right };

/// Whether a list item has a box to tick. A list has `open` when some item of its own has a box.
enum class TaskState : std::uint8_t { none, open, done };

/// One step of a walk through a Markdown text. Lines and columns count from 1 and are those of the
/// text, columns in bytes; 0 where the parser knows none. Leaving repeats what entering said.
struct TreeStep {
  TreeNodeKind kind = TreeNodeKind::document;
  Motion motion = Motion::enter;
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
  std::string_view text;   ///< of text, code and HTML; the address of a link or image
  std::string_view title;  ///< of a link or image; the first line of a code block ("toml")
  int number = 0;          ///< level of a heading, first number of a list, number of a footnote
  bool is_ordered = false;
  bool is_tight = false;  ///< a list whose items stand without blank lines between them
  TaskState task = TaskState::none;
  Alignment alignment = Alignment::none;
};

/// The memory of one tree: it is handed out in small pieces and goes all at once, which takes a
/// fraction of the time that the parser's own allocation takes.
class TreeArena {
public:
  /// So many bytes, each 0.
  void* take(std::size_t size);
  /// What was taken with room for `size` bytes, perhaps elsewhere.
  void* grow(void* old, std::size_t size);

private:
  static constexpr std::size_t block_size = std::size_t{64} << 10U;

  std::vector<std::unique_ptr<std::byte[]>> blocks_;  // NOLINT(modernize-avoid-c-arrays)
  std::byte* next_ = nullptr;
  std::size_t room_ = 0;
};

/// A parsed Markdown text (CommonMark, tables, task lists, footnotes) as a walk from start to end;
/// the definitions of footnotes that are used come last, in the order of their numbers.
/// The parser may be slow or need much memory on hostile text, and it ends the program when there
/// is none: see limits.hpp and base/isolate.hpp. Several texts may be parsed at the same time.
class MarkdownTree {
public:
  explicit MarkdownTree(std::string_view text);

  /// Holds views into this tree.
  std::span<const TreeStep> steps() const { return steps_; }

private:
  TreeArena arena_;
  std::vector<TreeStep> steps_;
};

}  // namespace handbok
