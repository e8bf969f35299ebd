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

/// Where the tag ends whose inside begins at `offset`: at a > outside of quotation marks.
std::size_t tag_end(std::string_view text, std::size_t offset) {
  char quote = '\0';
  for (auto at = offset; at < text.size(); ++at) {
    const char byte = text[at];
    if (quote != '\0') {
      if (byte == quote) quote = '\0';
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '>') {
      return at;
    }
  }
  return std::string_view::npos;
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

}  // namespace

std::optional<XmlPiece> XmlReader::next() {
  while (offset_ < text_.size()) {
    const auto rest = text_.substr(offset_);
    if (rest.front() != '<') {
      const auto end = std::min(rest.find('<'), rest.size());
      offset_ += end;
      return XmlPiece{XmlPieceKind::text, {}, rest.substr(0, end), false};
    }
    if (rest.starts_with("<!--")) {
      skip_past("-->");
    } else if (rest.starts_with("<?")) {
      skip_past("?>");
    } else if (rest.starts_with("<!")) {
      skip_past(">");
    } else {
      const auto end = tag_end(text_, offset_ + 1);
      const auto inner = text_.substr(offset_ + 1, end - offset_ - 1);
      offset_ = end == std::string_view::npos ? text_.size() : end + 1;
      return take_tag(inner);
    }
  }
  return std::nullopt;
}

XmlPiece XmlReader::take_tag(std::string_view inner) {
  XmlPiece piece;
  piece.kind = inner.starts_with('/') ? XmlPieceKind::closing : XmlPieceKind::opening;
  if (piece.kind == XmlPieceKind::closing) inner.remove_prefix(1);
  piece.is_empty = inner.ends_with('/');
  if (piece.is_empty) inner.remove_suffix(1);
  const auto end = std::min(inner.find_first_of(blanks), inner.size());
  piece.name = without_prefix(inner.substr(0, end));
  piece.content = inner.substr(end);
  return piece;
}

void XmlReader::skip_past(std::string_view end) {
  const auto found = text_.find(end, offset_);
  offset_ = found == std::string_view::npos ? text_.size() : found + end.size();
}

std::string attribute(const XmlPiece& tag, std::string_view name) {
  auto rest = tag.content;
  while (true) {
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    const auto called = without_prefix(trim(rest.substr(0, equals)));
    rest = trim(rest.substr(equals + 1));
    if (rest.empty()) return {};
    const auto end = rest.find(rest.front(), 1);
    if (end == std::string_view::npos) return {};
    if (called == name) return characters(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
  }
}

std::string characters(std::string_view written) {
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

}  // namespace handbok::word
