#include "word/kept_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "text/alignment.hpp"
#include "word/list_labels.hpp"
#include "word/office_file.hpp"
#include "word/prepare_document.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

constexpr auto shifted_signs = std::to_array<std::pair<char, std::string_view>>(
    {{'^', "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ"}, {'_', "₀₁₂₃₄₅₆₇₈₉ₙᵢ"}});
constexpr std::string_view plain_signs = "0123456789ni";

bool is_between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

/// Collects words: letters and digits that stand together, and signs such as arrows and boxes. A
/// digit that is raised is "^3", one that is lowered "_3". What stands between is not compared.
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
    words_.push_back(std::exchange(label_, {}) + std::exchange(word_, {}));
  }

  /// What stands before the next word and is not among the words.
  void label(std::string label) {
    end();
    label_ = label.empty() ? label : label + " ";
  }

  std::vector<std::string> take_all() {
    end();
    return std::move(words_);
  }

private:
  void take(char32_t value, std::string_view sign, char shift) {
    if (is_between(value, 0x2190, 0x2BFF)) {
      end();
      word_ = sign;
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
    const bool is_word =
        value >= 0xC0 && !is_between(value, 0x2000, 0x2BFF) && !is_between(value, 0xE000, 0xF8FF);
    if (!is_word) return end();
    word_ += sign;
  }

  char bracket_ = 0;
  std::string label_;
  std::string word_;
  std::vector<std::string> words_;
};

/// Names of elements whose text is told of elsewhere, or is none.
bool is_aside(std::string_view name, MarkedText marked) {
  constexpr auto always = std::to_array<std::string_view>(
      {"Fallback", "txbxContent", "object", "instrText", "delInstrText"});
  if (std::ranges::find(always, name) != always.end()) return true;
  return marked == MarkedText::accepted ? name == "del" || name == "moveFrom"
                                        : name == "ins" || name == "moveTo";
}

/// Goes through the XML of a document and collects its words, as Word shows them.
class DocumentWords {
public:
  DocumentWords(MarkedText marked, const Styles& styles, ListLabels& labels)
      : marked_(marked),
        styles_(styles),
        labels_(labels) {}

  std::vector<std::string> read(std::string_view xml) {
    XmlReader reader(xml);
    while (const auto piece = reader.next()) {
      if (piece->kind == XmlPieceKind::opening || piece->kind == XmlPieceKind::closing) {
        follow(*piece);
      } else if (is_text_ && asides_ <= 0 && !letters_.is_hidden) {
        words_.add(characters(*piece), letters_.shift);
      }
    }
    return words_.take_all();
  }

private:
  void follow(const XmlPiece& tag) {
    const bool is_opening = tag.kind == XmlPieceKind::opening;
    const int step = tag.is_empty ? 0 : is_opening ? 1 : -1;
    if (is_aside(tag.name, marked_)) asides_ += step;
    if (tag.name == "tbl") tables_ += step;
    if (tag.name == "pPrChange" || tag.name == "rPrChange") old_looks_ += step;
    if (tag.name == "sdt") leave_contents(step);
    if (ends_word(tag.name)) words_.end();
    if (tag.name == "t" || tag.name == "delText") is_text_ = step > 0;
    if (old_looks_ > 0) return;
    if (is_opening) {
      look_at(tag);
    } else if (tag.name == "pPr") {
      begin_text();
    }
  }

  /// A table of contents is made anew by the site.
  void leave_contents(int step) {
    controls_ += step;
    if (controls_ >= contents_) return;
    contents_ = 0;
    --asides_;
  }

  void look_at(const XmlPiece& tag) {
    const auto value = attribute(tag, "val");
    if (tag.name == "p") words_.label({});
    if (tag.name == "p") paragraph_ = {};
    if (tag.name == "pStyle") {  // before or after the properties that count before it
      const auto own = std::exchange(paragraph_, style_of(value));
      if (!own.list.empty())
        std::tie(paragraph_.list, paragraph_.level) = std::tie(own.list, own.level);
    }
    if (tag.name == "numId") paragraph_.list = value;
    if (tag.name == "ilvl")
      paragraph_.level = static_cast<int>(std::strtol(value.c_str(), nullptr, 10));
    if (tag.name == "r") letters_ = {false, paragraph_.is_hidden};
    if (tag.name == "rStyle") letters_ = style_of(value);
    if (tag.name == "vanish") letters_.is_hidden = is_on(tag);
    if (tag.name == "vertAlign") letters_.shift = shift_of(tag);
    if (tag.name == "docPartGallery" && value == "Table of Contents" && contents_ == 0) {
      contents_ = controls_;
      ++asides_;
    }
    look_at_signs(tag);
  }

  void look_at_signs(const XmlPiece& tag) {
    if (tag.name == "sym" && asides_ <= 0) {
      const auto code =
          static_cast<char32_t>(std::strtoul(attribute(tag, "char").c_str(), nullptr, 16));
      words_.add(sign_of(attribute(tag, "font"), code));
    } else if (tag.name == "checkBox") {
      box_ = "☐";
    } else if (!box_.empty() && (tag.name == "default" || tag.name == "checked")) {
      box_ = is_on(tag) ? "☒" : "☐";
    } else if (tag.name == "fldChar" && attribute(tag, "fldCharType") == "end") {
      words_.add(std::exchange(box_, {}));
    }
  }

  /// What stands before the paragraph. That of a heading is told by itself, and so is a list in a
  /// table.
  void begin_text() {
    const bool is_item = !paragraph_.is_heading && !paragraph_.list.empty();
    const auto label =
        is_item ? labels_.next_label(paragraph_.list, paragraph_.level) : std::string();
    words_.label(tables_ > 0 ? std::string() : number_of(label));
  }

  /// "3" of "3." and "3)", which a list of Markdown shows alike. Other labels are words.
  static std::string number_of(std::string_view label) {
    if (label.ends_with('.') || label.ends_with(')')) label.remove_suffix(1);
    return std::string(label);
  }

  Style style_of(const std::string& name) const {
    const auto found = styles_.find(name);
    return found == styles_.end() ? Style() : found->second;
  }

  static bool ends_word(std::string_view name) {
    return name == "p" || name == "tab" || name == "br" || name == "cr" ||
           name == "noBreakHyphen" || name == "ptab";
  }

  MarkedText marked_;
  const Styles& styles_;
  ListLabels& labels_;
  Words words_;
  Style paragraph_;
  Style letters_;  ///< of the run
  std::string box_;
  int asides_ = 0;
  int tables_ = 0;
  int old_looks_ = 0;
  int controls_ = 0;
  int contents_ = 0;  ///< how deep the table of contents is in these; 0: not in it
  bool is_text_ = false;
};

void collect(const Inlines& inlines, Words& words) {
  for (const auto& one : inlines) {
    if (one.kind == InlineKind::image || one.kind == InlineKind::note) continue;
    if (one.kind == InlineKind::line_break) words.end();
    words.add(one.text);
    collect(one.inlines, words);
  }
}

void collect(const Blocks& blocks, Words& words) {
  for (const auto& block : blocks) {
    words.add(block.text);
    collect(block.inlines, words);
    words.end();
    collect(block.blocks, words);
    int number = block.level;
    for (const auto& item : block.items) {
      words.label(block.kind == BlockKind::ordered_list ? std::to_string(number++) : std::string());
      collect(item, words);
      words.label({});  // an item may be a picture
    }
    for (const auto& row : block.rows) {
      for (const auto& cell : row) {
        collect(cell, words);
        words.end();
      }
    }
  }
}

/// The stretches of one that are not in the other.
std::vector<LostPart> stretches(LostKind kind, const std::vector<std::string>& wanted,
                                const std::vector<std::string>& others) {
  std::vector<LostPart> found;
  std::string stretch;
  const auto end = [&] {
    if (!stretch.empty()) found.push_back({kind, excerpt(std::exchange(stretch, {}))});
  };
  const auto are_alike = [&](std::size_t w, std::size_t r) { return wanted[w] == others[r]; };
  for (const auto& [w, r] : align(wanted.size(), others.size(), 1, are_alike)) {
    if (w == nothing) continue;
    if (r != nothing) {
      end();
      continue;
    }
    if (!stretch.empty()) stretch += ' ';
    stretch += wanted[w];
  }
  end();
  return found;
}

}  // namespace

std::vector<LostPart> find_lost_words(std::string_view bytes, MarkedText marked, const Text& read) {
  const auto entries = read_zip_directory(bytes);
  if (!entries) return {};
  const auto part = [&](const auto& is_wanted) {
    const auto entry = std::ranges::find_if(*entries, is_wanted, &ZipEntry::name);
    auto text = entry == entries->end() ? Expected<std::string, ZipFault>(std::string())
                                        : unpack(bytes, *entry, unpacked_bytes_max);
    const bool is_text = text && first_invalid_utf8(*text) == std::string_view::npos;
    return is_text ? *std::move(text) : std::string();
  };
  const auto styles = read_styles(part([](const auto& name) { return name == "word/styles.xml"; }));
  ListLabels labels;
  labels.read(part([](const auto& name) { return name == "word/numbering.xml"; }));
  const auto written = DocumentWords(marked, styles, labels).read(part([](const auto& name) {
    return is_part(name, "document");
  }));
  Words words;
  words.add(read.title);
  words.end();
  collect(read.blocks, words);
  const auto kept = words.take_all();
  auto lost = stretches(LostKind::words, written, kept);
  return lost.empty() ? stretches(LostKind::unseen, kept, written) : lost;
}

}  // namespace handbok::word
