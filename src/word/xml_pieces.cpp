#include "word/xml_pieces.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok::word {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Where the tag ends that `text` begins with: at a > outside of quotation marks.
std::size_t tag_end(std::string_view text) {
  char quote = '\0';
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char byte = text[at];
    if (quote != '\0') {
      if (byte == quote) quote = '\0';
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '>') {
      return at;
    }
  }
  return text.size();
}

/// Pieces that stand between two marks. A mark that begins with another one comes first. A
/// processing instruction ends at the first >, as in HTML: old Word files have <?xml:namespace …
/// />.
struct Marked {
  std::string_view open;
  std::string_view close;
  XmlPieceKind kind;
};
constexpr auto marked_stretches = std::to_array<Marked>({
    {"<!--", "-->", XmlPieceKind::aside},
    {"<![CDATA[", "]]>", XmlPieceKind::verbatim},
    {"<?", ">", XmlPieceKind::aside},
    {"<!", ">", XmlPieceKind::aside},
});

/// Takes the first `bytes`, or all there is if that is less.
std::string_view take(std::string_view& rest, std::size_t bytes) {
  const auto taken = rest.substr(0, bytes);
  rest.remove_prefix(taken.size());
  return taken;
}

/// Takes a stretch with both its marks; without the second one, all that is left.
XmlPiece take_marked(std::string_view& rest, const Marked& marked) {
  take(rest, marked.open.size());
  const auto content = take(rest, rest.find(marked.close));
  take(rest, marked.close.size());
  return {marked.kind, {}, content, false};
}

struct Entity {
  std::string_view name;
  char32_t value;
};
constexpr auto entities = std::to_array<Entity>(
    {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}});

/// The character that the name between & and ; stands for; no value if it stands for none.
std::optional<char32_t> character_of(std::string_view name) {
  const auto* const known = std::ranges::find(entities, name, &Entity::name);
  if (known != entities.end()) return known->value;
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x');
  if (is_hexadecimal) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto* const end = name.data() + name.size();
  const auto result = std::from_chars(name.data(), end, value, is_hexadecimal ? 16 : 10);
  const bool is_number = result.ec == std::errc() && result.ptr == end;
  const bool is_scalar = value != 0 && value <= 0x10FFFFU && (value < 0xD800U || value > 0xDFFFU);
  if (!is_number || !is_scalar) return std::nullopt;
  return static_cast<char32_t>(value);
}

/// The text with &amp; and its like as what they stand for.
std::string decoded(std::string_view written) {
  constexpr std::size_t name_bytes_max = 10;
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto name =
        written[i] == '&' ? written.substr(i + 1, name_bytes_max) : std::string_view();
    const auto end = name.find(';');
    const auto value =
        end == std::string_view::npos ? std::nullopt : character_of(name.substr(0, end));
    if (value) {
      append_utf8(text, *value);
      i += end + 1;
    } else {
      text += written[i];
    }
  }
  return text;
}

}  // namespace

std::optional<XmlPiece> XmlReader::next() {
  if (rest_.empty()) return std::nullopt;
  const auto before = rest_;
  auto piece = take_piece();
  piece.written = before.substr(0, before.size() - rest_.size());
  return piece;
}

XmlPiece XmlReader::take_piece() {
  if (rest_.front() != '<') return {XmlPieceKind::text, {}, take(rest_, rest_.find('<')), false};
  for (const auto& marked : marked_stretches) {
    if (rest_.starts_with(marked.open)) return take_marked(rest_, marked);
  }
  return take_tag();
}

XmlPiece XmlReader::take_tag() {
  auto inner = take(rest_, tag_end(rest_)).substr(1);
  take(rest_, 1);
  XmlPiece piece;
  piece.kind = inner.starts_with('/') ? XmlPieceKind::closing : XmlPieceKind::opening;
  if (piece.kind == XmlPieceKind::closing) inner.remove_prefix(1);
  piece.is_empty = inner.ends_with('/');
  if (piece.is_empty) inner.remove_suffix(1);
  piece.name = without_prefix(take(inner, inner.find_first_of(blanks)));
  piece.content = inner;
  return piece;
}

std::optional<XmlAttribute> take_attribute(std::string_view& rest) {
  for (auto equals = rest.find('='); equals != std::string_view::npos; equals = rest.find('=')) {
    auto name = trim(take(rest, equals));
    name.remove_prefix(name.find_last_of(blanks) + 1);
    rest = trim(rest.substr(1));
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) continue;
    const auto quote = take(rest, 1).front();
    const auto written = take(rest, rest.find(quote));
    take(rest, 1);
    return XmlAttribute{without_prefix(name), written};
  }
  return std::nullopt;
}

std::string attribute(const XmlPiece& tag, std::string_view name) {
  auto rest = tag.content;
  while (const auto found = take_attribute(rest)) {
    if (found->name == name) return decoded(found->written);
  }
  return {};
}

std::string characters(const XmlPiece& piece) {
  return piece.kind == XmlPieceKind::text ? decoded(piece.content) : std::string(piece.content);
}

bool is_among(std::string_view names, std::string_view name) {
  for (auto at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    const auto rest = names.substr(at + name.size());
    if ((at == 0 || names[at - 1] == ' ') && (rest.empty() || rest.front() == ' ')) return true;
  }
  return false;
}

bool is_on(const XmlPiece& tag) {
  const auto value = attribute(tag, "val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace handbok::word
