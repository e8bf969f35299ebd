#include "diagram/label_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

/// The width of a character as a share of the font size.
double advance(char32_t c) {
  constexpr std::u32string_view thin = U"ijl.,:;'|!I ()[]-/ftr";
  constexpr std::u32string_view wide = U"mwMWÅÄÖ%@–—…";
  if (thin.find(c) != std::u32string_view::npos) return 0.40;
  if (wide.find(c) != std::u32string_view::npos) return 0.92;
  if (c >= U'A' && c <= U'Z') return 0.72;
  return c < 0x2E80 ? 0.62 : 1.0;
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeiouyåäöéAEIOUYÅÄÖÉ").find(c) != std::u32string_view::npos;
}

std::u32string code_points_of(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.size == 0 ? U'\uFFFD' : point.value;
    at += std::max<std::size_t>(point.size, 1);
  }
  return points;
}

std::string to_utf8(std::u32string_view points) {
  std::string text;
  for (const char32_t point : points)
    append_utf8(text, point);
  return text;
}

double width_of(std::u32string_view points, double size) {
  double width = 0;
  for (const char32_t point : points)
    width += advance(point) * size;
  return width;
}

/// A syllable begins where a consonant stands before a vowel; three letters at least on each side.
bool may_break_before(std::u32string_view word, std::size_t at) {
  return at >= 3 && at + 3 <= word.size() && !is_vowel(word[at]) && is_vowel(word[at + 1]);
}

/// Swedish words are joined with an s; before these letters it is not the beginning of a syllable.
bool is_joint_before(std::u32string_view word, std::size_t at) {
  return at >= 4 && at + 4 <= word.size() && word[at - 1] == U's' &&
         std::u32string_view(U"bdfghr").find(word[at]) != std::u32string_view::npos;
}

/// How much of `word` fits before a hyphen, to the last joint or else syllable if there is one.
std::size_t head_that_fits(std::u32string_view word, double size, double max_width) {
  std::size_t fitting = 1;
  std::size_t syllable = 0;
  std::size_t joint = 0;
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (width_of(word.substr(0, at), size) + size * advance(U'-') > max_width) break;
    fitting = at;
    if (may_break_before(word, at)) syllable = at;
    if (is_joint_before(word, at)) joint = at;
  }
  if (joint != 0) return joint;
  return syllable == 0 ? fitting : syllable;
}

bool is_number(std::string_view word) {
  return word.size() > 1 && word.back() == '.' &&
         word.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// The words that stay together: a number with what it begins, a dash with what it ends.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const bool is_dash = word == "–" || word == "-";
    if (!words.empty() && (is_dash || is_number(words.back()))) {
      words.back().append(" ").append(word);
    } else {
      words.emplace_back(word);
    }
  }
  return words;
}

/// A piece of text that is not broken, and what joins it to the next on the same line.
struct Piece {
  std::string text;
  bool goes_on;  ///< part of a broken word: hyphen at a line's end, nothing within a line
  double width;
};

class Wrapper {
public:
  Wrapper(std::string_view text, double size, double max_width)
      : font_size_(size),
        max_width_(max_width) {
    for (const std::string& word : words_of(text))
      add_word(word);
  }

  std::vector<std::string> lines() const {
    const double narrowest = narrowest_width(break_at(max_width_).size());
    return break_at(narrowest);
  }

private:
  /// What stays together if it can is parted between the words before a word is broken.
  void add_word(const std::string& word) {
    const auto blank = word.find(' ');
    if (blank != std::string::npos && text_width(word, font_size_) > max_width_) {
      add_word(word.substr(0, blank));
      add_word(word.substr(blank + 1));
      return;
    }
    std::u32string rest = code_points_of(word);
    while (rest.size() > 1 && width_of(rest, font_size_) > max_width_) {
      const std::size_t head = head_that_fits(rest, font_size_, max_width_);
      add_piece(rest.substr(0, head), true);
      rest.erase(0, head);
    }
    add_piece(rest, false);
  }

  void add_piece(const std::u32string& piece, bool goes_on) {
    pieces_.push_back({to_utf8(piece), goes_on, width_of(piece, font_size_)});
  }

  /// The lines that come of filling each as far as `width` goes.
  std::vector<std::string> break_at(double width) const {
    std::vector<std::string> lines;
    double used = 0;
    bool is_inside_word = false;
    for (const Piece& piece : pieces_) {
      const double gap = is_inside_word ? 0 : font_size_ * advance(U' ');
      if (lines.empty() || used + gap + piece.width + hyphen_after(piece) > width) {
        if (is_inside_word) lines.back() += '-';
        lines.push_back(piece.text);
        used = piece.width;
      } else {
        lines.back().append(is_inside_word ? "" : " ").append(piece.text);
        used += gap + piece.width;
      }
      is_inside_word = piece.goes_on;
    }
    return lines;
  }

  double hyphen_after(const Piece& piece) const {
    return piece.goes_on ? font_size_ * advance(U'-') : 0;
  }

  /// The least width that needs no more than `line_count` lines: that is what balances them.
  double narrowest_width(std::size_t line_count) const {
    double widest_piece = 0;
    for (const Piece& piece : pieces_)
      widest_piece = std::max(widest_piece, piece.width + hyphen_after(piece));
    double width = widest_piece;
    while (width < max_width_ && break_at(width).size() > line_count)
      width += 2;
    return std::max(widest_piece, std::min(width, max_width_));
  }

  double font_size_;
  double max_width_;
  std::vector<Piece> pieces_;
};

using drawing::font_size;
using drawing::line_height;

constexpr double box_width = 176;
constexpr double diamond_width = 208;
constexpr double exit_label_width = 110;
constexpr double least_height = 44;
constexpr double least_diamond_height = 76;

double tag_space(const FlowNode& node) {
  return node.is_collaboration ? drawing::tag_height + drawing::tag_gap : 0;
}

/// What the shape itself takes from the width, on both sides together.
double side_space(NodeKind kind) {
  switch (kind) {
    case NodeKind::start:
    case NodeKind::end: return 28;
    case NodeKind::subprocess: return 36;
    case NodeKind::reference: return 30;
    case NodeKind::wait: return 48;
    case NodeKind::activity:
    case NodeKind::decision: return 22;
  }
  return 0;
}

/// The height of the flattest diamond of the usual width around these lines: the farther from the
/// middle a line lies, the less room there is for it.
double diamond_height(const std::vector<std::string>& lines, const FlowNode& node) {
  const double text_height = static_cast<double>(lines.size()) * line_height + tag_space(node);
  double height = least_diamond_height;
  double top = -text_height / 2;
  for (const std::string& line : lines) {
    const double distance = std::max(std::abs(top), std::abs(top + line_height)) + 1;
    const double share = std::min(text_width(line, font_size) / diamond_width, 0.9);
    height = std::max(height, 2 * distance / (1 - share));
    top += line_height;
  }
  return std::max(height, node.is_collaboration ? 2.6 * text_height : 0);
}

double widest_word(const std::string& text) {
  double width = 0;
  for (const std::string& word : words_of(text))
    width = std::max(width, text_width(word, font_size));
  return width;
}

/// The usual width, or as much more as the longest word needs to stay whole: a word broken with a
/// hyphen is not the step's name to somebody who speaks it to the computer (WCAG 2.5.3).
double box_width_for(const std::string& label, NodeKind kind) {
  const double needed = std::ceil(widest_word(label) + side_space(kind));
  return std::clamp(needed, box_width, diamond_width);
}

/// Of the ways to wrap the label, the one that makes the flattest diamond without breaking words.
NodeText measure_diamond(const FlowNode& node) {
  constexpr double usual_line = 150;
  constexpr double longest_line = 0.85 * diamond_width;
  constexpr double step = 5;
  constexpr double worth_a_line = 8;  // what more lines must save in height
  const std::string label = full_label(node);
  const double widest_line = std::clamp(widest_word(label), usual_line, longest_line);
  const double narrowest_line = std::clamp(widest_word(label), 80.0, widest_line);
  NodeText best{{}, diamond_width, std::numeric_limits<double>::max()};
  double width = widest_line;
  do {
    std::vector<std::string> lines = wrap_text(label, font_size, width);
    const double height = std::ceil(diamond_height(lines, node));
    if (height + worth_a_line < best.height) best = {std::move(lines), diamond_width, height};
    width -= step;
  } while (width >= narrowest_line);
  return best;
}

}  // namespace

double text_width(std::string_view text, double size) {
  return width_of(code_points_of(text), size);
}

std::vector<std::string> wrap_text(std::string_view text, double size, double max_width) {
  return Wrapper(text, size, max_width).lines();
}

std::string full_label(const FlowNode& node) {
  return node.number == 0 ? node.label : std::to_string(node.number) + ". " + node.label;
}

std::vector<std::string> wrap_exit_label(const std::string& label) {
  return wrap_text(label, drawing::small_font_size * drawing::bold, exit_label_width);
}

NodeText measure_node(const FlowNode& node) {
  if (node.kind == NodeKind::decision) return measure_diamond(node);
  const std::string label = full_label(node);
  const double width = box_width_for(label, node.kind);
  std::vector<std::string> lines = wrap_text(label, font_size, width - side_space(node.kind));
  const double text_height = static_cast<double>(lines.size()) * line_height + tag_space(node);
  return {std::move(lines), width, std::max(least_height, text_height + 20)};
}

}  // namespace handbok
