#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "markdown/markdown_tree.hpp"
#include "markdown/reference.hpp"

namespace handbok {

/// What a stretch of text is besides text.
enum class SpanKind : std::uint8_t { reference, autolink, deletion_start, deletion_end };

/// A stretch of a run that means something. Spans do not overlap.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  SpanKind kind = SpanKind::reference;
  CrossReference reference;
  std::string address;  ///< of an autolink
  TextPosition position;
};

/// Text that stands together, with a blank for each line break: the parser splits it into lines.
struct TextRun {
  /// A part of the run that comes from one step.
  struct Part {
    std::size_t offset = 0;
    const TreeStep* step = nullptr;
  };

  std::string text;
  std::vector<Part> parts;
  std::size_t first_step = 0;
  std::size_t step_count = 0;
  std::size_t parent = 0;  ///< which part of the block it stands in
  bool is_plain = false;   ///< in a link or an image: nothing in it is a link
  std::vector<TextSpan> spans;
};

}  // namespace handbok
