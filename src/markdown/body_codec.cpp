#include "markdown/body_codec.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/byte_stream.hpp"
#include "diag/diagnostic_codec.hpp"
#include "markdown/report.hpp"
#include "model/body_words.hpp"
#include "model/boxes.hpp"

namespace handbok {
namespace {

constexpr std::string_view magic = "handbok-bodies-1";

// --- writing ------------------------------------------------------------------------------------

void write_position(ByteWriter& out, TextPosition position) {
  out.number(position.line);
  out.number(position.column);
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

void write_body(ByteWriter& out, const Body& body) {
  out.all(body.links, write_link);
  out.all(body.headings, write_heading);
  out.all(body.pieces, write_body_piece);
  out.all(body.texts, write_body_text);
  out.number(body.word_count);
}

// --- reading ------------------------------------------------------------------------------------

TextPosition read_position(ByteReader& in) {
  TextPosition position;
  position.line = in.signed_number();
  position.column = in.signed_number();
  return position;
}

BodyLink read_link(ByteReader& in) {
  BodyLink link;
  link.kind = in.choice(LinkKind::external);
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

Body read_body(ByteReader& in) {
  Body body;
  body.links = in.all(read_link);
  body.headings = in.all(read_heading);
  body.pieces = in.all([](ByteReader& from) {
    const auto [html, kind, index] = read_body_piece(from);
    return BodyPiece{std::string(html), kind, index};
  });
  body.texts = in.all([](ByteReader& from) {
    const auto [text, position, is_quotation] = read_body_text(from);
    return BodyText{std::string(text), position, is_quotation};
  });
  body.word_count = in.number();
  return body;
}

/// A page may use the index of a piece without looking.
bool points_inside(const Body& body) {
  return std::ranges::all_of(body.pieces, [&](const BodyPiece& piece) {
    switch (piece.kind) {
      case PieceKind::link_start:
      case PieceKind::link_end: return piece.index < body.links.size();
      case PieceKind::section_end: return piece.index < body.headings.size();
      case PieceKind::box_label: return piece.index < box_marks.size();
      case PieceKind::html:
      case PieceKind::footnote_label:
      case PieceKind::footnote_return:
      case PieceKind::lifted_start:
      case PieceKind::lifted_end: return true;
    }
    return false;
  });
}

}  // namespace

std::string encode_bodies(const ParsedBodies& parsed) {
  ByteWriter out;
  out.text(magic);
  out.all(parsed.bodies, write_body);
  out.all(parsed.diagnostics.sorted(), write_diagnostic);
  return out.take();
}

std::optional<ParsedBodies> decode_bodies(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.text() != magic) return std::nullopt;
  ParsedBodies parsed;
  parsed.bodies = in.all(read_body);
  auto diagnostics = in.all(read_diagnostic);
  if (!in.is_finished() || !std::ranges::all_of(parsed.bodies, points_inside)) return std::nullopt;
  for (auto& diagnostic : diagnostics) {
    settle(diagnostic);
    parsed.diagnostics.report(std::move(diagnostic));
  }
  return parsed;
}

}  // namespace handbok
