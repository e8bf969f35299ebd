#include "word/xml_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view separator = "|";

/// Elements that change how a stretch of text looks and do not end it, by their names without
/// prefix: WordprocessingML and DrawingML, OpenDocument, HTML and SVG.
constexpr auto inline_elements = std::to_array<std::string_view>({
    "AlternateContent",
    "Choice",
    "Fallback",
    "a",
    "abbr",
    "b",
    "bookmark",
    "bookmark-end",
    "bookmark-start",
    "bookmarkEnd",
    "bookmarkStart",
    "change",
    "change-end",
    "change-start",
    "code",
    "commentRangeEnd",
    "commentRangeStart",
    "del",
    "em",
    "fldSimple",
    "font",
    "hyperlink",
    "i",
    "ins",
    "lastRenderedPageBreak",
    "mark",
    "moveFrom",
    "moveTo",
    "permEnd",
    "permStart",
    "proofErr",
    "r",
    "rPrChange",
    "s",
    "sdt",
    "sdtContent",
    "smartTag",
    "soft-page-break",
    "softHyphen",
    "span",
    "strong",
    "sub",
    "sup",
    "t",
    "tspan",
    "u",
});

/// Elements that stand for a blank or a line end inside a paragraph.
constexpr auto blank_elements =
    std::to_array<std::string_view>({"br", "cr", "line-break", "ptab", "tab"});

/// Elements whose text is no part of what is read.
constexpr auto aside_elements =
    std::to_array<std::string_view>({"delInstrText", "delText", "deletion", "instrText"});

/// Attributes that hold words, or an address.
constexpr auto word_attributes =
    std::to_array<std::string_view>({"Target", "alt", "author", "content", "descr", "href",
                                     "string-value", "title", "val", "value"});

template <typename Names>
bool is_among(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Collects the words piece by piece.
class WordCollector {
public:
  void take(const XmlPiece& piece) {
    switch (piece.kind) {
      case XmlPieceKind::text:
        take_text(piece.content);
        break;
      case XmlPieceKind::verbatim:
        target() += piece.content;
        break;
      case XmlPieceKind::aside:
        asides_.append(piece.content).append(separator);
        break;
      case XmlPieceKind::opening:
      case XmlPieceKind::closing:
        take_tag(piece);
        break;
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

/// The two bytes at `at` as a number.
char32_t unit_at(std::string_view bytes, std::size_t at, bool is_low_first) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return is_low_first ? char32_t{second} * 256U + first : char32_t{first} * 256U + second;
}

std::string from_utf16(std::string_view bytes, bool is_low_first) {
  constexpr char32_t lead_first = 0xD800;
  constexpr char32_t trail_first = 0xDC00;
  constexpr char32_t trail_end = 0xE000;
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto value = unit_at(bytes, at, is_low_first);
    if (value >= lead_first && value < trail_end) {
      const auto next = at + 3 < bytes.size() ? unit_at(bytes, at + 2, is_low_first) : 0;
      const bool is_pair = value < trail_first && next >= trail_first && next < trail_end;
      value = is_pair ? 0x10000 + (value - lead_first) * 0x400 + (next - trail_first) : U'\uFFFD';
      if (is_pair) at += 2;
    }
    append_utf8(text, value);
  }
  return text;
}

}  // namespace

std::string xml_text(std::string_view xml) {
  XmlReader reader(xml);
  WordCollector collector;
  while (const auto piece = reader.next())
    collector.take(*piece);
  return std::move(collector).words();
}

std::string plain_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"sv)) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF"sv)) return from_utf16(bytes.substr(2), false);
  return bytes.find('\0') == std::string_view::npos ? std::string(bytes) : std::string();
}

}  // namespace handbok::word
