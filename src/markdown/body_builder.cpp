#include "markdown/body_builder.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace handbok {

void BodyBuilder::text(std::string_view text) {
  const bool is_plain = std::ranges::none_of(
      text, [](char c) { return c == '&' || c == '<' || c == '>' || c == '"' || c == '\''; });
  if (is_plain) {
    pending_ += text;
  } else {
    pending_ += escape_html(text);
  }
}

void BodyBuilder::point(PieceKind kind, std::uint32_t index) {
  body_.pieces.push_back({std::move(pending_), kind, index});
  pending_.clear();
}

void BodyBuilder::insert(Mark mark, std::string_view html) {
  auto& stretch = mark.piece < body_.pieces.size() ? body_.pieces[mark.piece].html : pending_;
  stretch.insert(mark.offset, html);
}

Body BodyBuilder::finish() {
  if (!pending_.empty()) point(PieceKind::html, 0);
  return std::move(body_);
}

}  // namespace handbok
