#include "word/office_file.hpp"

#include <algorithm>

#include "base/zip_archive.hpp"

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr auto archive_start = "PK\x03\x04"sv;
constexpr auto old_office_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

bool is_document(const ZipEntry& entry) {
  return is_part(entry.name, "document");
}

bool is_program(const ZipEntry& entry) {
  return entry.name.ends_with("vbaProject.bin") || entry.name.ends_with("vbaData.xml");
}

}  // namespace

OfficeFile look_at_office_file(std::string_view bytes) {
  if (bytes.starts_with(old_office_start)) return {OfficeFault::locked};
  if (!bytes.starts_with(archive_start)) return {OfficeFault::not_word};
  const auto entries = read_zip_directory(bytes);
  if (!entries || std::ranges::none_of(*entries, is_document)) return {OfficeFault::not_word};
  std::size_t size = 0;
  for (const auto& entry : *entries)
    size += entry.unpacked_bytes;
  if (std::ranges::any_of(*entries, &ZipEntry::is_encrypted)) {
    return {OfficeFault::locked, size};
  }
  if (std::ranges::any_of(*entries, is_program)) return {OfficeFault::macros, size};
  if (size > unpacked_bytes_max) return {OfficeFault::too_large, size};
  return {std::nullopt, size};
}

bool is_part(std::string_view path, std::string_view name) {
  constexpr std::string_view folder = "word/";
  constexpr std::string_view ending = ".xml";
  if (!path.starts_with(folder) || !path.ends_with(ending)) return false;
  path.remove_prefix(folder.size());
  if (!path.starts_with(name)) return false;
  path.remove_prefix(name.size());
  return path.substr(0, path.find_first_not_of("0123456789")).size() + ending.size() == path.size();
}

bool is_cut_short(std::string_view bytes) {
  return bytes.empty() || (bytes.starts_with(archive_start) && !read_zip_directory(bytes));
}

std::string custom_property(std::string_view bytes, std::string_view name) {
  constexpr std::size_t part_bytes_max = 65'536;
  constexpr std::string_view value_start = "<vt:lpwstr>";
  const auto directory = read_zip_directory(bytes);
  if (!directory) return {};
  const auto entry = std::ranges::find(*directory, "docProps/custom.xml", &ZipEntry::name);
  if (entry == directory->end()) return {};
  const auto part = unpack(bytes, *entry, part_bytes_max);
  if (!part) return {};
  const auto property = part->find(std::string("name=\"").append(name).append("\""));
  const auto start = property == std::string::npos ? property : part->find(value_start, property);
  if (start == std::string::npos) return {};
  const auto from = start + value_start.size();
  return part->substr(from, part->find('<', from) - from);
}

}  // namespace handbok::word
