#include "word/archive.hpp"

#include <algorithm>

#include "word/inflate.hpp"

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr auto directory_end_mark = "PK\x05\x06"sv;
constexpr auto entry_mark = "PK\x01\x02"sv;
constexpr auto file_mark = "PK\x03\x04"sv;
constexpr std::size_t directory_end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t file_header_size = 30;
constexpr std::size_t comment_bytes_max = 65535;

/// The number of `count` bytes at `offset`, the lowest first; bytes beyond the end count as 0.
std::size_t number_at(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::size_t number = 0;
  for (std::size_t i = count; i-- > 0;) {
    const auto at = offset + i;
    number = number * 256 + (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
  }
  return number;
}

/// Where the directory's end begins. A comment may stand after it.
std::optional<std::size_t> find_directory_end(std::string_view bytes) {
  const auto window = std::min(bytes.size(), comment_bytes_max + directory_end_size);
  const auto tail = bytes.substr(bytes.size() - window);
  const auto found = tail.rfind(directory_end_mark);
  if (found == std::string_view::npos || found + directory_end_size > window) return std::nullopt;
  return bytes.size() - window + found;
}

}  // namespace

std::optional<std::vector<ArchiveEntry>> read_archive(std::string_view bytes) {
  const auto end = find_directory_end(bytes);
  if (!end) return std::nullopt;
  const auto count = number_at(bytes, *end + 10, 2);
  auto offset = number_at(bytes, *end + 16, 4);
  if (count == 0 || count > archive_entries_max) return std::nullopt;
  std::vector<ArchiveEntry> entries;
  entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_there = offset + entry_size <= *end && bytes.substr(offset, 4) == entry_mark;
    if (!is_there) return std::nullopt;
    const auto name_size = number_at(bytes, offset + 28, 2);
    ArchiveEntry entry;
    entry.name = bytes.substr(offset + entry_size, name_size);
    entry.is_encrypted = number_at(bytes, offset + 8, 2) % 2 == 1;
    entry.method = number_at(bytes, offset + 10, 2);
    entry.packed_bytes = number_at(bytes, offset + 20, 4);
    entry.unpacked_bytes = number_at(bytes, offset + 24, 4);
    entry.start = number_at(bytes, offset + 42, 4);
    entries.push_back(entry);
    offset += entry_size + name_size + number_at(bytes, offset + 30, 2) +
              number_at(bytes, offset + 32, 2);
  }
  return entries;
}

std::optional<std::string> unpack(std::string_view archive, const ArchiveEntry& entry,
                                  std::size_t bytes_max) {
  constexpr std::size_t stored = 0;
  constexpr std::size_t deflated = 8;
  if (entry.is_encrypted || archive.size() < file_header_size) return std::nullopt;
  if (entry.start > archive.size() - file_header_size) return std::nullopt;
  if (archive.substr(entry.start, 4) != file_mark) return std::nullopt;
  // Its own header has a name and fields of its own length before the bytes.
  const auto begin = entry.start + file_header_size + number_at(archive, entry.start + 26, 2) +
                     number_at(archive, entry.start + 28, 2);
  if (begin > archive.size() || entry.packed_bytes > archive.size() - begin) return std::nullopt;
  const auto packed = archive.substr(begin, entry.packed_bytes);
  if (entry.method == deflated) return inflate_bytes(packed, bytes_max);
  const bool is_plain = entry.method == stored && packed.size() <= bytes_max;
  if (!is_plain) return std::nullopt;
  return std::string(packed);
}

}  // namespace handbok::word
