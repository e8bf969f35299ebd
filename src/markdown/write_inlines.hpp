#pragma once

#include <map>
#include <span>
#include <string>

#include "markdown/body_builder.hpp"
#include "markdown/markdown_tree.hpp"
#include "markdown/report.hpp"
#include "markdown/source_lines.hpp"

namespace handbok {

/// What the writers of one body share. Everything outlives them.
struct WriteContext {
  const SourceLines& lines;
  BodyBuilder& builder;
  Reporter& reporter;
  /// How often each footnote is referred to with an id of its own so far.
  std::map<int, int> footnote_references;
};

/// The words of a block, read while it was written.
struct InlineText {
  std::string text;       ///< what a reader sees, without code and bare references
  std::string title;      ///< the same with code and the targets of bare references
  TextPosition position;  ///< where it starts
};

/// Writes what stands inside a paragraph, heading or table cell. `steps` are the steps between
/// entering and leaving `block`. Notes links in the body and reports what a text may not hold.
InlineText write_inlines(const TreeStep& block, std::span<const TreeStep> steps,
                         WriteContext& context);

/// True if something of `steps` will be seen: text, code, an image, a link or a footnote's number.
bool has_visible_content(std::span<const TreeStep> steps);

/// The id of the `count`th reference to footnote `number`: "fnref-2", "fnref-2-2".
std::string footnote_reference_id(int number, int count);

}  // namespace handbok
