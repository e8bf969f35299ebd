#include "word/office_file.hpp"

#include <algorithm>

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr auto archive_start = "PK\x03\x04"sv;
constexpr auto old_office_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr auto directory_end_mark = "PK\x05\x06"sv;
constexpr auto entry_mark = "PK\x01\x02"sv;
constexpr std::size_t directory_end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t comment_bytes_max = 65535;
constexpr std::size_t entries_max = 10000;

/// The number of `count` bytes at `offset`, the lowest first; 0 beyond the end.
std::size_t number_at(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::size_t number = 0;
  for (std::size_t i = count; i-- > 0;) {
    const auto at = offset + i;
    number = number * 256 + (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
  }
  return number;
}

/// What the directory of an archive tells of its files.
struct Directory {
  bool has_document = false;
  bool has_macros = false;
  bool is_encrypted = false;
  std::size_t unpacked_bytes = 0;
};

void add_entry(std::string_view name, Directory& directory) {
  directory.has_document = directory.has_document || name == "word/document.xml";
  directory.has_macros =
      directory.has_macros || name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml");
}

std::optional<Directory> read_directory(std::string_view bytes) {
  const auto window = std::min(bytes.size(), comment_bytes_max + directory_end_size);
  const auto tail = bytes.substr(bytes.size() - window);
  const auto found = tail.rfind(directory_end_mark);
  if (found == std::string_view::npos) return std::nullopt;
  const auto end = bytes.size() - window + found;
  if (end + directory_end_size > bytes.size()) return std::nullopt;
  const auto count = number_at(bytes, end + 10, 2);
  auto offset = number_at(bytes, end + 16, 4);
  if (count == 0 || count > entries_max) return std::nullopt;
  Directory directory;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_there = offset + entry_size <= end && bytes.substr(offset, 4) == entry_mark;
    if (!is_there) return std::nullopt;
    const auto name_size = number_at(bytes, offset + 28, 2);
    directory.is_encrypted = directory.is_encrypted || number_at(bytes, offset + 8, 2) % 2 == 1;
    directory.unpacked_bytes += number_at(bytes, offset + 24, 4);
    add_entry(bytes.substr(offset + entry_size, name_size), directory);
    offset += entry_size + name_size + number_at(bytes, offset + 30, 2) +
              number_at(bytes, offset + 32, 2);
  }
  return directory;
}

}  // namespace

OfficeFile look_at_office_file(std::string_view bytes) {
  if (bytes.starts_with(old_office_start)) return {OfficeFault::locked};
  if (!bytes.starts_with(archive_start)) return {OfficeFault::not_word};
  const auto directory = read_directory(bytes);
  if (!directory || !directory->has_document) return {OfficeFault::not_word};
  const auto size = directory->unpacked_bytes;
  if (directory->is_encrypted) return {OfficeFault::locked, size};
  if (directory->has_macros) return {OfficeFault::macros, size};
  if (size > unpacked_bytes_max) return {OfficeFault::too_large, size};
  return {std::nullopt, size};
}

}  // namespace handbok::word
