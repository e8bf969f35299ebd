#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown_tree.hpp"
#include "markdown/reference.hpp"
#include "markdown/report.hpp"
#include "markdown/source_lines.hpp"

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

/// Finds where in the source the texts of one block stand. The parser's positions are nearly right:
/// it does not know the indentation of later lines of a paragraph, and does not count the lines of
/// link definitions before the text. Must be asked for the first text of a block first.
class TextPlace {
public:
  /// The block ends on line `last_line` of the text. `lines` must outlive this.
  TextPlace(const SourceLines& lines, int last_line) : lines_(lines), last_line_(last_line) {}

  /// How something stands in the source.
  struct Found {
    TextPosition position;
    int line = 0;             ///< of the text
    std::size_t offset = 0;   ///< in the line
    bool is_certain = false;  ///< `piece` stands there
    bool is_escaped = false;  ///< with a backslash before it, or written with entities
  };

  /// Looks for `piece` where the parser puts it: at byte `offset` of line `line`.
  Found find(int line, std::size_t offset, std::string_view piece);

  /// What stands in the source from there to the end of the line.
  std::string_view rest_of_line(const Found& found) const {
    const auto line = lines_.line(found.line);
    return line.substr(std::min(found.offset, line.size()));
  }

private:
  bool find_on_later_line(int line, std::string_view piece);

  const SourceLines& lines_;
  int last_line_;
  int shift_ = 0;           ///< lines that the parser did not count
  int searches_left_ = 20;  ///< for pieces that are nowhere: a hostile text may have many
};

/// Where byte `offset` of a run stands in the source; `piece` is the text from there on.
TextPlace::Found find_place(const TextRun& run, std::size_t offset, std::string_view piece,
                            TextPlace& place);

/// Finds the cross-references and bare addresses of a run. Reports malformed references, and
/// hidden characters that are written as entities.
void find_spans(TextRun& run, TextPlace& place, Reporter& reporter);

/// Finds the pairs of ~~ in the runs of a block. Both must stand in the same part of it, so that
/// tags nest. The spans of the runs are known.
void find_deletions(std::vector<TextRun>& runs, TextPlace& place);

/// Puts the texts of a block (the steps inside it) together to runs, in order, and finds in them
/// cross-references [[…]], bare addresses and ~~deleted text~~. Reports malformed references, and
/// hidden characters that were written as entities.
std::vector<TextRun> read_text_runs(std::span<const TreeStep> steps, const SourceLines& lines,
                                    TextPlace& place, Reporter& reporter);

}  // namespace handbok
