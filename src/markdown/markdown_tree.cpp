#include "markdown/markdown_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace handbok {
namespace {

using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// The extensions register themselves in a list of the library, once for the program.
bool register_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  return true;
}

/// The arena that the parser takes its memory from, in this thread: its functions know no other.
thread_local TreeArena* current_arena = nullptr;

void* take_zeroed(std::size_t count, std::size_t size) {
  return current_arena->take(count * size);
}

void* take_larger(void* old, std::size_t size) {
  return current_arena->grow(old, size);
}

void take_back(void* /*memory*/) {}  // all of it goes with the arena

cmark_mem arena_memory{&take_zeroed, &take_larger, &take_back};

cmark_node* parse(std::string_view text) {
  [[maybe_unused]] static const bool registered = register_extensions();
  // Without source positions the parser counts lines wrongly after code that goes over lines.
  const Parser parser(
      cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, &arena_memory),
      &cmark_parser_free);
  // "strikethrough" and "autolink" change tables of the whole program while they parse, and the
  // latter reads before its buffer (CVE-2023-22485): inline_text.hpp does their work.
  for (const char* name : {"table", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return cmark_parser_finish(parser.get());
}

std::string_view view_of(const char* text) {
  return text ? std::string_view(text) : "";
}

/// The table extension has node types of its own, which its headers do not tell.
TreeNodeKind kind_of_table_part(cmark_node* node) {
  const auto name = view_of(cmark_node_get_type_string(node));
  if (name == "table") return TreeNodeKind::table;
  if (name == "table_header") return TreeNodeKind::table_header;
  return name == "table_row" ? TreeNodeKind::table_row : TreeNodeKind::table_cell;
}

TreeNodeKind kind_of(cmark_node* node) {
  switch (static_cast<unsigned>(cmark_node_get_type(node))) {
    case CMARK_NODE_DOCUMENT: return TreeNodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE: return TreeNodeKind::block_quote;
    case CMARK_NODE_LIST: return TreeNodeKind::list;
    case CMARK_NODE_ITEM: return TreeNodeKind::item;
    case CMARK_NODE_CODE_BLOCK: return TreeNodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK: return TreeNodeKind::html_block;
    case CMARK_NODE_PARAGRAPH: return TreeNodeKind::paragraph;
    case CMARK_NODE_HEADING: return TreeNodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK: return TreeNodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return TreeNodeKind::footnote_definition;
    case CMARK_NODE_TEXT: return TreeNodeKind::text;
    case CMARK_NODE_SOFTBREAK: return TreeNodeKind::soft_break;
    case CMARK_NODE_LINEBREAK: return TreeNodeKind::hard_break;
    case CMARK_NODE_CODE: return TreeNodeKind::code;
    case CMARK_NODE_HTML_INLINE: return TreeNodeKind::html_inline;
    case CMARK_NODE_EMPH: return TreeNodeKind::emphasis;
    case CMARK_NODE_STRONG: return TreeNodeKind::strong;
    case CMARK_NODE_LINK: return TreeNodeKind::link;
    case CMARK_NODE_IMAGE: return TreeNodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return TreeNodeKind::footnote_reference;
    default: return kind_of_table_part(node);
  }
}

Alignment alignment_of(std::uint8_t letter) {
  switch (letter) {
    case 'l': return Alignment::left;
    case 'c': return Alignment::center;
    case 'r': return Alignment::right;
    default: return Alignment::none;
  }
}

TaskState task_state_of(cmark_node* item) {
  if (view_of(cmark_node_get_type_string(item)) != "tasklist") return TaskState::none;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? TaskState::done : TaskState::open;
}

/// True for the parts that the parser's iterator enters without leaving.
bool is_leaf(TreeNodeKind kind) {
  constexpr auto leaves =
      std::to_array({TreeNodeKind::code_block, TreeNodeKind::html_block,
                     TreeNodeKind::thematic_break, TreeNodeKind::text, TreeNodeKind::soft_break,
                     TreeNodeKind::hard_break, TreeNodeKind::code, TreeNodeKind::html_inline});
  return std::ranges::find(leaves, kind) != leaves.end();
}

/// Walks the tree and notes its steps. Knows what a step needs from those around it: the column of
/// a table cell, the number of a footnote, whether some item of a list has a box.
class Walk {
public:
  std::vector<TreeStep> steps_of(cmark_node* root) {
    const Iterator iterator(cmark_iter_new(root), &cmark_iter_free);
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave();
      }
    }
    return std::move(steps_);
  }

private:
  void enter(cmark_node* node) {
    TreeStep step = with_place(node);
    add_content(node, step);
    add_structure(node, step);
    if (!is_leaf(step.kind)) open_.push_back(steps_.size());
    steps_.push_back(step);
  }

  void leave() {
    TreeStep step = steps_[open_.back()];
    open_.pop_back();
    step.motion = Motion::leave;
    steps_.push_back(step);
  }

  static TreeStep with_place(cmark_node* node) {
    TreeStep step;
    step.kind = kind_of(node);
    step.line = cmark_node_get_start_line(node);
    step.column = cmark_node_get_start_column(node);
    step.end_line = cmark_node_get_end_line(node);
    step.end_column = cmark_node_get_end_column(node);
    return step;
  }

  static void add_content(cmark_node* node, TreeStep& step) {
    if (step.kind == TreeNodeKind::link || step.kind == TreeNodeKind::image) {
      step.text = view_of(cmark_node_get_url(node));
      step.title = view_of(cmark_node_get_title(node));
    } else {
      step.text = view_of(cmark_node_get_literal(node));
      if (step.kind == TreeNodeKind::code_block)
        step.title = view_of(cmark_node_get_fence_info(node));
    }
  }

  void add_structure(cmark_node* node, TreeStep& step) {
    if (step.kind == TreeNodeKind::heading) {
      step.number = cmark_node_get_heading_level(node);
    } else if (step.kind == TreeNodeKind::list) {
      step.number = cmark_node_get_list_start(node);
      step.is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
      step.is_tight = cmark_node_get_list_tight(node) != 0;
    } else if (step.kind == TreeNodeKind::item) {
      step.task = task_state_of(node);
      if (step.task != TaskState::none) steps_[open_.back()].task = TaskState::open;
    } else if (step.kind == TreeNodeKind::footnote_definition) {
      step.number = ++footnotes_;
    } else if (step.kind == TreeNodeKind::footnote_reference) {
      std::from_chars(step.text.data(), step.text.data() + step.text.size(), step.number);
    } else {
      add_table_structure(node, step);
    }
  }

  void add_table_structure(cmark_node* node, TreeStep& step) {
    if (step.kind == TreeNodeKind::table) {
      const auto* letters = cmark_gfm_extensions_get_table_alignments(node);
      alignments_ = {letters, cmark_gfm_extensions_get_table_columns(node)};
    } else if (step.kind == TreeNodeKind::table_header || step.kind == TreeNodeKind::table_row) {
      column_ = 0;
    } else if (step.kind == TreeNodeKind::table_cell) {
      if (column_ < alignments_.size()) step.alignment = alignment_of(alignments_[column_]);
      ++column_;
    }
  }

  std::vector<TreeStep> steps_;
  std::vector<std::size_t> open_;
  std::span<const std::uint8_t> alignments_;
  std::size_t column_ = 0;
  int footnotes_ = 0;
};

}  // namespace

void* TreeArena::take(std::size_t size) {
  constexpr std::size_t unit = alignof(std::max_align_t);
  const auto needed = unit + (size + unit - 1) / unit * unit;  // its size stands before it
  if (needed > room_) {
    room_ = std::max(needed, block_size);
    blocks_.push_back(std::make_unique<std::byte[]>(room_));  // zeroed
    next_ = blocks_.back().get();
  }
  std::memcpy(next_, &size, sizeof size);
  auto* const memory = next_ + unit;
  next_ += needed;
  room_ -= needed;
  return memory;
}

void* TreeArena::grow(void* old, std::size_t size) {
  if (old == nullptr) return take(size);
  std::size_t had = 0;
  std::memcpy(&had, static_cast<std::byte*>(old) - alignof(std::max_align_t), sizeof had);
  if (size <= had) return old;
  auto* const memory = take(size);
  std::memcpy(memory, old, had);
  return memory;
}

MarkdownTree::MarkdownTree(std::string_view text) {
  current_arena = &arena_;
  steps_ = Walk().steps_of(parse(text));
  current_arena = nullptr;
}

}  // namespace handbok
