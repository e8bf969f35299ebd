#include "word/read_inlines.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok::word {
namespace {

struct NamedKind {
  std::string_view name;
  InlineKind kind;
};

/// Those that keep their dress.
constexpr auto dressed = std::to_array<NamedKind>({
    {"Emph", InlineKind::emphasis},
    {"Strong", InlineKind::strong},
    {"Strikeout", InlineKind::strikeout},
});

bool is_dress(InlineKind kind) {
  return kind == InlineKind::emphasis || kind == InlineKind::strong ||
         kind == InlineKind::strikeout;
}

std::optional<InlineKind> dress_called(std::string_view name) {
  const auto* const found = std::ranges::find(dressed, name, &NamedKind::name);
  if (found == dressed.end()) return std::nullopt;
  return found->kind;
}

bool has_same_dress(const Inline& left, const Inline& right) {
  if (left.kind != right.kind) return false;
  return left.kind == InlineKind::text || left.kind == InlineKind::code || is_dress(left.kind) ||
         (left.kind == InlineKind::link && left.target == right.target);
}

/// Signs that Unicode has raised and lowered too, in the same order.
constexpr std::string_view shiftable = "0123456789+-−=()ni";
constexpr std::string_view raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ";
constexpr std::string_view lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ";

/// The code points of a text.
std::vector<std::string_view> signs_of(std::string_view text) {
  std::vector<std::string_view> signs;
  for (std::size_t at = 0; at < text.size(); at += signs.back().size())
    signs.push_back(text.substr(at, std::max<std::size_t>(1, code_point_at(text, at).size)));
  return signs;
}

/// The words raised or lowered; no value if Unicode lacks one of the signs. What is raised already
/// stays as it is.
std::optional<std::string> shifted_signs(std::string_view words, bool is_raised) {
  const auto plain = signs_of(shiftable);
  const auto shifted = signs_of(is_raised ? raised : lowered);
  std::string text;
  for (const auto sign : signs_of(words)) {
    const auto at = std::ranges::find(plain, sign);
    const bool is_shifted = std::ranges::find(shifted, sign) != shifted.end();
    if (at == plain.end() && !is_shifted) return std::nullopt;
    text += is_shifted ? sign : shifted[static_cast<std::size_t>(at - plain.begin())];
  }
  return text;
}

/// Adds one more; Word cuts words into pieces, which are put together again.
void add(Inlines& inlines, Inline one) {
  const bool is_empty_dress = is_dress(one.kind) && one.inlines.empty();
  if (is_empty_dress || (one.kind == InlineKind::text && one.text.empty())) return;
  if (inlines.empty() || !has_same_dress(inlines.back(), one)) {
    inlines.push_back(std::move(one));
    return;
  }
  inlines.back().text += one.text;
  for (auto& part : one.inlines)
    add(inlines.back().inlines, std::move(part));
}

/// Takes the blanks at one end of `inlines` away and gives them.
std::string take_blanks(Inlines& inlines, bool at_start) {
  if (inlines.empty()) return {};
  auto& end = at_start ? inlines.front() : inlines.back();
  if (end.kind != InlineKind::text) return {};
  const auto kept = trim(end.text);
  const bool has_blank = at_start ? end.text.starts_with(' ') : end.text.ends_with(' ');
  if (!has_blank) return {};
  const auto first = static_cast<std::size_t>(kept.data() - end.text.data());
  auto left = at_start ? end.text.substr(kept.empty() ? end.text.size() : first)
                       : end.text.substr(0, kept.empty() ? 0 : first + kept.size());
  end.text = std::move(left);
  if (end.text.empty()) inlines.erase(at_start ? inlines.begin() : std::prev(inlines.end()));
  return " ";
}

/// One blank where there were several, also across pieces.
void squeeze(Inlines& inlines) {
  bool after_blank = true;
  for (auto& one : inlines) {
    if (one.kind != InlineKind::text) {
      after_blank = one.kind == InlineKind::line_break;
      continue;
    }
    std::string text;
    for (const char byte : one.text) {
      const bool is_blank = byte == ' ' || byte == '\t' || byte == '\n';
      if (!is_blank || !after_blank) text += is_blank ? ' ' : byte;
      after_blank = is_blank;
    }
    one.text = std::move(text);
  }
  std::erase_if(inlines,
                [](const Inline& one) { return one.kind == InlineKind::text && one.text.empty(); });
}

class Reader {
public:
  explicit Reader(const InlineSurroundings& around) : around_(around) {}

  Inlines read(const Json::Array& items) const {
    Inlines inlines;
    for (const auto& item : items)
      read_one(item["t"].text(), item["c"], inlines);
    return inlines;
  }

private:
  void read_one(std::string_view name, const Json& content, Inlines& inlines) const {
    if (name == "Str") return add(inlines, text_inline(std::string(content.text())));
    if (name == "Space" || name == "SoftBreak") return add(inlines, text_inline(" "));
    if (const auto dress = dress_called(name)) return read_dressed(*dress, content, inlines);
    if (name == "Link" || name == "Image") return read_link(name, content, inlines);
    if (name == "LineBreak" || name == "Code" || name == "Note") {
      return add(inlines, plain_piece(name, content));
    }
    if (name == "Math" || name == "RawInline") return read_foreign(name, content, inlines);
    read_undressed(name, content, inlines);
  }

  void read_dressed(InlineKind kind, const Json& content, Inlines& inlines) const {
    Inline one;
    one.kind = kind;
    one.inlines = read(content.items());
    auto before = take_blanks(one.inlines, true);
    auto after = take_blanks(one.inlines, false);
    add(inlines, text_inline(std::move(before)));
    add(inlines, std::move(one));
    add(inlines, text_inline(std::move(after)));
  }

  void read_link(std::string_view name, const Json& content, Inlines& inlines) const {
    Inline one;
    one.kind = name == "Link" ? InlineKind::link : InlineKind::image;
    one.target = content[2][0U].text();
    const auto title = content[2][1].text();
    if (name == "Link" && !title.empty()) around_.report(FlawKind::link_title, title);
    // The words of a bookmark of Word's are what counts.
    const bool leads_nowhere = one.kind == InlineKind::link && one.target.starts_with('#');
    Inlines notes;  // LibreOffice takes the one after a link into it
    for (auto& part : read(content[1].items())) {
      const bool is_note = !leads_nowhere && part.kind == InlineKind::note;
      add(is_note ? notes : leads_nowhere ? inlines : one.inlines, std::move(part));
    }
    if (!leads_nowhere) add(inlines, std::move(one));
    for (auto& note : notes)
      add(inlines, std::move(note));
  }

  Inline plain_piece(std::string_view name, const Json& content) const {
    Inline one;
    if (name == "LineBreak") {
      one.kind = InlineKind::line_break;
    } else if (name == "Code") {
      one.kind = InlineKind::code;
      one.text = content[1].text();
    } else {
      one.kind = InlineKind::note;
      one.blocks = around_.read_blocks(content.items());
    }
    return one;
  }

  void read_foreign(std::string_view name, const Json& content, Inlines& inlines) const {
    const std::string text(content[1].text());
    if (text == "<br>" || text == "<br/>" || text == "<br />")
      return add(inlines, plain_piece("LineBreak", content));
    around_.report(name == "Math" ? FlawKind::formula : FlawKind::foreign, text);
    if (name == "Math") add(inlines, text_inline(text));
  }

  /// Spans, underlines, small capitals, quotations, citations: what is in them stays.
  void read_undressed(std::string_view name, const Json& content, Inlines& inlines) const {
    const bool is_shifted = name == "Superscript" || name == "Subscript";
    const bool is_plain = is_shifted || name == "Underline" || name == "SmallCaps";
    auto parts = read((is_plain ? content : content[1]).items());
    if (is_shifted) shift(parts, name == "Superscript");
    for (auto& part : parts)
      add(inlines, std::move(part));
  }

  /// A number is never joined to the one before it: 10 with a raised 3 is 10³, and if there is no
  /// such sign 10^(3x).
  void shift(Inlines& parts, bool is_raised) const {
    const auto words = plain_text(parts);
    if (words.empty()) return;
    if (const auto shifted = shifted_signs(words, is_raised)) {
      parts = {text_inline(*shifted)};
      return;
    }
    around_.report(FlawKind::raised, words);
    if (words.find_first_of("0123456789") == std::string::npos) return;
    parts.insert(parts.begin(), text_inline(is_raised ? "^(" : "_("));
    parts.push_back(text_inline(")"));
  }

  const InlineSurroundings& around_;
};

void trim_ends(Inlines& inlines) {
  while (!take_blanks(inlines, true).empty()) {
  }
  while (!take_blanks(inlines, false).empty()) {
  }
  while (!inlines.empty() && inlines.back().kind == InlineKind::line_break)
    inlines.pop_back();
  while (!inlines.empty() && inlines.front().kind == InlineKind::line_break)
    inlines.erase(inlines.begin());
}

}  // namespace

ParagraphStyle style_of(const Json& attributes) {
  static const auto ending = to_lower(quote_ending);
  constexpr int quotations_max = 8;  // nobody means more, and each costs a level of the tree
  ParagraphStyle style;
  for (const auto& pair : attributes[2].items()) {
    if (pair[0U].text() == "custom-style") style.name = to_lower(pair[1].text());
  }
  for (; style.name.ends_with(ending) && style.quotations < quotations_max; ++style.quotations)
    style.name.resize(style.name.size() - ending.size());
  return style;
}

Inlines read_inlines(const Json::Array& items, const InlineSurroundings& around) {
  auto inlines = Reader(around).read(items);
  squeeze(inlines);
  trim_ends(inlines);
  return inlines;
}

}  // namespace handbok::word
