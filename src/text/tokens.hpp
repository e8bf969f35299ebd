#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

enum class TokenKind : std::uint8_t {
  word,
  number,
  section_sign,
  colon,
  comma,
  period,
  dash,
  open,
  close,
  paragraph_end,  // a blank line
  other,
  end,
};

/// One word, number, mark or blank line of a text.
struct Token {
  TokenKind kind = TokenKind::end;
  bool blank_before = false;  ///< also a line break or a no-break blank
  std::size_t begin = 0;      ///< bytes in the text that was read
  std::size_t end = 0;
  std::size_t clean_begin = 0;  ///< bytes in the text without soft hyphens; see Tokens::text
  std::size_t clean_end = 0;
};

/// A text cut into words, numbers and marks, where "5§" and "24b" are two tokens each. Soft hyphens
/// and other signs without width are left out, and a word divided at a line end is put together.
class Tokens {
public:
  explicit Tokens(std::string_view text);

  std::size_t size() const { return tokens_.size(); }

  /// The token at `index`, or an `end` token after the last.
  const Token& at(std::size_t index) const { return index < size() ? tokens_[index] : end_; }

  /// The letters or digits of a word or number; empty for marks.
  std::string_view text(std::size_t index) const;

  /// Whether the token at `index` follows the one before it without a blank.
  bool is_attached(std::size_t index) const { return index > 0 && !at(index).blank_before; }

  /// The value of a number of at most `digits` digits; -1 for anything else.
  int number(std::size_t index, std::size_t digits) const;

  /// Whether the token at `index` is the word `lower`, in any case of its ASCII letters.
  bool is_word(std::size_t index, std::string_view lower) const;

private:
  std::string clean_;
  std::vector<Token> tokens_;
  Token end_;
};

}  // namespace handbok
