#include "word/prepare_document.hpp"

#include <algorithm>
#include <array>
#include <map>
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

constexpr auto none = std::string_view::npos;

/// A sign of a symbol font: the low byte of its place in the private use area.
struct Sign {
  std::string_view font;
  unsigned place;
  std::string_view sign;
};
constexpr auto signs = std::to_array<Sign>({
    {"Wingdings", 0x28, "☎"},   {"Wingdings", 0x2A, "✉"},   {"Wingdings", 0x4A, "☺"},
    {"Wingdings", 0x4C, "☹"},   {"Wingdings", 0x6C, "●"},   {"Wingdings", 0x6E, "■"},
    {"Wingdings", 0x6F, "☐"},   {"Wingdings", 0x71, "☐"},   {"Wingdings", 0x76, "❖"},
    {"Wingdings", 0x9F, "•"},   {"Wingdings", 0xA7, "▪"},   {"Wingdings", 0xA8, "☐"},
    {"Wingdings", 0xD8, "➢"},   {"Wingdings", 0xDF, "←"},   {"Wingdings", 0xE0, "→"},
    {"Wingdings", 0xE1, "↑"},   {"Wingdings", 0xE2, "↓"},   {"Wingdings", 0xE7, "←"},
    {"Wingdings", 0xE8, "→"},   {"Wingdings", 0xE9, "↑"},   {"Wingdings", 0xEA, "↓"},
    {"Wingdings", 0xEF, "⇦"},   {"Wingdings", 0xF0, "⇨"},   {"Wingdings", 0xFB, "✗"},
    {"Wingdings", 0xFC, "✓"},   {"Wingdings", 0xFD, "☒"},   {"Wingdings", 0xFE, "☑"},
    {"Wingdings 2", 0x4F, "✗"}, {"Wingdings 2", 0x50, "✓"}, {"Wingdings 2", 0x51, "☒"},
    {"Wingdings 2", 0x52, "☑"}, {"Wingdings 2", 0xA3, "☐"}, {"Wingdings 3", 0x67, "→"},
    {"Symbol", 0x44, "Δ"},      {"Symbol", 0x57, "Ω"},      {"Symbol", 0x61, "α"},
    {"Symbol", 0x62, "β"},      {"Symbol", 0x67, "γ"},      {"Symbol", 0x6D, "µ"},
    {"Symbol", 0xA3, "≤"},      {"Symbol", 0xA5, "∞"},      {"Symbol", 0xAC, "←"},
    {"Symbol", 0xAD, "↑"},      {"Symbol", 0xAE, "→"},      {"Symbol", 0xAF, "↓"},
    {"Symbol", 0xB0, "°"},      {"Symbol", 0xB1, "±"},      {"Symbol", 0xB3, "≥"},
    {"Symbol", 0xB4, "×"},      {"Symbol", 0xB7, "•"},      {"Symbol", 0xB8, "÷"},
    {"Symbol", 0xB9, "≠"},      {"Symbol", 0xBB, "≈"},      {"Symbol", 0xD6, "√"},
    {"Symbol", 0xDE, "⇒"},
});

bool is_symbol_font(std::string_view font) {
  return font.starts_with("Wingdings") || font.starts_with("Webdings");
}

/// Empty if the sign is not known.
std::string_view sign_of(std::string_view font, char32_t value) {
  const auto place = value & 0xFFU;
  const auto* const found = std::ranges::find_if(
      signs, [&](const Sign& one) { return one.font == font && one.place == place; });
  return found == signs.end() ? std::string_view() : found->sign;
}

/// What other parts of the document say of its paragraphs.
struct Facts {
  std::set<std::string, std::less<>> headings;  ///< styles
  std::map<std::string, std::string, std::less<>>
      first_of;  ///< lists that another one goes on with
};

bool is_on(const XmlPiece& tag) {
  const auto value = attribute(tag, "val");
  return value != "0" && value != "false" && value != "off";
}

void read_styles(std::string_view xml, Facts& facts) {
  XmlReader reader(xml);
  std::string style;
  while (const auto piece = reader.next()) {
    if (piece->kind != XmlPieceKind::opening) continue;
    if (piece->name == "style") style = attribute(*piece, "styleId");
    const bool is_heading =
        piece->name == "name" && to_lower(attribute(*piece, "val")).starts_with("heading ");
    if (is_heading) facts.headings.insert(style);
  }
}

/// Numbered lists of one abstract list go on counting in Word unless they say where they start.
class NumberingReader {
public:
  explicit NumberingReader(Facts& facts) : facts_(facts) {}

  void read(std::string_view xml) {
    XmlReader reader(xml);
    while (const auto piece = reader.next()) {
      if (piece->kind == XmlPieceKind::opening) open(*piece);
      if (piece->kind == XmlPieceKind::closing && piece->name == "num") close_list();
    }
  }

private:
  void open(const XmlPiece& tag) {
    if (tag.name == "abstractNum") abstract_ = attribute(tag, "abstractNumId");
    if (tag.name == "lvl") is_first_level_ = attribute(tag, "ilvl") == "0";
    if (tag.name == "numFmt" && is_first_level_) note_form(attribute(tag, "val"));
    if (tag.name == "num") number_ = attribute(tag, "numId");
    if (tag.name == "abstractNumId") abstract_ = attribute(tag, "val");
    if (tag.name == "lvlOverride") starts_anew_ = true;
  }

  void note_form(const std::string& form) {
    if (form != "bullet" && form != "none") numbered_.insert(abstract_);
  }

  void close_list() {
    const bool goes_on = !starts_anew_ && numbered_.contains(abstract_);
    if (goes_on) facts_.first_of[number_] = first_.try_emplace(abstract_, number_).first->second;
    starts_anew_ = false;
  }

  Facts& facts_;
  std::set<std::string> numbered_;            ///< abstract lists
  std::map<std::string, std::string> first_;  ///< list of each abstract one
  std::string abstract_;
  std::string number_;
  bool is_first_level_ = false;
  bool starts_anew_ = false;
};

/// Copies the XML of a part and changes what is told above.
class Rewriter {
public:
  Rewriter(const Facts& facts, MarkedText marked, std::vector<LostPart>& lost)
      : facts_(facts),
        taken_away_(marked == MarkedText::accepted ? "del" : "ins"),
        lost_(lost) {}

  std::string rewrite(std::string_view xml) {
    XmlReader reader(xml);
    while (const auto piece = reader.next()) {
      if (piece->kind == XmlPieceKind::opening) {
        open(*piece);
      } else if (piece->kind == XmlPieceKind::closing) {
        close(*piece);
      } else {
        copy_text(*piece);
      }
    }
    return std::move(text_);
  }

private:
  /// An element that may have to go when it is known what it holds.
  struct Open {
    std::string_view name;
    std::size_t start = 0;
    bool is_unwanted = false;
  };

  static bool may_go(std::string_view name) {
    return name == "r" || name == "p" || name == "tr" || name == "sdt";
  }

  Open* innermost(std::string_view name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Open& one) { return one.name == name; });
    return found == open_.rend() ? nullptr : &*found;
  }

  void mark_unwanted(std::string_view name) {
    if (auto* const found = innermost(name)) found->is_unwanted = true;
  }

  void open(const XmlPiece& tag) {
    if (tag.name == "fldSimple") return;
    if (tag.name == "sym") return write_sign(tag);
    if (tag.name == "dstrike") {
      text_ += replaced(tag.written, "dstrike", "strike");
      return;
    }
    if (tag.name == "numId") return write_list(tag);
    if (tag.name == "numPr") number_start_ = text_.size();
    if (!tag.is_empty && may_go(tag.name)) open_.push_back({tag.name, text_.size(), false});
    look_at(tag);
    text_ += tag.written;
  }

  void look_at(const XmlPiece& tag) {
    const auto value = attribute(tag, "val");
    if (tag.name == "r") {
      font_.clear();
      is_hidden_ = false;
    } else if (tag.name == "rFonts") {
      font_ = attribute(tag, "ascii");
    } else if (tag.name == "vanish" && is_on(tag) && innermost("r") != nullptr) {
      is_hidden_ = true;
      mark_unwanted("r");
    } else if (tag.name == "trPr") {
      is_in_row_ = !tag.is_empty;
    } else if (tag.name == taken_away_ && is_in_row_) {
      mark_unwanted("tr");
    } else if (tag.name == "docPartGallery" && value == "Table of Contents") {
      mark_unwanted("sdt");
    } else if (tag.name == "pStyle") {
      is_heading_ = facts_.headings.contains(value);
      if (value.starts_with("TOC") || value.starts_with("Innehll")) mark_unwanted("p");
    } else if (tag.name == "p") {
      is_heading_ = false;
    }
  }

  void close(const XmlPiece& tag) {
    if (tag.name == "fldSimple") return;
    text_ += tag.written;
    if (tag.name == "trPr") is_in_row_ = false;
    // A heading's place in the order is told by its level.
    if (tag.name == "numPr" && is_heading_) text_.resize(number_start_);
    if (open_.empty() || open_.back().name != tag.name) return;
    const auto closed = open_.back();
    open_.pop_back();
    if (closed.is_unwanted) text_.resize(closed.start);
    if (tag.name == "r") is_hidden_ = false;
    if (tag.name == "p" && !hidden_.empty()) {
      lost_.push_back({LostKind::hidden_text, excerpt(trim(std::exchange(hidden_, {})))});
    }
  }

  void copy_text(const XmlPiece& piece) {
    if (is_hidden_) hidden_ += characters(piece);
    const bool is_symbols = is_symbol_font(font_) && innermost("r") != nullptr;
    text_ += is_symbols ? in_signs(characters(piece)) : std::string(piece.written);
  }

  std::string in_signs(const std::string& words) {
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
      const auto point = code_point_at(words, at);
      const auto sign = sign_of(font_, point.value);
      if (sign.empty() && point.value > ' ') report_sign();
      text += point.value <= ' ' ? " " : sign;
      at += std::max<std::size_t>(point.size, 1);
    }
    return text;
  }

  void report_sign() { lost_.push_back({LostKind::symbol, font_}); }

  void write_sign(const XmlPiece& tag) {
    font_ = attribute(tag, "font");
    const auto code = attribute(tag, "char");
    const auto value = static_cast<char32_t>(std::strtoul(code.c_str(), nullptr, 16));
    const auto sign = sign_of(font_, value);
    if (sign.empty()) return report_sign();
    const auto prefix = std::string(tag.written.substr(1, tag.written.find("sym") - 1));
    text_.append("<").append(prefix).append("t>").append(sign);
    text_.append("</").append(prefix).append("t>");
  }

  void write_list(const XmlPiece& tag) {
    const auto number = attribute(tag, "val");
    const auto first = facts_.first_of.find(number);
    const bool goes_on = first != facts_.first_of.end() && first->second != number;
    const auto quoted = [](const std::string& value) { return "\"" + value + "\""; };
    text_ += goes_on ? replaced(tag.written, quoted(number), quoted(first->second))
                     : std::string(tag.written);
  }

  const Facts& facts_;
  std::string_view taken_away_;
  std::vector<LostPart>& lost_;
  std::string text_;
  std::vector<Open> open_;
  std::string font_;    ///< of the run
  std::string hidden_;  ///< words of the paragraph that nobody sees
  std::size_t number_start_ = 0;
  bool is_hidden_ = false;
  bool is_heading_ = false;
  bool is_in_row_ = false;
};

/// The words that stand at the edge of each page.
std::string words_of(std::string_view xml) {
  std::string words;
  XmlReader reader(xml);
  bool is_text = false;
  while (const auto piece = reader.next()) {
    if (piece->name == "t") is_text = piece->kind == XmlPieceKind::opening && !piece->is_empty;
    if (piece->name == "p") words += ' ';
    if (is_text && piece->kind == XmlPieceKind::text) words += characters(*piece);
  }
  return std::string(trim(words));
}

bool is_text_part(std::string_view name) {
  return is_part(name, "document") || is_part(name, "footnotes") || is_part(name, "endnotes");
}

/// Unpacks the files and looks at what they say of the text; none if one cannot be unpacked.
std::vector<ZipFile> unpack_all(std::string_view bytes, const std::vector<ZipEntry>& entries,
                                Facts& facts, PreparedDocument& prepared) {
  constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  std::vector<ZipFile> files;
  for (const auto& entry : entries) {
    auto file = unpack(bytes, entry, unpacked_bytes_max);
    if (!file) return {};
    if (is_part(entry.name, "document")) prepared.is_strict = file->find(strict) != none;
    if (entry.name == "word/styles.xml") read_styles(*file, facts);
    if (entry.name == "word/numbering.xml") NumberingReader(facts).read(*file);
    const bool is_edge = is_part(entry.name, "header") || is_part(entry.name, "footer");
    const auto words = is_edge ? words_of(*file) : std::string();
    if (!words.empty()) prepared.lost.push_back({LostKind::page_edge, excerpt(words)});
    files.push_back({entry.name, *std::move(file)});
  }
  return files;
}

}  // namespace

PreparedDocument prepare_document(std::string_view bytes, MarkedText marked) {
  PreparedDocument prepared{std::string(bytes), false, {}};
  const auto entries = read_zip_directory(bytes);
  if (!entries) return prepared;
  Facts facts;
  auto files = unpack_all(bytes, *entries, facts, prepared);
  bool is_changed = false;
  for (auto& file : files) {
    if (!is_text_part(file.name) || first_invalid_utf8(file.bytes) != none) continue;
    auto text = Rewriter(facts, marked, prepared.lost).rewrite(file.bytes);
    is_changed |= text != file.bytes;
    file.bytes = std::move(text);
  }
  if (is_changed) prepared.bytes = write_zip(files);
  return prepared;
}

}  // namespace handbok::word
