#include "word/kept_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "text/alignment.hpp"
#include "word/office_file.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

constexpr std::string_view raised_digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
constexpr std::string_view lowered_digits = "₀₁₂₃₄₅₆₇₈₉";

/// Collects words: letters and digits that stand together. How they are raised, and what stands
/// between them, is not compared.
class Words {
public:
  void add(std::string_view text) {
    const auto clean = clean_text(text);
    for (std::size_t at = 0; at < clean.size();) {
      const auto point = code_point_at(clean, at);
      take(point.value, std::string_view(clean).substr(at, point.size));
      at += std::max<std::size_t>(point.size, 1);
    }
  }

  void end() {
    if (!word_.empty()) words_.push_back(std::exchange(word_, {}));
  }

  std::vector<std::string> take_all() {
    end();
    return std::move(words_);
  }

private:
  void take(char32_t value, std::string_view sign) {
    if (const auto digit = digit_of(sign); digit != '\0') {
      word_ += digit;
      return;
    }
    const bool is_word = value < 0x80 ? is_letter_or_digit(static_cast<char>(value))
                                      : value >= 0xC0 && (value < 0x2000 || value >= 0x2C00) &&
                                            (value < 0xE000 || value >= 0xF900);
    if (!is_word) return end();
    word_ += sign;
  }

  /// The digit that is written higher or lower.
  static char digit_of(std::string_view sign) {
    for (const auto& digits : {raised_digits, lowered_digits}) {
      std::size_t at = 0;
      for (char digit = '0'; digit <= '9'; ++digit) {
        const auto size = code_point_at(digits, at).size;
        if (digits.substr(at, size) == sign) return digit;
        at += size;
      }
    }
    return '\0';
  }

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

/// Goes through the XML of a document and collects its words.
class DocumentWords {
public:
  explicit DocumentWords(MarkedText marked) : marked_(marked) {}

  std::vector<std::string> read(std::string_view xml) {
    XmlReader reader(xml);
    while (const auto piece = reader.next()) {
      if (piece->kind == XmlPieceKind::opening || piece->kind == XmlPieceKind::closing) {
        follow(*piece);
      } else if (is_text_ && asides_ <= 0) {
        words_.add(characters(*piece));
      }
    }
    return words_.take_all();
  }

private:
  void follow(const XmlPiece& tag) {
    const bool is_opening = tag.kind == XmlPieceKind::opening;
    if (!tag.is_empty && is_aside(tag.name, marked_)) asides_ += is_opening ? 1 : -1;
    if (ends_word(tag.name)) words_.end();
    if (tag.name == "t" || tag.name == "delText") is_text_ = is_opening && !tag.is_empty;
  }

  static bool ends_word(std::string_view name) {
    return name == "p" || name == "tab" || name == "br" || name == "cr" ||
           name == "noBreakHyphen" || name == "ptab";
  }

  MarkedText marked_;
  Words words_;
  int asides_ = 0;
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
    for (const auto& item : block.items)
      collect(item, words);
    for (const auto& row : block.rows) {
      for (const auto& cell : row) {
        collect(cell, words);
        words.end();
      }
    }
  }
}

std::vector<std::string> stretches(const std::vector<std::string>& written,
                                   const std::vector<std::string>& read) {
  std::vector<std::string> lost;
  std::string stretch;
  const auto end = [&] {
    if (!stretch.empty()) lost.push_back(excerpt(std::exchange(stretch, {})));
  };
  const auto are_alike = [&](std::size_t w, std::size_t r) { return written[w] == read[r]; };
  for (const auto& [w, r] : align(written.size(), read.size(), 1, are_alike)) {
    if (w == nothing) continue;
    if (r != nothing) {
      end();
      continue;
    }
    if (!stretch.empty()) stretch += ' ';
    stretch += written[w];
  }
  end();
  return lost;
}

}  // namespace

std::vector<std::string> find_lost_words(std::string_view bytes, MarkedText marked,
                                         const Text& read) {
  const auto entries = read_zip_directory(bytes);
  if (!entries) return {};
  Words words;
  words.add(read.title);
  words.end();
  collect(read.blocks, words);
  const auto kept = words.take_all();
  std::vector<std::string> lost;
  for (const auto& entry : *entries) {
    if (!is_part(entry.name, "document")) continue;
    const auto text = unpack(bytes, entry, unpacked_bytes_max);
    if (!text || first_invalid_utf8(*text) != std::string_view::npos) continue;
    for (auto& stretch : stretches(DocumentWords(marked).read(*text), kept))
      lost.push_back(std::move(stretch));
  }
  return lost;
}

}  // namespace handbok::word
