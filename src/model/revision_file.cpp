#include "model/revision_file.hpp"

namespace handbok {
namespace {

constexpr std::string_view fence = "+++";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where the line ends that holds `offset`: after its line feed, if it has one.
std::size_t line_end(std::string_view bytes, std::size_t offset) {
  const auto feed = bytes.find('\n', offset);
  return feed == std::string_view::npos ? bytes.size() : feed + 1;
}

}  // namespace

std::optional<RevisionFile> split_revision_file(std::string_view bytes) {
  const std::size_t start = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto head = line_end(bytes, start);
  const auto first_line = bytes.substr(start, head - start);
  // One sign may follow, as the carriage return does that some editors write.
  const bool opens = first_line.starts_with(fence) && first_line.ends_with('\n') &&
                     first_line.size() <= fence.size() + 2;
  if (!opens) return std::nullopt;
  auto closing = head;
  while (closing < bytes.size() && !bytes.substr(closing).starts_with(fence))
    closing = line_end(bytes, closing);
  if (closing == bytes.size()) return std::nullopt;
  const auto text = line_end(bytes, closing);
  return RevisionFile{bytes.substr(0, head), bytes.substr(head, closing - head),
                      bytes.substr(closing, text - closing), bytes.substr(text)};
}

std::string join_revision_file(std::string_view head, std::string_view text) {
  return std::string(fence).append("\n").append(head).append(fence).append("\n").append(text);
}

}  // namespace handbok
