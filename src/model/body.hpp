#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/shelf.hpp"

namespace handbok {

/// Where in the source file something stood, counted from 1; the line includes the TOML head.
struct TextPosition {
  int line = 0;
  int column = 0;
  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

/// What a link in a document's text points at. Cross-references are written `[[…]]`; which page
/// they lead to depends on the day, so they stay open until a page is rendered.
enum class LinkKind : std::uint8_t {
  document,  ///< [[RUT-003]], [[RUT-003@2]], [[PRO-005#A3]]: target "RUT-003@2#anchor" as written;
             ///< or the row of a register: [[EGK-02]]
  clause,    ///< [[sosfs-2011-9/5:3]] or a whole source [[sfs-2017-30]]
  term,      ///< [[term:avvikelse]]: target "avvikelse"
  attachment,  ///< an ordinary relative link or image: target is the path as written
  anchor,      ///< an ordinary link inside the page: target without '#'
  external     ///< https, http, mailto or tel: target is the whole address
};

/// One link of a body, as written.
struct BodyLink {
  LinkKind kind = LinkKind::external;
  std::string target;
  std::string text;   ///< what the author wrote after '|' or between []; empty for a bare [[…]]
  std::string title;  ///< the tool tip of an ordinary link or image; mostly empty
  TextPosition position;
  bool is_image = false;
  friend bool operator==(const BodyLink&, const BodyLink&) = default;
};

/// A heading of a body. The anchor is unique within the body.
struct BodyHeading {
  int level = 2;  ///< 2–6, as rendered
  std::string text;
  std::string anchor;
  TextPosition position;
  bool has_content = false;       ///< something stands between this heading and the next
  bool has_ordered_list = false;  ///< a numbered list stands in its section, subsections included
  bool has_task_list = false;     ///< a list of boxes to tick does
  bool is_nested = false;         ///< it stands inside a quotation or list
  friend bool operator==(const BodyHeading&, const BodyHeading&) = default;
};

/// The plain text of one paragraph, heading or table cell, for the checks that read words and
/// citations: a line break is one blank; code and bare references are left out. The position is
/// where the block's text starts.
struct BodyText {
  std::string text;
  TextPosition position;
  bool is_quotation = false;  ///< inside a block quotation that is no box: another's words
  friend bool operator==(const BodyText&, const BodyText&) = default;
};

/// What is decided when a page is rendered, after a stretch of finished HTML.
enum class PieceKind : std::uint8_t {
  html,             ///< nothing: the end of the text
  link_start,       ///< link `index` starts; for an image the whole <img> is written here
  link_end,         ///< link `index` ends
  section_end,      ///< the section of heading `index` ends: before the next heading of the same or
                    ///< a higher level, so that a page can add generated parts to the section
  footnote_label,   ///< inside aria-label="…" of the reference to note `index`: "Fotnot 2"
  footnote_return,  ///< inside aria-label="…" of a link back from note `index` to the text
  box_label,        ///< what the box with mark `index` of `box_marks` is called
  lifted_start,     ///< an urgent box starts: a page may show it before everything else
  lifted_end,       ///< it ends
};

/// A stretch of finished HTML followed by an open point. `index` counts links, headings or marks
/// from 0, and notes from 1.
struct BodyPiece {
  std::string html;  ///< finished HTML that stands before the point
  PieceKind kind = PieceKind::html;
  std::uint32_t index = 0;
  friend bool operator==(const BodyPiece&, const BodyPiece&) = default;
};

/// The level at which a page divides a text into sections: 2, or 3 below a lone heading that the
/// text begins with, which is its title.
inline int section_level(const std::vector<BodyHeading>& headings) {
  const auto tops = std::count_if(headings.begin(), headings.end(),
                                  [](const auto& one) { return one.level == 2 && !one.is_nested; });
  return tops == 1 && headings.size() > 1 && headings.front().level == 2 ? 3 : 2;
}

/// Where the pieces and texts of a body lie that are not in memory, one after the other.
struct PutAway {
  std::shared_ptr<const Shelf> shelf;  ///< nullptr: they are in memory
  std::uint64_t at = 0;
  std::size_t pieces_size = 0;  ///< in bytes
  std::size_t texts_size = 0;
  friend bool operator==(const PutAway&, const PutAway&) = default;
};

/// The text of one revision, parsed once: HTML with open points, and the facts that checks need.
/// Between link_start and link_end stands the link's own HTML text (empty for a bare reference or
/// an image; the page then writes the target's title, or the <img>). Pieces and texts are most of
/// it and may lie elsewhere: they are read by model/body_words.
struct Body {
  std::vector<BodyPiece> pieces;
  std::vector<BodyLink> links;
  std::vector<BodyHeading> headings;
  std::vector<BodyText> texts;
  std::uint32_t word_count = 0;
  PutAway away{};
  friend bool operator==(const Body&, const Body&) = default;
};

}  // namespace handbok
