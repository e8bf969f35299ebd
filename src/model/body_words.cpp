#include "model/body_words.hpp"

#include <utility>

namespace handbok {
namespace {

template <typename ReadView>
auto words_at(const Shelf& shelf, std::uint64_t at, std::size_t size, ReadView read) {
  auto bytes = std::make_shared<const std::string>(shelf.get(at, size));
  auto views = ByteReader(*bytes).all(read);
  return BodyWords(std::move(views), std::move(bytes));
}

}  // namespace

void write_body_piece(ByteWriter& out, const BodyPiece& piece) {
  out.text(piece.html);
  out.number(static_cast<std::uint32_t>(piece.kind));
  out.number(piece.index);
}

void write_body_text(ByteWriter& out, const BodyText& text) {
  out.text(text.text);
  out.number(text.position.line);
  out.number(text.position.column);
  out.flag(text.is_quotation);
}

PieceView read_body_piece(ByteReader& in) {
  PieceView piece;
  piece.html = in.view();
  piece.kind = in.choice(PieceKind::lifted_end);
  piece.index = in.number();
  return piece;
}

TextView read_body_text(ByteReader& in) {
  TextView text;
  text.text = in.view();
  text.position.line = in.signed_number();
  text.position.column = in.signed_number();
  text.is_quotation = in.flag();
  return text;
}

BodyWords<PieceView> pieces_of(const Body& body) {
  const auto& away = body.away;
  if (away.shelf) return words_at(*away.shelf, away.at, away.pieces_size, read_body_piece);
  std::vector<PieceView> views;
  for (const auto& [html, kind, index] : body.pieces)
    views.push_back({html, kind, index});
  return {std::move(views), nullptr};
}

BodyWords<TextView> texts_of(const Body& body) {
  const auto& away = body.away;
  if (away.shelf)
    return words_at(*away.shelf, away.at + away.pieces_size, away.texts_size, read_body_text);
  std::vector<TextView> views;
  for (const auto& [text, position, is_quotation] : body.texts)
    views.push_back({text, position, is_quotation});
  return {std::move(views), nullptr};
}

bool has_no_pieces(const Body& body) {
  return body.pieces.empty() && !body.away.shelf;
}

void put_away(Body& body, const std::shared_ptr<Shelf>& shelf) {
  if (!shelf || body.pieces.empty()) return;
  ByteWriter out;
  out.all(body.pieces, write_body_piece);
  const auto pieces_size = out.count();
  out.all(body.texts, write_body_text);
  const auto bytes = out.take();
  const auto place = shelf->put(bytes);
  if (!place) return;
  body.away = {shelf, *place, pieces_size, bytes.size() - pieces_size};
  body.pieces = std::vector<BodyPiece>();  // "= {}" would keep the room
  body.texts = std::vector<BodyText>();
}

}  // namespace handbok
