#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/body.hpp"

namespace handbok {

/// Puts a body together: HTML in order, with open points between, and the facts beside it.
class BodyBuilder {
public:
  /// Appends finished HTML.
  void html(std::string_view html) { pending_ += html; }

  /// Appends text, escaped.
  void text(std::string_view text);

  /// Ends the stretch of HTML with an open point.
  void point(PieceKind kind, std::uint32_t index);

  /// A place in the HTML written so far.
  struct Mark {
    std::size_t piece = 0;
    std::size_t offset = 0;
  };

  /// The place where the next HTML goes.
  Mark mark() const { return {body_.pieces.size(), pending_.size()}; }

  /// Writes HTML at a mark, for what is known only after what follows it. Marks behind it in the
  /// same stretch of HTML are no longer valid.
  void insert(Mark mark, std::string_view html);

  Body& body() { return body_; }

  /// The body with the last stretch of HTML; the builder is used up.
  Body finish();

private:
  Body body_;
  std::string pending_;
};

}  // namespace handbok
