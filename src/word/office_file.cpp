#include "word/office_file.hpp"

#include "base/zip_archive.hpp"

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr auto archive_start = "PK\x03\x04"sv;
constexpr auto old_office_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
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
  const auto entries = read_zip_directory(bytes);
  if (!entries) return std::nullopt;
  Directory directory;
  for (const auto& entry : *entries) {
    directory.is_encrypted = directory.is_encrypted || entry.is_encrypted;
    directory.unpacked_bytes += entry.unpacked_bytes;
    add_entry(entry.name, directory);
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
