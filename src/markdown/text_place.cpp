#include "markdown/text_place.hpp"

#include <optional>

namespace handbok {
namespace {

/// An odd number of backslashes before `offset` takes away the meaning of what stands there.
bool is_after_backslash(std::string_view line, std::size_t offset) {
  std::size_t count = 0;
  while (count < offset && line[offset - 1 - count] == '\\')
    ++count;
  return count % 2 == 1;
}

/// Where `piece` stands in `line`, as near to `offset` as there is one.
std::optional<std::size_t> find_near(std::string_view line, std::size_t offset,
                                     std::string_view piece) {
  if (offset < line.size() && line.substr(offset).starts_with(piece)) return offset;
  const auto after = line.find(piece, offset);
  const auto before = line.rfind(piece, offset);
  if (after == std::string_view::npos && before == std::string_view::npos) return std::nullopt;
  if (after == std::string_view::npos) return before;
  if (before == std::string_view::npos) return after;
  return after - offset < offset - before ? after : before;
}

}  // namespace

TextPlace::Found TextPlace::find(int line, std::size_t offset, std::string_view piece) {
  auto place = find_near(lines_.line(line + shift_), offset, piece);
  if (!place && find_on_later_line(line, piece)) {
    place = find_near(lines_.line(line + shift_), offset, piece);
  }
  Found found;
  found.line = line + shift_;
  found.offset = place.value_or(offset);
  found.position = lines_.position(found.line, found.offset);
  found.is_certain = place.has_value();
  const auto raw = lines_.line(found.line);
  found.is_escaped = found.is_certain ? is_after_backslash(raw, found.offset)
                                      : raw.find_first_of("\\&") != std::string_view::npos;
  return found;
}

bool TextPlace::find_on_later_line(int line, std::string_view piece) {
  if (searches_left_ == 0) return false;
  --searches_left_;
  for (int shift = shift_ + 1; line + shift <= last_line_; ++shift) {
    if (lines_.line(line + shift).find(piece) == std::string_view::npos) continue;
    shift_ = shift;
    return true;
  }
  return false;
}

}  // namespace handbok
