#include "word/office_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "word/xml_pieces.hpp"
#include "word/xml_text.hpp"

namespace handbok::word {
namespace {

constexpr std::string_view separator = "|";
constexpr int depth_max = 2;  // a table in a letter in an archive

constexpr std::string_view xml_endings = ".xml .rels .vml .svg .html .htm .xhtml .rdf";
constexpr std::string_view text_endings = ".txt .csv .md .json .toml .log";
constexpr std::string_view archive_endings =
    ".docx .docm .dotx .xlsx .xlsm .xltx .pptx .odt .ods .odp .zip";

OfficeTextFault fault_of(ZipFault fault) {
  switch (fault) {
    case ZipFault::damaged: return OfficeTextFault::damaged;
    case ZipFault::locked: return OfficeTextFault::locked;
    case ZipFault::too_large: return OfficeTextFault::too_large;
  }
  return OfficeTextFault::damaged;
}

/// Reads an archive and those within it, on one budget of bytes.
class ArchiveReader {
public:
  OfficeText read(std::string_view bytes) {
    read_archive(bytes, 0);
    return std::move(result_);
  }

private:
  /// The first fault is the one that is reported.
  void fail(OfficeTextFault fault) {
    if (!result_.fault) result_.fault = fault;
  }

  void add(std::string_view words) { result_.text.append(words).append(separator); }

  void read_archive(std::string_view bytes, int depth) {
    const auto entries = read_zip_directory(bytes);
    if (!entries) {
      fail(OfficeTextFault::damaged);
      return;
    }
    for (const auto& entry : *entries) {
      add(plain_text(entry.name));
      read_entry(bytes, entry, depth);
    }
  }

  void read_entry(std::string_view bytes, const ZipEntry& entry, int depth) {
    const auto name = to_lower(entry.name);
    const auto ending = name.substr(std::min(name.rfind('.'), name.size()));
    const bool is_xml = is_among(xml_endings, ending);
    const bool is_archive = is_among(archive_endings, ending);
    if (!is_xml && !is_archive && !is_among(text_endings, ending)) return;
    const auto part = unpack(bytes, entry, office_unpacked_bytes_max - unpacked_bytes_);
    if (!part) {
      fail(fault_of(part.error()));
      return;
    }
    unpacked_bytes_ += part->size();
    if (is_archive) {
      read_embedded(*part, depth);
    } else {
      read_part(name, *part, is_xml);
    }
  }

  void read_embedded(const std::string& part, int depth) {
    if (depth < depth_max) {
      read_archive(part, depth + 1);
    } else {
      fail(OfficeTextFault::too_large);
    }
  }

  void read_part(const std::string& name, const std::string& part, bool is_xml) {
    const auto text = plain_text(part);
    if (text.empty() && !part.empty()) fail(OfficeTextFault::damaged);
    // An OpenDocument file with a password is an archive whose parts are gibberish; this one says
    // so.
    const bool is_locked =
        name == "meta-inf/manifest.xml" && text.find("encryption-data") != std::string::npos;
    if (is_locked) result_.fault = OfficeTextFault::locked;
    add(is_xml ? xml_text(text) : text);
  }

  OfficeText result_;
  std::size_t unpacked_bytes_ = 0;
};

}  // namespace

OfficeText office_text(std::string_view bytes) {
  return ArchiveReader().read(bytes);
}

}  // namespace handbok::word
