#include "text/tokens.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

enum class Sign { letter, digit, blank, line_end, dash, ignored, mark };

bool is_in(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

Sign sign_of_ascii(char32_t value) {
  if (is_in(value, U'a', U'z') || is_in(value, U'A', U'Z')) return Sign::letter;
  if (is_in(value, U'0', U'9')) return Sign::digit;
  if (value == U'\n') return Sign::line_end;
  if (value == U' ' || value == U'\t' || value == U'\r') return Sign::blank;
  return value == U'-' ? Sign::dash : Sign::mark;
}

Sign sign_of(CodePoint point) {
  const auto value = point.value;
  if (point.size == 0) return Sign::mark;
  if (value < 0x80) return sign_of_ascii(value);
  if (value == 0x00AD || is_in(value, 0x200B, 0x200D) || value == 0x2060 || value == 0xFEFF) {
    return Sign::ignored;  // soft hyphen, blanks and joiners without width
  }
  if (value == 0x00A0 || is_in(value, 0x2000, 0x200A) || value == 0x202F) return Sign::blank;
  if (is_in(value, 0x2010, 0x2015) || value == 0x2212) return Sign::dash;
  if (is_in(value, 0x0080, 0x00BF) || is_in(value, 0x2000, 0x2BFF)) return Sign::mark;
  return Sign::letter;
}

TokenKind kind_of_mark(char32_t value) {
  switch (value) {
    case U'§': return TokenKind::section_sign;
    case U':': return TokenKind::colon;
    case U',': return TokenKind::comma;
    case U'.': return TokenKind::period;
    case U'(': return TokenKind::open;
    case U')': return TokenKind::close;
    default: return TokenKind::other;
  }
}

/// Cuts a text into tokens from its beginning to its end.
class Tokenizer {
public:
  Tokenizer(std::string_view text, std::string& clean) : text_(text), clean_(clean) {}

  std::vector<Token> run() {
    while (offset_ < text_.size()) {
      step();
    }
    return std::move(tokens_);
  }

private:
  void step() {
    const auto point = code_point_at(text_, offset_);
    const auto size = std::max<std::size_t>(point.size, 1);
    switch (sign_of(point)) {
      case Sign::blank: blank_ = true; break;
      case Sign::line_end: end_line(); break;
      case Sign::ignored: break;
      case Sign::letter: return add_run(TokenKind::word, Sign::letter);
      case Sign::digit: return add_run(TokenKind::number, Sign::digit);
      case Sign::dash: add(TokenKind::dash, offset_ + size); break;
      case Sign::mark: add(kind_of_mark(point.value), offset_ + size); break;
    }
    offset_ += size;
  }

  /// The second line end in a row ends the paragraph.
  void end_line() {
    if (line_ended_ && tokens_.back().kind != TokenKind::paragraph_end) {
      add(TokenKind::paragraph_end, offset_);
    }
    line_ended_ = !tokens_.empty();
    blank_ = true;
  }

  void add(TokenKind kind, std::size_t end) {
    tokens_.push_back({kind, blank_, offset_, end, clean_.size(), clean_.size()});
    blank_ = false;
    line_ended_ = false;
  }

  /// Adds the letters or digits from here on as one token.
  void add_run(TokenKind kind, Sign wanted) {
    add(kind, offset_);
    auto& token = tokens_.back();
    while (offset_ < text_.size()) {
      const auto point = code_point_at(text_, offset_);
      const auto sign = sign_of(point);
      if (sign == wanted) {
        clean_.append(text_.substr(offset_, point.size));
        token.end = offset_ + point.size;
      } else if (kind == TokenKind::word && sign == Sign::dash) {
        const auto rest = after_division(offset_ + point.size);
        if (rest == offset_) break;
        offset_ = rest;
        continue;
      } else if (sign != Sign::ignored) {
        break;
      }
      offset_ += point.size;
    }
    token.clean_end = clean_.size();
  }

  /// Where the second half of a word divided at a line end begins, if the hyphen that ends at
  /// `after_hyphen` divides one; else the current offset.
  std::size_t after_division(std::size_t after_hyphen) const {
    bool line_ended = false;
    for (auto at = after_hyphen; at < text_.size();) {
      const auto point = code_point_at(text_, at);
      const auto sign = sign_of(point);
      const bool is_blank = sign == Sign::blank || (sign == Sign::line_end && !line_ended);
      if (!is_blank) return line_ended && is_in(point.value, U'a', U'z') ? at : offset_;
      line_ended = line_ended || sign == Sign::line_end;
      at += point.size;
    }
    return offset_;
  }

  std::string_view text_;
  std::string& clean_;
  std::vector<Token> tokens_;
  std::size_t offset_ = 0;
  bool blank_ = false;
  bool line_ended_ = false;
};

}  // namespace

Tokens::Tokens(std::string_view text) {
  clean_.reserve(text.size());
  tokens_ = Tokenizer(text, clean_).run();
  end_.begin = text.size();
  end_.end = text.size();
}

std::string_view Tokens::text(std::size_t index) const {
  const auto& token = at(index);
  return std::string_view(clean_).substr(token.clean_begin, token.clean_end - token.clean_begin);
}

int Tokens::number(std::size_t index, std::size_t digits) const {
  const auto written = text(index);
  if (at(index).kind != TokenKind::number || written.size() > digits) return -1;
  int value = -1;
  std::from_chars(written.data(), written.data() + written.size(), value);
  return value;
}

bool Tokens::is_word(std::size_t index, std::string_view lower) const {
  const auto word = text(index);
  return at(index).kind == TokenKind::word &&
         std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

}  // namespace handbok
