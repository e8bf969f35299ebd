#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbok::word {

enum class XmlPieceKind : std::uint8_t {
  opening,
  closing,
  text,
  verbatim,  ///< <![CDATA[…]]>
  aside,     ///< a comment, declaration or processing instruction
};

/// A tag of an XML text, or what stands between two tags. Refers to the text.
struct XmlPiece {
  XmlPieceKind kind = XmlPieceKind::text;
  std::string_view name;       ///< of a tag, without its prefix: "blip" of <a:blip …>
  std::string_view content;    ///< of an opening tag its attributes; else the characters as written
  bool is_empty = false;       ///< <name/>: no closing tag follows
  std::string_view written{};  ///< all of it, with its brackets
};

/// Reads XML or HTML piece by piece to the last byte, and does not mind damage: what a careless or
/// hostile program wrote must be searched too, where a strict parser would stop. Knows no name
/// spaces and no entities of the text's own.
class XmlReader {
public:
  explicit XmlReader(std::string_view text) : rest_(text) {}

  /// The next piece; no value at the end.
  std::optional<XmlPiece> next();

private:
  XmlPiece take_piece();
  XmlPiece take_tag();

  std::string_view rest_;
};

/// An attribute of a tag; refers to it.
struct XmlAttribute {
  std::string_view name;     ///< without its prefix
  std::string_view written;  ///< the value as it is written, entities and all
};

/// Takes the next attribute off `rest`, which is the content of an opening tag to begin with; no
/// value after the last. What has no value in quotation marks is passed over.
std::optional<XmlAttribute> take_attribute(std::string_view& rest);

/// The value of the attribute with that name, prefix or not; empty if the tag has none.
std::string attribute(const XmlPiece& tag, std::string_view name);

/// The characters of a text or verbatim piece; of a text those that &amp; and its like, and &#233;,
/// stand for.
std::string characters(const XmlPiece& piece);

/// True if `name` is one of `names`, which blanks part.
bool is_among(std::string_view names, std::string_view name);

/// True unless the tag of a property says that it is off.
bool is_on(const XmlPiece& tag);

}  // namespace handbok::word
