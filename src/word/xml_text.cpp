#include "word/xml_text.hpp"

#include <algorithm>
#include <utility>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

constexpr std::string_view separator = "|";

/// Elements that change how a stretch of text looks and do not end it, by their names without
/// prefix: WordprocessingML and DrawingML, OpenDocument, HTML and SVG.
constexpr std::string_view inline_elements =
    "AlternateContent Choice Fallback a abbr b bookmark bookmark-end bookmark-start "
    "bookmarkEnd bookmarkStart change change-end change-start code commentRangeEnd "
    "commentRangeStart del em fldSimple font hyperlink i ins lastRenderedPageBreak mark "
    "moveFrom moveTo permEnd permStart proofErr r rPrChange s sdt sdtContent smartTag "
    "soft-page-break softHyphen span strong sub sup t tspan u";

/// Elements that stand for a blank or a line end inside a paragraph.
constexpr std::string_view blank_elements = "br cr line-break ptab tab";

/// Elements whose text is no part of what is read.
constexpr std::string_view aside_elements = "delInstrText delText deletion instrText";

/// Attributes that hold words, or an address.
constexpr std::string_view word_attributes =
    "Target alt author content descr href string-value title val value";

/// Collects the words piece by piece.
class WordCollector {
public:
  void take(const XmlPiece& piece) {
    switch (piece.kind) {
      case XmlPieceKind::text: take_text(piece.content); break;
      case XmlPieceKind::verbatim: target() += piece.content; break;
      case XmlPieceKind::aside: asides_.append(piece.content).append(separator); break;
      case XmlPieceKind::opening:
      case XmlPieceKind::closing: take_tag(piece); break;
    }
  }

  std::string words() && { return std::move(text_.append(separator).append(asides_)); }

private:
  std::string& target() { return aside_depth_ > 0 ? asides_ : text_; }

  void take_text(std::string_view words) {
    // Line ends between elements are how the file is laid out, and nothing that is read.
    const bool is_layout = words.find('\n') != std::string_view::npos && trim(words).empty();
    if (!is_layout) target() += words;
  }

  void take_tag(const XmlPiece& tag) {
    const bool is_closing = tag.kind == XmlPieceKind::closing;
    if (!is_closing) take_attributes(tag);
    mark(tag.name);
    if (!tag.is_empty) step(tag.name, is_closing ? -1 : 1);
  }

  void take_attributes(const XmlPiece& tag) {
    auto rest = tag.content;
    while (const auto found = take_attribute(rest)) {
      if (is_among(word_attributes, found->name)) asides_.append(found->written).append(separator);
    }
  }

  /// What the element itself adds to the text.
  void mark(std::string_view name) {
    if (properties_depth_ > 0 || name.ends_with("Pr") || is_among(aside_elements, name)) return;
    if (name == "noBreakHyphen") {
      text_ += '-';
    } else if (is_among(blank_elements, name) || name == "s") {
      text_ += ' ';
    } else if (!is_among(inline_elements, name)) {
      target() += separator;
    }
  }

  /// Counts how deep the reader is in what is not read as text.
  void step(std::string_view name, int by) {
    if (name.ends_with("Pr")) properties_depth_ = std::max(0, properties_depth_ + by);
    if (!is_among(aside_elements, name)) return;
    aside_depth_ = std::max(0, aside_depth_ + by);
    asides_ += separator;
  }

  std::string text_;
  std::string asides_;
  int aside_depth_ = 0;
  int properties_depth_ = 0;  ///< inside w:rPr and the like
};

}  // namespace

std::string xml_text(std::string_view xml) {
  XmlReader reader(xml);
  WordCollector collector;
  while (const auto piece = reader.next())
    collector.take(*piece);
  return std::move(collector).words();
}

std::string plain_text(std::string_view bytes) {
  if (const auto text = from_utf16(bytes)) return *text;
  return bytes.find('\0') == std::string_view::npos ? std::string(bytes) : std::string();
}

}  // namespace handbok::word
