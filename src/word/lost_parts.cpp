#include "word/lost_parts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "word/office_file.hpp"
#include "word/tree.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

using Ids = std::set<std::string, std::less<>>;
using Names = std::vector<std::string_view>;

/// Parts of a Word document that hold text.
constexpr auto text_parts = std::to_array<std::string_view>({"document", "footnotes", "endnotes"});

/// The ids under which a part speaks of pictures that lie outside of the document.
Ids outside_images(std::string_view relationships) {
  Ids ids;
  XmlReader reader(relationships);
  while (const auto piece = reader.next()) {
    const bool is_image = piece->kind == XmlPieceKind::opening && piece->name == "Relationship" &&
                          attribute(*piece, "Type").ends_with("/image");
    if (is_image && attribute(*piece, "TargetMode") == "External") {
      ids.insert(attribute(*piece, "Id"));
    }
  }
  return ids;
}

/// Counts how many elements of the given names are open.
class NestingCounter {
public:
  explicit NestingCounter(Names names) : names_(std::move(names)) {}

  /// True if the piece begins or ends the outermost of them.
  bool follow(const XmlPiece& piece) {
    if (piece.is_empty) return false;
    if (std::ranges::find(names_, piece.name) == names_.end()) return false;
    if (piece.kind == XmlPieceKind::opening) return depth_++ == 0;
    return depth_ > 0 && --depth_ == 0;
  }

  explicit operator bool() const { return depth_ > 0; }

private:
  Names names_;
  int depth_ = 0;
};

/// Goes through the XML of one part.
class Finder {
public:
  Finder(const Ids& outside, MarkedText marked, std::vector<LostPart>& found)
      : outside_(outside),
        found_(found),
        taken_away_(marked == MarkedText::accepted ? Names{"del", "moveFrom", "Fallback"}
                                                   : Names{"ins", "moveTo", "Fallback"}) {}

  void read(std::string_view xml) {
    XmlReader reader(xml);
    while (const auto piece = reader.next()) {
      // What stands in "Fallback" is the same once more, for old programs.
      if (!taken_away_.follow(*piece) && !taken_away_) take(*piece);
    }
  }

private:
  void take(const XmlPiece& piece) {
    if (words_.follow(piece)) return;
    if (piece.kind == XmlPieceKind::text || piece.kind == XmlPieceKind::verbatim) {
      if (words_) add_words(characters(piece));
    } else if (box_.follow(piece)) {
      end_or_begin_box(piece.kind);
    } else if (object_.follow(piece)) {
      end_or_begin_object(piece.kind);
    } else if (piece.kind == XmlPieceKind::opening) {
      look_at(piece);
    }
  }

  void add_words(const std::string& words) { (box_ ? box_words_ : paragraph_) += words; }

  void end_or_begin_box(XmlPieceKind kind) {
    if (kind == XmlPieceKind::opening) {
      box_words_.clear();
      has_picture_in_box_ = false;
      return;
    }
    const auto words = trim(box_words_);
    if (!words.empty()) {
      found_.push_back({LostKind::text_box, excerpt(words)});
    } else if (has_picture_in_box_) {
      report(LostKind::text_box);
    }
  }

  void end_or_begin_object(XmlPieceKind kind) {
    if (kind == XmlPieceKind::closing) return report(LostKind::object);
    alternative_.clear();
  }

  void look_at(const XmlPiece& tag) {
    if (tag.name == "p") return begin_paragraph();
    if (tag.name == "drawing" || tag.name == "pict") return alternative_.clear();
    if (tag.name == "docPr") return take_alternative(tag, {"descr", "title"});
    if (tag.name == "shape") return take_alternative(tag, {"alt"});
    if (tag.name == "blip") return look_at_picture(tag, "embed", "link");
    if (tag.name == "imagedata") return look_at_picture(tag, "id", "href");
    if (box_ || object_) return;
    if (tag.name == "chart") return report(LostKind::chart);
    if (tag.name == "relIds") return report(LostKind::drawing);
    if (tag.name == "altChunk" || tag.name == "subDoc") return report(LostKind::object);
    if (tag.name == "textpath")
      found_.push_back({LostKind::text_box, excerpt(attribute(tag, "string"))});
  }

  void begin_paragraph() {
    if (box_) {
      box_words_ += ' ';
      return;
    }
    alternative_.clear();
    if (!trim(paragraph_).empty()) before_ = std::exchange(paragraph_, {});
  }

  void take_alternative(const XmlPiece& tag, const Names& names) {
    for (const auto name : names) {
      if (trim(alternative_).empty()) alternative_ = attribute(tag, name);
    }
  }

  /// A picture may lie in the document and be linked too; then nothing is lost.
  void look_at_picture(const XmlPiece& tag, std::string_view own, std::string_view link) {
    if (object_) return;
    has_picture_in_box_ = true;
    const auto id = attribute(tag, own);
    const bool is_linked = id.empty() ? !attribute(tag, link).empty() : outside_.contains(id);
    if (is_linked && !box_) report(LostKind::linked_image);
  }

  void report(LostKind kind) {
    const auto near = trim(paragraph_).empty() ? before_ : paragraph_;
    const auto words = trim(alternative_).empty() ? near : alternative_;
    found_.push_back({kind, excerpt(trim(words))});
  }

  const Ids& outside_;
  std::vector<LostPart>& found_;
  NestingCounter taken_away_;
  NestingCounter words_{Names{"t"}};
  NestingCounter box_{Names{"txbxContent"}};
  NestingCounter object_{Names{"object"}};
  std::string before_;       ///< the words of the last paragraph that had any
  std::string paragraph_;    ///< the words of this one so far
  std::string alternative_;  ///< what the drawing says for those who do not see it
  std::string box_words_;
  bool has_picture_in_box_ = false;
};

std::string unpacked(std::string_view bytes, const ZipEntry& entry) {
  auto text = unpack(bytes, entry, unpacked_bytes_max);
  const bool is_text = text && first_invalid_utf8(*text) == std::string_view::npos;
  return is_text ? *std::move(text) : std::string();
}

Ids outside_images_of(const ZipEntry& part, std::string_view bytes,
                      const std::vector<ZipEntry>& entries) {
  const auto name = std::string_view(part.name).substr(part.name.rfind('/') + 1);
  const auto wanted = std::string("word/_rels/").append(name).append(".rels");
  const auto found = std::ranges::find(entries, wanted, &ZipEntry::name);
  return found == entries.end() ? Ids() : outside_images(unpacked(bytes, *found));
}

}  // namespace

std::vector<LostPart> find_lost_parts(std::string_view bytes, MarkedText marked) {
  std::vector<LostPart> found;
  const auto entries = read_zip_directory(bytes);
  if (!entries) return found;
  for (const auto name : text_parts) {
    for (const auto& entry : *entries) {
      if (!is_part(entry.name, name)) continue;
      const auto outside = outside_images_of(entry, bytes, *entries);
      Finder(outside, marked, found).read(unpacked(bytes, entry));
    }
  }
  return found;
}

}  // namespace handbok::word
