#include "edit/tidy_text.hpp"

#include "base/utf8.hpp"

namespace handbok {
namespace {

std::string with_line_feeds(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_return = text[i] == '\r';
    const bool is_pair = is_return && i + 1 < text.size() && text[i + 1] == '\n';
    if (!is_pair) result += is_return ? '\n' : text[i];
  }
  return result;
}

}  // namespace

TidyText tidy_text(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  TidyText tidy;
  if (first_invalid_utf8(bytes) != std::string_view::npos) {
    tidy.text = bytes;
    return tidy;
  }
  if (bytes.starts_with(byte_order_mark)) {
    bytes.remove_prefix(byte_order_mark.size());
    tidy.done.emplace_back("@tidy.byte_order_mark");
  }
  tidy.text = with_line_feeds(bytes);
  if (tidy.text != bytes) tidy.done.emplace_back("@tidy.line_ending");
  auto normal = to_nfc(tidy.text);
  if (normal != tidy.text) tidy.done.emplace_back("@tidy.nfc");
  tidy.text = std::move(normal);
  return tidy;
}

}  // namespace handbok
