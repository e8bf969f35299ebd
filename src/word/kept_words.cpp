#include "word/kept_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "text/alignment.hpp"
#include "word/fields.hpp"
#include "word/list_labels.hpp"
#include "word/office_file.hpp"
#include "word/page_head.hpp"
#include "word/prepare_document.hpp"
#include "word/references.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

constexpr auto shifted_signs = std::to_array<std::pair<char, std::string_view>>(
    {{'^', "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ"}, {'_', "₀₁₂₃₄₅₆₇₈₉ₙᵢ"}});
constexpr std::string_view plain_signs = "0123456789ni";
constexpr std::string_view properties_part = "docProps/custom.xml";

bool is_between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

/// True for "3." and "3)", which a list of Markdown shows.
bool is_plain_number(std::string_view label) {
  if (label.ends_with('.') || label.ends_with(')')) label.remove_suffix(1);
  return !label.starts_with('0') && std::ranges::all_of(label, is_digit);
}

/// Collects words: letters and digits that stand together, signs such as arrows and boxes, and the
/// marks of Markdown. A digit that is raised is "^3", one that is lowered "_3". What stands between
/// is not compared.
class Words {
public:
  /// `shift` says how the text is written: raised, lowered, or 0.
  void add(std::string_view text, char shift = 0) {
    const auto clean = clean_text(text);
    const auto view = std::string_view(clean);
    for (std::size_t at = 0; at < clean.size();) {
      const bool opens =
          view.substr(at + 1).starts_with('(') && (view[at] == '^' || view[at] == '_');
      if (opens) {
        bracket_ = view[at];  // how read_inlines writes what Unicode has no sign for
        at += 2;
        continue;
      }
      const auto point = code_point_at(clean, at);
      if (bracket_ != 0 && view[at] == ')') {
        bracket_ = 0;
      } else {
        take(point.value, view.substr(at, point.size), bracket_ != 0 ? bracket_ : shift);
      }
      at += std::max<std::size_t>(point.size, 1);
    }
  }

  void end() {
    if (word_.empty()) return;
    add_label();
    tokens_.push_back({std::exchange(word_, {})});
  }

  /// What stands before the next words. Pandoc passes over items without words, but not over labels
  /// that were made words for it.
  /// In a table they are written out.
  void label(std::string label, bool is_in_table = false) {
    end();
    if (is_in_table_ || !is_plain_number(label_)) add_label();
    label_ = std::move(label);
    is_in_table_ = is_in_table;
  }

  ShownWords take_all() {
    label({});
    return std::move(tokens_);
  }

private:
  void add_label() {
    if (label_.empty()) return;
    Words words;
    words.add(std::exchange(label_, {}));
    for (const auto& token : words.take_all())
      tokens_.push_back({token.text, true});
  }

  void take(char32_t value, std::string_view sign, char shift) {
    constexpr std::string_view marks = "*_~`\\";
    if (shift != 0 && sign == "−") return end();  // read as a raised or lowered minus
    if (sign == "µ") sign = "μ";
    if (is_between(value, 0x2190, 0x2BFF) || marks.find(sign) != std::string_view::npos) {
      end();
      word_ = sign == "☑" ? "☒" : sign;
      return end();
    }
    char plain = value < 0x80 && is_letter_or_digit(sign.front()) ? sign.front() : '\0';
    for (const auto& [mark, signs] : shifted_signs) {
      const auto at = plain == '\0' ? signs.find(sign) : std::string_view::npos;
      if (at == std::string_view::npos) continue;
      plain = plain_signs[count_code_points(signs.substr(0, at))];
      shift = mark;
    }
    if (plain != '\0') {
      if (shift != 0 && is_digit(plain)) word_ += shift;
      word_ += plain;
      return;
    }
    const bool is_word = (value >= 0xC0 || value == 0xB5) && !is_between(value, 0x2000, 0x2BFF) &&
                         !is_between(value, 0xE000, 0xF8FF);
    if (!is_word) return end();
    word_ += sign;
  }

  char bracket_ = 0;
  std::string label_;
  bool is_in_table_ = false;
  std::string word_;
  ShownWords tokens_;
};

/// Names of elements whose text is told of elsewhere, or is none.
bool is_taken_away(std::string_view name, MarkedText marked) {
  return marked == MarkedText::accepted ? name == "del" || name == "moveFrom"
                                        : name == "ins" || name == "moveTo";
}

bool is_aside(std::string_view name, MarkedText marked) {
  return is_among("Fallback txbxContent object instrText delInstrText", name) ||
         is_taken_away(name, marked);
}

/// What stands in the notes of a part, by their ids.
std::map<std::string, std::string_view> notes_in(std::string_view xml) {
  std::map<std::string, std::string_view> notes;
  XmlReader reader(xml);
  std::string id;
  const char* begin = xml.data();
  while (const auto piece = reader.next()) {
    if (piece->name != "footnote" && piece->name != "endnote") continue;
    const auto* const end = piece->written.data();
    if (piece->kind == XmlPieceKind::opening) {
      id = attribute(*piece, "id");
      begin = end;
    } else {
      notes[id] = {begin, static_cast<std::size_t>(end - begin)};
    }
  }
  return notes;
}

/// Goes through the XML of a document and collects its words, as Word shows them.
class DocumentWords {
public:
  DocumentWords(MarkedText marked, const Styles& styles, ListLabels& labels)
      : marked_(marked),
        styles_(styles),
        labels_(labels) {}

  void read(std::string_view xml) {
    XmlReader reader(xml);
    while (const auto piece = reader.next()) {
      if (piece->kind == XmlPieceKind::opening || piece->kind == XmlPieceKind::closing) {
        follow(*piece);
      } else if (is_instruction_) {
        fields_.instruct(characters(*piece));
      } else if (is_text_ && is_seen()) {
        if (!trim(piece->written).empty()) fields_.see_words();
        words_.add(in_signs(characters(*piece)), letters_.shift);
      }
    }
    words_.end();
  }

  /// The parts that hold notes and their ids, in the order in which the text names them.
  const std::vector<std::pair<std::string, std::string>>& notes() const { return notes_; }

  ShownWords take_all() { return words_.take_all(); }

private:
  bool is_left_out() const { return asides_ > 0 || !gone_.empty(); }

  bool is_seen() const {
    return !is_left_out() && !letters_.is_hidden && !is_contents_ &&
           !fields_.is_inside_instruction() && !fields_.is_inside_contents();
  }

  /// In a font that shows signs every letter is one.
  std::string in_signs(const std::string& text) const {
    if (font_.empty()) return text;
    std::string seen;
    for (std::size_t at = 0; at < text.size();) {
      const auto point = code_point_at(text, at);
      const auto size = std::max<std::size_t>(point.size, 1);
      const bool is_sign = is_symbol_font(font_) || is_between(point.value, 0xE000, 0xF8FF) ||
                           (font_ == "Symbol" && !sign_of(font_, point.value).empty());
      const auto sign = is_sign ? sign_of(font_, point.value) : std::string_view();
      seen += !is_sign ? std::string_view(text).substr(at, size) : sign.empty() ? " " : sign;
      at += size;
    }
    return seen;
  }

  void follow(const XmlPiece& tag) {
    const bool is_opening = tag.kind == XmlPieceKind::opening;
    const int step = tag.is_empty ? 0 : is_opening ? 1 : -1;
    if (is_aside(tag.name, marked_)) asides_ += step;
    if (tag.name == "trPr") is_in_row_ = step > 0;
    if (const auto found = depths_.find(tag.name); found != depths_.end()) {
      if (step < 0) std::erase(gone_, std::pair(found->first, found->second));
      found->second += step;
    }
    if (tag.name == "pPrChange" || tag.name == "rPrChange") old_looks_ += step;
    if (ends_word(tag.name) && !(is_drop_cap_ && tag.name == "p")) words_.end();
    if (tag.name == "t" || tag.name == "delText") is_text_ = step > 0;
    if (tag.name == "instrText") is_instruction_ = step > 0;
    if (old_looks_ > 0) return;
    if (is_opening) {
      look_at(tag);
    } else if (tag.name == "pPr") {
      begin_text();
    }
  }

  /// The innermost element of that name is not shown.
  void leave_out(std::string_view name) {
    if (depths_[name] > 0) gone_.emplace_back(name, depths_[name]);
  }

  void look_at(const XmlPiece& tag) {
    const auto value = attribute(tag, "val");
    if (tag.name == "p") {
      if (!std::exchange(is_drop_cap_, false)) words_.label({});
      paragraph_ = {};
      letters_ = {};
      is_contents_ = false;
    }
    take_property(tag, styles_, paragraph_);
    if (tag.name == "pStyle") is_contents_ = is_contents_style(value);
    if (tag.name == "framePr") {
      const auto drop = attribute(tag, "dropCap");
      is_drop_cap_ = !drop.empty() && drop != "none";
    }
    if (tag.name == "r") {
      letters_ = {false, paragraph_.is_hidden};
      font_.clear();
    }
    if (tag.name == "rFonts") font_ = attribute(tag, "ascii");
    if (tag.name == "rStyle") letters_ = style_called(value, styles_);
    if (tag.name == "vanish") letters_.is_hidden = is_on(tag);
    if (tag.name == "vertAlign") letters_.shift = shift_of(tag);
    if (tag.name == "position" && value != "0") letters_.shift = value.starts_with('-') ? '_' : '^';
    // A table of contents is made anew by the site.
    if (tag.name == "docPartGallery" && value == "Table of Contents") leave_out("sdt");
    const bool is_hidden_row = tag.name == "hidden" && is_on(tag);
    if (is_in_row_ && (is_hidden_row || is_taken_away(tag.name, marked_))) leave_out("tr");
    if (tag.name == (marked_ == MarkedText::accepted ? "cellDel" : "cellIns")) leave_out("tc");
    look_at_signs(tag);
  }

  void look_at_signs(const XmlPiece& tag) {
    fields_.open(tag);
    if (tag.name == "footnoteReference" || tag.name == "endnoteReference") {
      if (is_seen())
        notes_.emplace_back(tag.name.substr(0, tag.name.find('R')), attribute(tag, "id"));
    } else if (tag.name == "sym" && is_seen()) {
      const auto code =
          static_cast<char32_t>(std::strtoul(attribute(tag, "char").c_str(), nullptr, 16));
      words_.add(sign_of(attribute(tag, "font"), code));
    }
    if (const auto shown = fields_.take_shown(); is_seen()) words_.add(shown);
  }

  /// What stands before the paragraph. That of a heading is told by itself.
  void begin_text() {
    const auto label = paragraph_.list.empty()
                           ? std::string()
                           : labels_.next_label(paragraph_.list, paragraph_.level);
    const bool is_in_table = depths_["tc"] > 0;
    const bool is_heading = is_in_table ? paragraph_.is_heading : paragraph_.is_outlined();
    if (!label.empty() && !is_heading && !is_left_out() && !is_contents_)
      words_.label(label, is_in_table);
  }

  static bool ends_word(std::string_view name) {
    return is_among("p tab br cr noBreakHyphen ptab", name);
  }

  MarkedText marked_;
  const Styles& styles_;
  ListLabels& labels_;
  Words words_;
  Style paragraph_;
  Style letters_;  ///< of the run
  std::string font_;
  Fields fields_;
  std::vector<std::pair<std::string, std::string>> notes_;
  int asides_ = 0;
  int old_looks_ = 0;
  /// How many stand around the place, of what can be left out as a whole; and which are.
  std::map<std::string_view, int> depths_{{"sdt", 0}, {"tr", 0}, {"tc", 0}};
  std::vector<std::pair<std::string_view, int>> gone_;
  bool is_drop_cap_ = false;  ///< the paragraph is a letter of the next
  bool is_text_ = false;
  bool is_instruction_ = false;  ///< in what a field is computed from
  bool is_in_row_ = false;       ///< in the properties of a row
  bool is_contents_ = false;     ///< in a line of a table of contents
};

/// The mark of a warning box is shown as a word of its own.
std::string_view without_box_mark(std::string_view text) {
  return text.starts_with("[!") ? text.substr(std::min(text.find(']'), text.size() - 1) + 1) : text;
}

/// Whether references and the marks of boxes are as in the text, or in words of a page.
enum class Shown : std::uint8_t { in_text, on_page };

/// Collects the words of blocks; what stands in notes comes last.
class BlockWords {
public:
  explicit BlockWords(Shown shown) : shown_(shown) {}

  Words& collect_all(const Blocks& blocks) {
    collect(blocks);
    for (std::size_t i = 0; i < notes_.size(); ++i) {  // a note may have notes
      const auto note = notes_[i];
      collect(note);
    }
    return words_;
  }

  Words& words() { return words_; }

private:
  void collect(const Inlines& inlines) {
    for (const auto& one : inlines) {
      if (one.kind == InlineKind::note) notes_.push_back(one.blocks);
      if (one.kind == InlineKind::image || one.kind == InlineKind::note) continue;
      if (one.kind == InlineKind::line_break) words_.end();
      const bool is_page = shown_ == Shown::on_page;
      words_.add(is_page ? without_box_mark(one.text) : std::string_view(one.text));
      const auto reference = is_page ? reference_of(one.target) : std::nullopt;
      if (!reference || plain_text(one.inlines) != *reference) collect(one.inlines);
    }
  }

  void collect(const Blocks& blocks) {
    for (const auto& block : blocks) {
      words_.add(block.text);
      collect(block.inlines);
      words_.end();
      collect(block.blocks);
      int number = block.level;
      for (const auto& item : block.items) {
        words_.label(block.kind == BlockKind::ordered_list ? std::to_string(number++) : "");
        collect(item);
        words_.label({});  // an item may be a picture
      }
      for (const auto& row : block.rows) {
        for (const auto& cell : row) {
          collect(cell);
          words_.end();
        }
      }
    }
  }

  Shown shown_;
  Words words_;
  std::vector<Blocks> notes_;
};

/// The stretches of one that are not in the other.
std::vector<LostPart> stretches(LostKind kind, const ShownWords& wanted, const ShownWords& others) {
  std::vector<LostPart> found;
  std::string stretch;
  bool ends_with_label = false;  // which says little without the word that it stands before
  const auto end = [&] {
    if (!stretch.empty()) found.push_back({kind, excerpt(std::exchange(stretch, {}))});
  };
  const auto are_alike = [&](std::size_t w, std::size_t r) {
    return wanted[w].text == others[r].text;
  };
  for (const auto& [w, r] : align(wanted.size(), others.size(), 1, are_alike)) {
    if (w == nothing) continue;
    if (r == nothing || ends_with_label) {
      if (!stretch.empty()) stretch += ' ';
      stretch += wanted[w].text;
    }
    if (r != nothing) end();
    ends_with_label = r == nothing && wanted[w].is_label;
  }
  end();
  return found;
}

/// What one lacks of the other, or if it has all, what it has besides.
std::vector<LostPart> differences(const ShownWords& written, const ShownWords& kept) {
  auto lost = stretches(LostKind::words, written, kept);
  return lost.empty() ? stretches(LostKind::unseen, kept, written) : lost;
}

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

}  // namespace

std::vector<LostPart> find_lost_words(std::string_view bytes, MarkedText marked, const Text& read) {
  std::map<std::string, std::string> parts;
  std::vector<std::string> edges;
  for (const auto& entry : read_zip_directory(bytes).value_or(std::vector<ZipEntry>())) {
    const bool is_edge = is_part(entry.name, "header") || is_part(entry.name, "footer");
    const auto name = is_part(entry.name, "document") ? "word/document.xml" : entry.name;
    if (!is_edge && !name.starts_with("word/") && name != properties_part) continue;
    if (!name.ends_with(".xml")) continue;
    auto text = unpack(bytes, entry, unpacked_bytes_max);
    if (!text || first_invalid_utf8(*text) != std::string_view::npos) continue;
    if (is_edge) edges.push_back(words_of(*text));
    parts[name] = *std::move(text);
  }
  const auto styles = read_styles(parts["word/styles.xml"]);
  ListLabels labels;
  labels.read(parts["word/numbering.xml"]);
  DocumentWords words(marked, styles, labels);
  words.read(parts["word/document.xml"]);
  for (const auto& [kind, id] : words.notes()) {
    const auto notes = notes_in(parts["word/" + kind + "s.xml"]);
    if (const auto note = notes.find(id); note != notes.end()) words.read(note->second);
  }
  BlockWords kept(Shown::in_text);
  kept.words().add(read.title);
  kept.words().end();
  auto lost = differences(words.take_all(), kept.collect_all(read.blocks).take_all());
  for (const auto& edge : edges) {
    if (!edge.empty() && !is_page_head(edge, parts[std::string(properties_part)]))
      lost.push_back({LostKind::page_edge, excerpt(edge)});
  }
  return lost;
}

std::vector<LostPart> find_changed_words(Blocks written, const ShownWords& page) {
  link_references(written);
  Words seen;
  for (const auto& [text, is_label] : page) {
    if (is_label) {
      seen.label(text);
    } else {
      seen.add(without_box_mark(text));
      seen.end();
    }
  }
  return differences(BlockWords(Shown::on_page).collect_all(written).take_all(), seen.take_all());
}

}  // namespace handbok::word
