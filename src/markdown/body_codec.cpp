#include "markdown/body_codec.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/report.hpp"
#include "model/boxes.hpp"

namespace handbok {
namespace {

/// Writes numbers and texts as bytes, the length before the text.
class ByteWriter {
public:
  void number(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      bytes_ += static_cast<char>(static_cast<unsigned char>(value >> shift));
    }
  }

  void number(int value) { number(static_cast<std::uint32_t>(value)); }
  void flag(bool value) { number(value ? 1U : 0U); }
  void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }

  void text(std::string_view text) {
    size(text.size());
    bytes_ += text;
  }

  std::string take() { return std::move(bytes_); }

private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote. Once something was not there, everything that follows is empty
/// and is_good() is false; no byte outside is touched.
class ByteReader {
public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool is_good() const { return is_good_; }

  /// True if all was good and nothing is left.
  bool is_finished() const { return is_good_ && rest_.empty(); }

  std::uint32_t number() {
    const auto bytes = take(4);
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
      value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
    }
    return value;
  }

  int signed_number() { return static_cast<int>(number()); }
  bool flag() { return below(2) == 1; }

  /// A number less than `limit`.
  std::uint32_t below(std::uint32_t limit) {
    const auto value = number();
    if (value < limit) return value;
    is_good_ = false;
    return 0;
  }

  /// How many things follow, of which each needs at least four bytes.
  std::uint32_t count() { return below(static_cast<std::uint32_t>(rest_.size() / 4 + 1)); }

  std::string text() {
    const auto length = number();
    return std::string(take(length));
  }

private:
  std::string_view take(std::size_t length) {
    if (!is_good_ || length > rest_.size()) {
      is_good_ = false;
      return {};
    }
    const auto bytes = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return bytes;
  }

  std::string_view rest_;
  bool is_good_ = true;
};

constexpr std::string_view magic = "handbok-bodies-1";

// --- writing ------------------------------------------------------------------------------------

template <typename T, typename WriteItem>
void write_all(ByteWriter& out, const std::vector<T>& items, WriteItem write_item) {
  out.size(items.size());
  for (const auto& item : items)
    write_item(out, item);
}

void write_text(ByteWriter& out, const std::string& text) {
  out.text(text);
}

void write_position(ByteWriter& out, TextPosition position) {
  out.number(position.line);
  out.number(position.column);
}

void write_piece(ByteWriter& out, const BodyPiece& piece) {
  out.text(piece.html);
  out.number(static_cast<std::uint32_t>(piece.kind));
  out.number(piece.index);
}

void write_link(ByteWriter& out, const BodyLink& link) {
  out.number(static_cast<std::uint32_t>(link.kind));
  out.text(link.target);
  out.text(link.text);
  out.text(link.title);
  write_position(out, link.position);
  out.flag(link.is_image);
}

void write_heading(ByteWriter& out, const BodyHeading& heading) {
  out.number(heading.level);
  out.text(heading.text);
  out.text(heading.anchor);
  write_position(out, heading.position);
  out.flag(heading.has_content);
  out.flag(heading.has_ordered_list);
  out.flag(heading.has_task_list);
  out.flag(heading.is_nested);
}

void write_run(ByteWriter& out, const BodyText& text) {
  out.text(text.text);
  write_position(out, text.position);
  out.flag(text.is_quotation);
}

void write_body(ByteWriter& out, const Body& body) {
  write_all(out, body.links, write_link);
  write_all(out, body.headings, write_heading);
  write_all(out, body.pieces, write_piece);
  write_all(out, body.texts, write_run);
  out.number(body.word_count);
}

void write_diagnostic(ByteWriter& out, const Diagnostic& diagnostic) {
  out.number(static_cast<std::uint32_t>(diagnostic.code));
  out.text(diagnostic.location.path);
  out.number(diagnostic.location.line);
  out.number(diagnostic.location.column);
  out.text(diagnostic.subject);
  write_all(out, diagnostic.what.texts(), write_text);
  write_all(out, diagnostic.remedy.texts(), write_text);
  out.number(static_cast<std::uint32_t>(diagnostic.severity));
  out.flag(diagnostic.revision.has_value());
  out.text(diagnostic.revision ? diagnostic.revision->document : std::string());
  out.number(diagnostic.revision ? diagnostic.revision->number : 0);
  out.text(diagnostic.owner);
  out.text(diagnostic.unit);
}

// --- reading ------------------------------------------------------------------------------------

/// An enumerator up to `last`.
template <typename Enum>
Enum read_enum(ByteReader& in, Enum last) {
  return static_cast<Enum>(in.below(static_cast<std::uint32_t>(last) + 1));
}

template <typename ReadItem>
auto read_all(ByteReader& in, ReadItem read_item) {
  std::vector<decltype(read_item(in))> items;
  const auto count = in.count();
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i)
    items.push_back(read_item(in));
  return items;
}

std::string read_text(ByteReader& in) {
  return in.text();
}

TextPosition read_position(ByteReader& in) {
  TextPosition position;
  position.line = in.signed_number();
  position.column = in.signed_number();
  return position;
}

BodyPiece read_piece(ByteReader& in) {
  BodyPiece piece;
  piece.html = in.text();
  piece.kind = read_enum(in, PieceKind::lifted_end);
  piece.index = in.number();
  return piece;
}

BodyLink read_link(ByteReader& in) {
  BodyLink link;
  link.kind = read_enum(in, LinkKind::external);
  link.target = in.text();
  link.text = in.text();
  link.title = in.text();
  link.position = read_position(in);
  link.is_image = in.flag();
  return link;
}

BodyHeading read_heading(ByteReader& in) {
  BodyHeading heading;
  heading.level = in.signed_number();
  heading.text = in.text();
  heading.anchor = in.text();
  heading.position = read_position(in);
  heading.has_content = in.flag();
  heading.has_ordered_list = in.flag();
  heading.has_task_list = in.flag();
  heading.is_nested = in.flag();
  return heading;
}

BodyText read_run(ByteReader& in) {
  BodyText text;
  text.text = in.text();
  text.position = read_position(in);
  text.is_quotation = in.flag();
  return text;
}

Body read_body(ByteReader& in) {
  Body body;
  body.links = read_all(in, read_link);
  body.headings = read_all(in, read_heading);
  body.pieces = read_all(in, read_piece);
  body.texts = read_all(in, read_run);
  body.word_count = in.number();
  return body;
}

Diagnostic read_diagnostic(ByteReader& in) {
  Diagnostic diagnostic;
  diagnostic.code = static_cast<Code>(in.below(static_cast<std::uint32_t>(all_codes().size())));
  diagnostic.location.path = in.text();
  diagnostic.location.line = in.signed_number();
  diagnostic.location.column = in.signed_number();
  diagnostic.subject = in.text();
  diagnostic.what = read_all(in, read_text);
  diagnostic.remedy = read_all(in, read_text);
  diagnostic.severity = read_enum(in, Severity::error);
  const bool has_revision = in.flag();
  RevisionKey revision{in.text(), 0};
  revision.number = in.signed_number();
  if (has_revision) diagnostic.revision = std::move(revision);
  diagnostic.owner = in.text();
  diagnostic.unit = in.text();
  settle(diagnostic);
  return diagnostic;
}

/// A page may use the index of a piece without looking.
bool points_inside(const Body& body) {
  return std::ranges::all_of(body.pieces, [&](const BodyPiece& piece) {
    switch (piece.kind) {
      case PieceKind::link_start:
      case PieceKind::link_end:
        return piece.index < body.links.size();
      case PieceKind::section_end:
        return piece.index < body.headings.size();
      case PieceKind::box_label:
        return piece.index < box_marks.size();
      case PieceKind::html:
      case PieceKind::footnote_label:
      case PieceKind::footnote_return:
      case PieceKind::lifted_start:
      case PieceKind::lifted_end:
        return true;
    }
    return false;
  });
}

}  // namespace

std::string encode_bodies(const ParsedBodies& parsed) {
  ByteWriter out;
  out.text(magic);
  write_all(out, parsed.bodies, write_body);
  write_all(out, parsed.diagnostics.sorted(), write_diagnostic);
  return out.take();
}

std::optional<ParsedBodies> decode_bodies(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.text() != magic) return std::nullopt;
  ParsedBodies parsed;
  parsed.bodies = read_all(in, read_body);
  auto diagnostics = read_all(in, read_diagnostic);
  if (!in.is_finished() || !std::ranges::all_of(parsed.bodies, points_inside)) return std::nullopt;
  for (auto& diagnostic : diagnostics)
    parsed.diagnostics.report(std::move(diagnostic));
  return parsed;
}

}  // namespace handbok
