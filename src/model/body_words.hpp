#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_stream.hpp"
#include "base/shelf.hpp"
#include "model/body.hpp"

namespace handbok {

/// A BodyPiece, and a BodyText, wherever they lie.
struct PieceView {
  std::string_view html;
  PieceKind kind = PieceKind::html;
  std::uint32_t index = 0;
};
struct TextView {
  std::string_view text;
  TextPosition position;
  bool is_quotation = false;
};

/// The pieces or texts of a body, which must outlive it; those that were put away are read for it.
template <typename View>
class BodyWords {
public:
  BodyWords(std::vector<View> views, std::shared_ptr<const std::string> bytes)
      : views_(std::move(views)),
        bytes_(std::move(bytes)) {}

  auto begin() const { return views_.begin(); }
  auto end() const { return views_.end(); }

private:
  std::vector<View> views_;
  std::shared_ptr<const std::string> bytes_;  ///< in which they lie, or none
};

BodyWords<PieceView> pieces_of(const Body& body);
BodyWords<TextView> texts_of(const Body& body);

/// True if there is no text: it is empty, or its parser was lost.
bool has_no_pieces(const Body& body);

// Their form as bytes, also between processes; what is read lies in the bytes.
void write_body_piece(ByteWriter& out, const BodyPiece& piece);
void write_body_text(ByteWriter& out, const BodyText& text);
PieceView read_body_piece(ByteReader& in);
TextView read_body_text(ByteReader& in);

/// Puts the pieces and texts of the body on the shelf, if there is room.
void put_away(Body& body, const std::shared_ptr<Shelf>& shelf);

}  // namespace handbok
