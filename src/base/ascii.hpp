#pragma once

namespace handbok {

// The standard's functions of these names ask the locale, which no byte that we write may depend
// on, and they take no char.

/// True for 0-9.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// True for a-z.
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// True for A-Z.
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// True for a-z and A-Z.
constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

/// True for a-z, A-Z and 0-9.
constexpr bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

/// True for the signs that can be seen: ! to / and so on.
constexpr bool is_punctuation(char c) {
  return c > ' ' && c < '\x7F' && !is_letter_or_digit(c);
}

/// True for the bytes that every letter outside ASCII is made of.
constexpr bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// `c` in lower case if it is an ASCII letter; every other byte as it is.
constexpr char ascii_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `c` in upper case if it is an ASCII letter; every other byte as it is.
constexpr char ascii_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The value of a hexadecimal digit in either case, or -1.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace handbok
