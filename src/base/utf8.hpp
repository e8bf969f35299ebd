#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// One code point read from UTF-8: its value and how many bytes it took. `size` is 0 when the bytes
/// are not valid UTF-8 (overlong forms and surrogates included) or there are none.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// The code point that starts at `offset` of `text`.
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// Appends `value` as UTF-8; `value` must be a Unicode scalar value.
void append_utf8(std::string& text, char32_t value);

/// What begins with the byte order mark of UTF-16, without it; no value for other bytes. A half of
/// a pair that stands alone becomes U+FFFD.
std::optional<std::string> from_utf16(std::string_view bytes);

/// The offset of the first byte that is not valid UTF-8, or npos if all is well.
std::size_t first_invalid_utf8(std::string_view text);

/// How many code points `text` holds; invalid bytes count as one each.
std::size_t count_code_points(std::string_view text);

/// `text` in Unicode Normalization Form C. `text` must be valid UTF-8.
std::string to_nfc(std::string_view text);

/// `text` with each letter in lower case (Unicode simple mapping). `text` must be valid UTF-8.
std::string to_lower(std::string_view text);

/// "U+202E".
std::string code_point_name(char32_t value);

/// True for characters that no text has: controls other than tab and line feed, those for private
/// use, and those that Unicode says are none.
bool is_control_character(char32_t value);

/// True for characters that are not seen but change what is seen: bidi controls, zero-width
/// characters, tags. The joiners U+200C and U+200D are letters' own and not among them.
bool is_hidden_character(char32_t value);

/// True if some character of `text` is one of those, or its bytes are not valid UTF-8.
bool has_unseen_characters(std::string_view text);

/// `text` with U+FFFD for each of those.
std::string with_seen_characters(std::string_view text);

}  // namespace handbok
