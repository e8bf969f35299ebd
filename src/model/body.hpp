#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  document,    ///< [[RUT-003]], [[RUT-003@2]], [[PRO-005#A3]]: target "RUT-003@2#anchor" as written
  clause,      ///< [[sosfs-2011-9/5:3]] or a whole source [[sfs-2017-30]]
  term,        ///< [[term:avvikelse]]: target "avvikelse"
  attachment,  ///< an ordinary relative link or image: target is the path as written
  anchor,      ///< an ordinary link inside the page: target without '#'
  external     ///< https, http, mailto or tel: target is the whole address
};

/// One link of a body, as written.
struct BodyLink {
  LinkKind kind = LinkKind::external;
  std::string target;
  std::string text;  ///< what the author wrote after '|' or between []; empty for a bare [[…]]
  TextPosition position;
  bool is_image = false;
};

/// A heading of a body. The anchor is unique within the body.
struct BodyHeading {
  int level = 2;  ///< 2–6, as rendered
  std::string text;
  std::string anchor;
  TextPosition position;
  bool has_content = false;        ///< something stands between this heading and the next
  bool has_ordered_list = false;   ///< a numbered list stands in its section
  bool has_task_list = false;
};

/// A run of plain text, for the checks that read words and citations. Code is left out.
struct BodyText {
  std::string text;
  TextPosition position;
  bool is_quotation = false;  ///< inside a block quotation: another's words
};

/// Where a heading's own content begins in the HTML, so that a page can add generated parts there.
enum class PieceKind : std::uint8_t { html, link_start, link_end, section_end };

/// A stretch of finished HTML followed by something that is decided when the page is rendered.
/// `index` counts links (link_start, link_end) or headings (section_end: the end of the section
/// that this heading opened, before the next heading of the same or a higher level).
struct BodyPiece {
  std::string html;  ///< finished HTML that stands before the point
  PieceKind kind = PieceKind::html;
  std::uint32_t index = 0;
};

/// The text of one revision, parsed once: HTML with open points, and the facts that checks need.
/// Between link_start and link_end stands the link's own HTML text (empty for a bare reference or an
/// image; the page then writes the target's title, or the <img>).
struct Body {
  std::vector<BodyPiece> pieces;
  std::vector<BodyLink> links;
  std::vector<BodyHeading> headings;
  std::vector<BodyText> texts;
  std::uint32_t word_count = 0;
};

}  // namespace handbok
