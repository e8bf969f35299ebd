#include "word/page_head.hpp"

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/zip_archive.hpp"
#include "word/office_file.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

constexpr std::string_view line_place = "HANDBOK-SHEET";
constexpr std::string_view page_place = "HANDBOK-PAGE";

/// Without blanks, numbers and the brackets around them.
std::string bare(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    const bool is_left_out =
        is_digit(c) || std::string_view(" \t\n\r()").find(c) != std::string_view::npos;
    if (!is_left_out) kept += c;
  }
  return kept;
}

}  // namespace

std::string with_page_head(const std::string& style, const PageHead& head) {
  const auto entries = read_zip_directory(style);
  if (!entries) return style;
  std::vector<ZipFile> files;
  bool has_room = false;
  for (const auto& entry : *entries) {
    auto file = unpack(style, entry, unpacked_bytes_max);
    if (!file) return style;
    auto bytes = *std::move(file);
    if (is_part(entry.name, "header") && bytes.find(line_place) != std::string::npos) {
      has_room = true;
      bytes = replaced(bytes, std::string(line_place), escape_html(head.line));
      bytes = replaced(bytes, std::string(page_place), escape_html(head.page_word));
    }
    files.push_back({entry.name, std::move(bytes)});
  }
  return has_room ? write_zip(files) : style;
}

std::string property_of(const PageHead& head) {
  return head.line + " " + head.page_word;
}

bool is_page_head(std::string_view words, std::string_view properties) {
  XmlReader reader(properties);
  bool is_ours = false;
  while (const auto piece = reader.next()) {
    const bool is_property = piece->kind == XmlPieceKind::opening && piece->name == "property";
    if (is_property) is_ours = attribute(*piece, "name") == page_head_property;
    const bool is_value = is_ours && piece->kind == XmlPieceKind::text;
    if (is_value && bare(characters(*piece)) == bare(words)) return true;
  }
  return false;
}

}  // namespace handbok::word
