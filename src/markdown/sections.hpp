#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/body_builder.hpp"
#include "markdown/report.hpp"

namespace handbok {

/// Hands out the ids of a body's headings: the slug of the heading, and "-2", "-3" … after it for
/// those that repeat. None is an id of the page around the body or of a footnote.
class Anchors {
public:
  /// A new id. HTML checkers want a letter first, so "1. Syfte" becomes "s-1-syfte".
  std::string anchor_of(std::string_view heading);

private:
  std::set<std::string, std::less<>> used_{"innehall", "main", "search", "sok"};
  std::map<std::string, int, std::less<>> counts_;
};

/// Knows which headings' sections are open while a body is written, and what they hold.
class Sections {
public:
  Sections(BodyBuilder& builder, Reporter& reporter) : builder_(builder), reporter_(reporter) {}

  /// Ends the sections that a heading of level `written` ends, inside `depth` quotes and lists, and
  /// gives the level to show: at most 6, and at most one more than that of the heading before. The
  /// first level is shown as 2, and from there on those below it follow, so that two levels stay
  /// two.
  int start(int written, std::size_t depth);

  /// Opens the section of a heading whose text was just written; gives its anchor. Reports a
  /// skipped level, and one of the first level that sections stand before.
  std::string open(std::string title, TextPosition position);

  /// Ends the sections that were opened inside at least `depth` quotes and lists.
  void close_from(std::size_t depth);

  /// Something stands in the innermost section.
  void note_content();
  void note_list(bool is_ordered, bool has_tasks);

private:
  struct Open {
    std::uint32_t heading = 0;
    int level = 0;
    std::size_t depth = 0;
  };

  void close_last();

  BodyBuilder& builder_;
  Reporter& reporter_;
  int lowered_by_ = 0;
  Anchors anchors_;
  std::vector<Open> open_;
  int level_ = 1;  ///< of the last heading
  std::size_t depth_ = 0;
  bool is_skipped_ = false;
};

}  // namespace handbok
