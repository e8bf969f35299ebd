#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbok::word {

enum class XmlPieceKind : std::uint8_t { opening, closing, text };

/// A tag of an XML text, or the characters between two tags. Refers to the text.
struct XmlPiece {
  XmlPieceKind kind = XmlPieceKind::text;
  std::string_view name;     ///< of a tag, without its prefix: "blip" of <a:blip …>
  std::string_view content;  ///< of an opening tag its attributes; of a text its characters
  bool is_empty = false;     ///< <name/>: no closing tag follows
};

/// Reads XML piece by piece, as far as it goes; enough to find something in the parts of a Word
/// document. Knows no name spaces, no entities of the text's own, and does not mind damage.
class XmlReader {
public:
  explicit XmlReader(std::string_view text) : text_(text) {}

  /// The next piece; no value at the end.
  std::optional<XmlPiece> next();

private:
  static XmlPiece take_tag(std::string_view inner);
  void skip_past(std::string_view end);

  std::string_view text_;
  std::size_t offset_ = 0;
};

/// The value of the attribute with that name, prefix or not; empty if the tag has none.
std::string attribute(const XmlPiece& tag, std::string_view name);

/// XML's characters with &amp; and its like, and &#233;, as what they stand for.
std::string characters(std::string_view written);

}  // namespace handbok::word
