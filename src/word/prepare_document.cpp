#include "word/prepare_document.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "word/fields.hpp"
#include "word/list_labels.hpp"
#include "word/office_file.hpp"
#include "word/tree.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

constexpr auto none = std::string_view::npos;

/// What other parts of the document say of its paragraphs.
struct Facts {
  Styles styles;
  ListLabels labels;
  bool has_outline = false;  ///< a paragraph is a heading by its level only
  int taken_cells = 0;
};

int number_in(const XmlPiece& tag) {
  return static_cast<int>(std::strtol(attribute(tag, "val").c_str(), nullptr, 10));
}

/// Copies the XML of a part and changes what is told above.
class Rewriter {
public:
  Rewriter(Facts& facts, MarkedText marked, std::vector<LostPart>& lost)
      : facts_(facts),
        labels_(facts.labels),
        taken_away_(marked == MarkedText::accepted ? "del" : "ins"),
        taken_cell_(marked == MarkedText::accepted ? "cellDel" : "cellIns"),
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
    if (!headings_.empty()) lost_.push_back({LostKind::heading_numbers, join(headings_, ", ")});
    return std::move(text_);
  }

private:
  /// An element that may have to go when it is known what it holds.
  struct Open {
    std::string_view name;
    std::size_t start = 0;
    bool is_unwanted = false;
  };

  static bool may_go(std::string_view name) { return is_among("r p tr tc sdt Fallback", name); }

  Open* innermost(std::string_view name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Open& one) { return one.name == name; });
    return found == open_.rend() ? nullptr : &*found;
  }

  void mark_unwanted(std::string_view name) {
    if (auto* const found = innermost(name)) found->is_unwanted = true;
  }

  /// Around text that pandoc passes over with them.
  static bool is_wrapping(std::string_view name) {
    return is_among("fldSimple customXml smartTag AlternateContent Choice dir bdo", name);
  }

  void open(const XmlPiece& tag) {
    if (is_wrapping(tag.name)) return;
    if (tag.name == "sym") return write_sign(tag);
    if (tag.name == "dstrike") {
      text_ += replaced(tag.written, "dstrike", "strike");
      return;
    }
    if (tag.is_empty && (tag.name == "cr" || tag.name == "ptab")) {  // which pandoc passes over
      line_ += tag.name == "cr" ? ' ' : '\t';
      text_.append("<").append(prefix_of(tag)).append(tag.name == "cr" ? "br/>" : "tab/>");
      return;
    }
    if (tag.name == "numPr") number_start_ = text_.size();
    if (tag.name == "instrText") is_instruction_ = !tag.is_empty;
    if (tag.name == "tc") cells_ += tag.is_empty ? 0 : 1;
    if (tag.name == "tab" && innermost("r") != nullptr) line_ += '\t';
    if (!tag.is_empty && may_go(tag.name)) open_.push_back({tag.name, text_.size(), false});
    look_at(tag);
    text_ += tag.written;
  }

  void look_at(const XmlPiece& tag) {
    const auto value = attribute(tag, "val");
    fields_.open(tag);
    if (!is_in_old_look_) take_property(tag, facts_.styles, style_);
    if (fields_.is_inside_instruction()) mark_unwanted("r");
    if (tag.name == "r") {
      font_.clear();
      run_.clear();
      shift_start_ = none;
      is_hidden_ = style_.is_hidden || is_row_hidden_;
      if (is_hidden_) mark_unwanted("r");
    } else if (tag.name == "position" && innermost("r") != nullptr) {
      shift_start_ = text_.size();
      is_lowered_ = number_in(tag) < 0;
    } else if (tag.name == "gridBefore") {
      cells_before_ = number_in(tag);
    } else if (tag.name == "rFonts") {
      font_ = attribute(tag, "ascii");
    } else if (hides(tag, value) && innermost("r") != nullptr) {
      is_hidden_ = true;
      mark_unwanted("r");
    } else if (tag.name == "trPr") {
      is_in_row_ = !tag.is_empty;
    } else if (tag.name == taken_away_ && is_in_row_) {
      mark_unwanted("tr");
    } else if (tag.name == taken_cell_) {
      mark_unwanted("tc");
      ++facts_.taken_cells;
    } else if (tag.name == "hidden" && is_in_row_ && is_on(tag)) {
      is_row_hidden_ = true;
      mark_unwanted("tr");
    } else if (tag.name == "docPartGallery" && value == "Table of Contents") {
      mark_unwanted("sdt");
    } else if (tag.name == "pStyle" && is_contents_style(value)) {
      mark_unwanted("p");
    } else if (tag.name == "pPrChange") {
      is_in_old_look_ = !tag.is_empty;
    } else if (tag.name == "p") {
      begin_paragraph();
    } else if (tag.name == "Fallback") {
      mark_unwanted("Fallback");
    }
  }

  bool hides(const XmlPiece& tag, std::string_view value) const {
    return (tag.name == "vanish" && is_on(tag)) ||
           (tag.name == "rStyle" && style_called(value, facts_.styles).is_hidden);
  }

  void begin_paragraph() {
    style_ = {};
    is_in_old_look_ = false;
    line_.clear();
    number_.clear();
  }

  /// Pandoc reads a tab as a blank. One line with a tab may be a label; two are set in columns.
  void end_line() {
    const auto line = trim(line_);
    if (line.empty()) return;
    tabbed_lines_ = line.find('\t') == none ? 0 : tabbed_lines_ + 1;
    if (tabbed_lines_ == 1) first_tabbed_ = replaced(line, "\t", " ");
    if (tabbed_lines_ == 2) lost_.push_back({LostKind::tabs, excerpt(first_tabbed_)});
  }

  /// "w:", of the names in the part.
  static std::string prefix_of(const XmlPiece& tag) {
    const std::size_t mark = tag.kind == XmlPieceKind::closing ? 2 : 1;
    const auto colon = tag.written.find(':');
    return std::string(colon == none ? "" : tag.written.substr(mark, colon + 1 - mark));
  }

  /// Writes words in a run of their own. `like` is a tag, which tells the prefix.
  void write_words(const XmlPiece& like, std::string_view words) {
    const auto prefix = prefix_of(like);
    text_.append("<").append(prefix).append("r><").append(prefix).append(
        "t xml:space=\"preserve\">");
    text_ += replaced(replaced(words, "&", "&amp;"), "<", "&lt;");
    text_.append("</").append(prefix).append("t></").append(prefix).append("r>");
  }

  /// Names the list of the paragraph in its properties, which `end` closes, and writes its label.
  void write_list(const XmlPiece& end) {
    // A heading's place in the order is told by its level. Its number is in no text, because it is
    // the heading itself that a type asks for.
    if (!style_.is_heading && cells_ == 0 && style_.is_outlined()) {
      write_property(end, "pStyle", "HandbokHeading" + std::to_string(style_.outline + 1));
      style_.is_heading = facts_.has_outline = true;
    }
    const bool is_item = !style_.is_heading && !style_.list.empty();
    const auto item = is_item ? labels_.next(style_.list, style_.level) : ListItem();
    if (style_.is_heading) heading_ = labels_.next_label(style_.list, style_.level);
    if (!heading_.empty()) heading_ += ' ';
    if (is_item) {
      const auto prefix = prefix_of(end);
      text_.append("<").append(prefix).append("numPr>");
      write_property(end, "ilvl", std::to_string(style_.level));
      write_property(end, "numId", item.list);
      text_.append("</").append(prefix).append("numPr>");
    }
    text_ += end.written;
    if (!item.label.empty()) write_words(end, item.label + " ");
    number_ = item.label.empty() ? item.number : std::string();
    text_start_ = text_.size();
  }

  void write_property(const XmlPiece& like, std::string_view name, std::string_view value) {
    const auto prefix = prefix_of(like);
    text_.append("<").append(prefix).append(name).append(" ").append(prefix).append("val=\"");
    text_.append(value).append("\"/>");
  }

  /// Pandoc passes over an item without words, but a cell with nothing than its number is how
  /// rows are counted.
  void keep_number(const XmlPiece& end, std::size_t start) {
    if (cells_ == 0 || number_.empty() || !trim(line_).empty()) return;
    const auto content = std::string_view(text_).substr(text_start_);
    for (const auto* const other : {"drawing", "pict", "object", "Reference", "oMath"}) {
      if (content.find(other) != none) return;
    }
    text_.resize(text_.find('>', start) + 1);
    write_words(end, number_);
  }

  /// The cells that a row leaves free at its beginning.
  void write_cells_before(const XmlPiece& end) {
    const auto prefix = prefix_of(end);
    for (; cells_before_ > 0; --cells_before_) {
      text_.append("<").append(prefix).append("tc><").append(prefix).append("p/></");
      text_.append(prefix).append("tc>");
    }
  }

  /// Digits that were moved up or down by hand are read as raised or lowered.
  void shift_run(const XmlPiece& end) {
    const bool is_number = !run_.empty() && run_.find_first_not_of("+-−0123456789") == none;
    if (shift_start_ == none || !is_number) return;
    const auto prefix = prefix_of(end);
    text_.insert(shift_start_, "<" + prefix + "vertAlign " + prefix + "val=\"" +
                                   (is_lowered_ ? "subscript" : "superscript") + "\"/>");
  }

  /// What a field that ended in the run shows without words of its own.
  void write_field(const XmlPiece& end, bool is_seen) {
    const auto shown = fields_.take_shown();
    if (is_seen && !shown.empty()) write_words(end, shown);
    if (const auto lost = fields_.take_lost(); !lost.empty())
      lost_.push_back({LostKind::words, excerpt(lost)});
  }

  void close(const XmlPiece& tag) {
    if (is_wrapping(tag.name)) return;
    if (tag.name == "pPr" && !is_in_old_look_) return write_list(tag);
    if (tag.name == "r") shift_run(tag);
    if (tag.name == "p" && !open_.empty()) keep_number(tag, open_.back().start);
    text_ += tag.written;
    if (tag.name == "trPr") write_cells_before(tag);
    if (tag.name == "tc") --cells_;
    if (tag.name == "instrText") is_instruction_ = false;
    if (tag.name == "trPr") is_in_row_ = false;
    if (tag.name == "numPr" && !is_in_old_look_) text_.resize(number_start_);
    if (tag.name == "pPrChange") is_in_old_look_ = false;
    if (open_.empty() || open_.back().name != tag.name) return;
    const auto closed = open_.back();
    open_.pop_back();
    if (closed.is_unwanted) text_.resize(closed.start);
    if (tag.name == "r") {
      is_hidden_ = false;
      write_field(tag, !closed.is_unwanted);
    }
    if (tag.name == "tr" && std::exchange(is_row_hidden_, false)) tell_hidden();
    if (tag.name != "p") return;
    if (!closed.is_unwanted && std::ranges::none_of(open_, &Open::is_unwanted)) end_line();
    if (!heading_.empty()) headings_.push_back(std::exchange(heading_, {}));
    if (!is_row_hidden_) return tell_hidden();
    hidden_ += ' ';
  }

  void tell_hidden() {
    const auto words = std::exchange(hidden_, {});
    if (!trim(words).empty()) lost_.push_back({LostKind::hidden_text, excerpt(trim(words))});
  }

  void copy_text(const XmlPiece& piece) {
    // Pandoc would take a paragraph that counts "Table" for the title of some table before it.
    if (is_instruction_) {
      fields_.instruct(characters(piece));
      const bool leads_nowhere = trim(piece.written).starts_with("HYPERLINK \\l");
      text_ += leads_nowhere ? replaced(piece.written, "HYPERLINK", "REF")
                             : replaced(piece.written, "Table", "Tabell");
      return;
    }
    const bool is_in_run = innermost("r") != nullptr;
    if (is_in_run) {
      run_ += characters(piece);
      if (!trim(piece.written).empty()) fields_.see_words();
      if (fields_.is_inside_contents()) return;
    }
    if (is_hidden_) hidden_ += characters(piece);
    if (!is_hidden_ && is_in_run) line_ += characters(piece);
    if (!heading_.empty()) heading_ += characters(piece);
    const bool is_symbols = is_symbol_font(font_) && is_in_run;
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

  Facts& facts_;
  ListLabels& labels_;
  std::string_view taken_away_;
  std::string_view taken_cell_;
  std::vector<LostPart>& lost_;
  std::string text_;
  std::vector<Open> open_;
  std::string font_;    ///< of the run
  std::string hidden_;  ///< words of the paragraph that nobody sees
  std::size_t number_start_ = 0;
  bool is_hidden_ = false;
  bool is_in_row_ = false;
  bool is_row_hidden_ = false;
  bool is_instruction_ = false;  ///< in what a field is computed from
  bool is_in_old_look_ = false;  ///< in what a paragraph looked like before a tracked change
  Style style_;                  ///< of the paragraph
  std::string heading_;          ///< its number and words, if Word counts it
  std::vector<std::string> headings_;
  std::string line_;  ///< the words of the paragraph so far, with its tabs
  std::string first_tabbed_;
  int tabbed_lines_ = 0;  ///< after each other, up to here
  Fields fields_;
  std::string run_;                 ///< the words of the run
  std::size_t shift_start_ = none;  ///< where it says how far it was moved up or down
  bool is_lowered_ = false;
  std::string number_;          ///< what Markdown's list shows before the paragraph
  std::size_t text_start_ = 0;  ///< where its properties have ended
  int cells_ = 0;               ///< around it
  int cells_before_ = 0;        ///< that the row leaves free
};

constexpr std::string_view numbering = "word/numbering.xml";
constexpr std::string_view style_part = "word/styles.xml";

/// The styles with one for each level of headings more: pandoc knows a heading by its style's name.
std::string with_headings(std::string_view styles) {
  constexpr auto* const one = R"(<w:style w:type="paragraph" w:styleId="HandbokHeading#">)"
                              R"(<w:name w:val="heading #"/></w:style>)";
  std::string added;
  for (int level = 1; level <= 9; ++level)
    added += replaced(one, "#", std::to_string(level));
  return replaced(styles, "</w:styles>", added + "</w:styles>");
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
    if (entry.name == style_part) facts.styles = read_styles(*file);
    if (entry.name == numbering) facts.labels.read(*file);
    files.push_back({entry.name, *std::move(file)});
  }
  return files;
}

}  // namespace

Styles read_styles(std::string_view xml) {
  Styles styles;
  XmlReader reader(xml);
  Style* style = nullptr;
  bool is_title = false;  // of the document, in whatever outline
  while (const auto piece = reader.next()) {
    if (piece->kind != XmlPieceKind::opening) continue;
    if (piece->name == "style") style = &styles[attribute(*piece, "styleId")];
    if (style == nullptr) continue;
    const auto value = attribute(*piece, "val");
    if (piece->name == "basedOn") {  // comes after the name
      const auto based = styles.find(value);
      const bool is_heading = style->is_heading;
      if (based != styles.end()) *style = based->second;
      style->is_heading |= is_heading;
    }
    if (piece->name == "name") {
      style->is_heading |= to_lower(value).starts_with("heading ");
      is_title = to_lower(value).ends_with("title");
    }
    if (piece->name == "vanish") style->is_hidden = is_on(*piece);
    if (piece->name == "vertAlign") style->shift = shift_of(*piece);
    if (!is_title || piece->name != "outlineLvl") take_property(*piece, styles, *style);
  }
  return styles;
}

Style style_called(std::string_view name, const Styles& styles) {
  const auto found = styles.find(name);
  return found == styles.end() ? Style() : found->second;
}

void take_property(const XmlPiece& tag, const Styles& styles, Style& style) {
  if (tag.name == "ilvl") style.level = number_in(tag);
  if (tag.name == "outlineLvl") style.outline = number_in(tag);
  if (tag.name == "numId") style.list = attribute(tag, "val");
  if (tag.name != "pStyle") return;
  // The properties of the paragraph itself count before those of its style, in any order.
  const auto own = std::exchange(style, style_called(attribute(tag, "val"), styles));
  if (!own.list.empty()) std::tie(style.list, style.level) = std::tie(own.list, own.level);
  if (own.outline >= 0) style.outline = own.outline;
}

bool is_contents_style(std::string_view name) {
  return name.starts_with("TOC") || name.starts_with("Innehll");
}

char shift_of(const XmlPiece& tag) {
  const auto value = attribute(tag, "val");
  return value == "superscript" ? '^' : value == "subscript" ? '_' : '\0';
}

PreparedDocument prepare_document(std::string_view bytes, MarkedText marked) {
  PreparedDocument prepared{std::string(bytes), 0, false, {}};
  const auto entries = read_zip_directory(bytes);
  if (!entries) return prepared;
  Facts facts;
  auto files = unpack_all(bytes, *entries, facts, prepared);
  bool is_changed = false;
  const auto rewrite = [&](ZipFile& file, std::string text) {
    is_changed |= text != file.bytes;
    file.bytes = std::move(text);
  };
  for (auto& file : files) {
    if (is_text_part(file.name) && first_invalid_utf8(file.bytes) == none)
      rewrite(file, Rewriter(facts, marked, prepared.lost).rewrite(file.bytes));
  }
  for (auto& file : files) {
    if (file.name == numbering) rewrite(file, facts.labels.rewritten(file.bytes));
    if (file.name == style_part && facts.has_outline) rewrite(file, with_headings(file.bytes));
  }
  prepared.taken_cells = facts.taken_cells;
  if (is_changed) prepared.bytes = write_zip(files);
  return prepared;
}

}  // namespace handbok::word
