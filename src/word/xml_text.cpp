#include "word/xml_text.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view separator = "|";

/// Elements that change how a stretch of text looks and do not end it, by their names without
/// prefix: WordprocessingML and DrawingML, OpenDocument, HTML and SVG.
constexpr auto inline_elements = std::to_array<std::string_view>({
    "AlternateContent",
    "Choice",
    "Fallback",
    "a",
    "abbr",
    "b",
    "bookmark",
    "bookmark-end",
    "bookmark-start",
    "bookmarkEnd",
    "bookmarkStart",
    "change",
    "change-end",
    "change-start",
    "code",
    "commentRangeEnd",
    "commentRangeStart",
    "del",
    "em",
    "fldSimple",
    "font",
    "hyperlink",
    "i",
    "ins",
    "lastRenderedPageBreak",
    "mark",
    "moveFrom",
    "moveTo",
    "permEnd",
    "permStart",
    "proofErr",
    "r",
    "rPrChange",
    "s",
    "sdt",
    "sdtContent",
    "smartTag",
    "soft-page-break",
    "softHyphen",
    "span",
    "strong",
    "sub",
    "sup",
    "t",
    "tspan",
    "u",
});

/// Elements that stand for a blank or a line end inside a paragraph.
constexpr auto blank_elements =
    std::to_array<std::string_view>({"br", "cr", "line-break", "ptab", "tab"});

/// Elements whose text is no part of what is read.
constexpr auto aside_elements =
    std::to_array<std::string_view>({"delInstrText", "delText", "deletion", "instrText"});

/// Attributes that hold words, or an address.
constexpr auto word_attributes =
    std::to_array<std::string_view>({"Target", "alt", "author", "content", "descr", "href",
                                     "string-value", "title", "val", "value"});

template <typename Names>
bool is_among(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// "p" of "w:p".
std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The name at the start of a tag's inside.
std::string_view name_in(std::string_view tag) {
  const auto* const end =
      std::ranges::find_if(tag, [](char c) { return is_blank(c) || c == '/' || c == '>'; });
  return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

/// Goes through the bytes once.
class TextReader {
public:
  explicit TextReader(std::string_view xml) : rest_(xml) {}

  std::string read() {
    while (!rest_.empty()) {
      if (rest_.front() != '<') {
        read_text();
      } else if (take_until("<!--", "-->", asides_) || take_until("<![CDATA[", "]]>", target())) {
        continue;
      } else {
        read_tag();
      }
    }
    return text_.append(separator).append(asides_);
  }

private:
  std::string& target() { return aside_depth_ > 0 ? asides_ : text_; }

  void read_text() {
    const auto end = std::min(rest_.find('<'), rest_.size());
    const auto words = rest_.substr(0, end);
    // Line ends between elements are how the file is laid out, and nothing that is read.
    const bool is_layout = words.find('\n') != std::string_view::npos && trim(words).empty();
    if (!is_layout) target() += words;
    rest_.remove_prefix(end);
  }

  /// Takes what stands between two marks; without the second one, all that is left.
  bool take_until(std::string_view open, std::string_view close, std::string& to) {
    if (!rest_.starts_with(open)) return false;
    rest_.remove_prefix(open.size());
    const auto end = std::min(rest_.find(close), rest_.size());
    to.append(rest_.substr(0, end));
    if (&to == &asides_) to += separator;
    rest_.remove_prefix(std::min(end + close.size(), rest_.size()));
    return true;
  }

  void read_tag() {
    const auto end = std::min(end_of_tag(), rest_.size());
    auto tag = rest_.substr(1, end - 1);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    const bool is_closing = tag.starts_with('/');
    if (is_closing) tag.remove_prefix(1);
    const auto name = local_name(name_in(tag));
    const bool is_alone = tag.ends_with('/');
    if (!is_closing) read_attributes(tag);
    mark(name);
    if (!is_alone) step(name, is_closing ? -1 : 1);
  }

  /// The place of the '>' that ends the tag: not one within quotation marks.
  std::size_t end_of_tag() const {
    char quote = 0;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at;
      }
    }
    return rest_.size();
  }

  /// What the element itself adds to the text.
  void mark(std::string_view name) {
    if (properties_depth_ > 0 || name.ends_with("Pr") || is_among(aside_elements, name)) return;
    if (name == "noBreakHyphen") {
      text_ += '-';
    } else if (is_among(blank_elements, name) || name == "s") {
      text_ += ' ';
    } else if (!is_among(inline_elements, name)) {
      target() += separator;
    }
  }

  /// Counts how deep the reader is in what is not read as text.
  void step(std::string_view name, int by) {
    if (name.ends_with("Pr")) properties_depth_ = std::max(0, properties_depth_ + by);
    if (!is_among(aside_elements, name)) return;
    aside_depth_ = std::max(0, aside_depth_ + by);
    asides_ += separator;
  }

  void read_attributes(std::string_view tag) {
    for (auto equals = tag.find('='); equals != std::string_view::npos; equals = tag.find('=')) {
      auto name = trim(tag.substr(0, equals));
      name.remove_prefix(name.find_last_of(" \t\r\n") + 1);
      tag = trim(tag.substr(equals + 1));
      if (tag.empty() || (tag.front() != '"' && tag.front() != '\'')) continue;
      const auto end = std::min(tag.find(tag.front(), 1), tag.size());
      if (is_among(word_attributes, local_name(name)))
        asides_.append(tag.substr(1, end - 1)).append(separator);
      tag.remove_prefix(std::min(end + 1, tag.size()));
    }
  }

  std::string_view rest_;
  std::string text_;
  std::string asides_;
  int aside_depth_ = 0;
  int properties_depth_ = 0;  ///< inside w:rPr and the like
};

/// The two bytes at `at` as a number.
char32_t unit_at(std::string_view bytes, std::size_t at, bool is_low_first) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return is_low_first ? char32_t{second} * 256U + first : char32_t{first} * 256U + second;
}

std::string from_utf16(std::string_view bytes, bool is_low_first) {
  constexpr char32_t lead_first = 0xD800;
  constexpr char32_t trail_first = 0xDC00;
  constexpr char32_t trail_end = 0xE000;
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto value = unit_at(bytes, at, is_low_first);
    if (value >= lead_first && value < trail_end) {
      const auto next = at + 3 < bytes.size() ? unit_at(bytes, at + 2, is_low_first) : 0;
      const bool is_pair = value < trail_first && next >= trail_first && next < trail_end;
      value = is_pair ? 0x10000 + (value - lead_first) * 0x400 + (next - trail_first) : U'\uFFFD';
      if (is_pair) at += 2;
    }
    append_utf8(text, value);
  }
  return text;
}

}  // namespace

std::string xml_text(std::string_view xml) {
  return TextReader(xml).read();
}

std::string plain_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"sv)) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF"sv)) return from_utf16(bytes.substr(2), false);
  return bytes.find('\0') == std::string_view::npos ? std::string(bytes) : std::string();
}

}  // namespace handbok::word
