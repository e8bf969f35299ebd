#include "text/identity_number.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "base/date.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

bool is_separator(char c) {
  return c == ' ' || c == '-' || c == '+' || c == '.' || c == '/' || c == '_';
}

/// Letters that stand for the first digit of the last four until a number has been given.
bool is_interim_letter(char c) {
  return std::string_view("TRSUWXJKLMN").find(c) != std::string_view::npos;
}

constexpr char other_text = '#';  ///< any character that ends a number

bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE01EF);
}

bool is_hyphen(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x207B || c == 0x208B || c == 0x2212 ||
         c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_blank(char32_t c) {
  return c == '\n' || c == '\t' || c == '\r' || c == 0x00A0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// The digit that the character shows, in the forms that copied text holds.
std::optional<char> other_digit(char32_t c) {
  const auto digit_after = [&](char32_t zero) { return static_cast<char>('0' + (c - zero)); };
  constexpr std::array<char32_t, 7> zeros = {0xFF10,  0x2080,  0x1D7CE, 0x1D7D8,
                                             0x1D7E2, 0x1D7EC, 0x1D7F6};
  for (const char32_t zero : zeros) {
    if (c >= zero && c < zero + 10) return digit_after(zero);
  }
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return digit_after(0x2070);
  return std::nullopt;
}

/// The code point of a numeric entity at the start of `text`, such as "&#45;" or "&#x2d;".
CodePoint read_entity(std::string_view text) {
  if (!text.starts_with("&#")) return {};
  const bool is_hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  std::size_t at = is_hex ? 3 : 2;
  const auto start = at;
  char32_t value = 0;
  for (; at < text.size() && at < start + 7; ++at) {
    const int digit = hex_value(text[at]);
    if (digit < 0 || (!is_hex && digit > 9)) break;
    value = value * (is_hex ? 16U : 10U) + static_cast<char32_t>(digit);
  }
  if (at == start || at >= text.size() || text[at] != ';') return {};
  return {value, at + 1};
}

void append_plain(std::string& plain, char32_t c) {
  if (is_invisible(c)) return;
  if (is_hyphen(c)) {
    plain += '-';
  } else if (is_blank(c)) {
    plain += ' ';
  } else if (const auto digit = other_digit(c)) {
    plain += *digit;
  } else {
    plain += c > 0x20 && c < 0x7F ? static_cast<char>(c) : (c == ' ' ? ' ' : other_text);
  }
}

/// The text with one way to write each digit, hyphen and blank, and without what is not seen.
std::string to_plain(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = static_cast<unsigned char>(text[at]);
    if (letter > ' ' && letter < 0x7F && letter != '&') {  // most text
      plain += text[at++];
      continue;
    }
    auto point = read_entity(text.substr(at));
    if (point.size == 0) point = code_point_at(text, at);
    append_plain(plain, point.size == 0 ? U'\uFFFD' : point.value);
    at += std::max<std::size_t>(point.size, 1);
  }
  return plain;
}

/// Ten or twelve digits as they were found, with what stood between them.
struct Candidate {
  std::string digits;                     ///< an interim letter counts as a digit
  std::array<std::string, 13> between{};  ///< the separator before digit i
  std::size_t end = 0;
  bool has_letter = false;

  /// Where the date ends and the last four begin.
  std::size_t tail() const { return digits.size() - 4; }
};

/// At most one sign and two blanks may stand between two digits.
bool is_joint(const std::string& between) {
  const auto blanks = std::ranges::count(between, ' ');
  return blanks <= 2 && static_cast<std::ptrdiff_t>(between.size()) - blanks <= 1;
}

/// Reads `count` digits from `at` on; no value if something else comes first.
std::optional<Candidate> read_candidate(std::string_view text, std::size_t at, std::size_t count) {
  Candidate candidate;
  while (candidate.digits.size() < count) {
    auto& between = candidate.between.at(candidate.digits.size());
    while (at < text.size() && is_separator(text[at]))
      between += text[at++];
    const bool may_be_letter = candidate.digits.size() == count - 4;
    if (at == text.size() || !is_joint(between)) return std::nullopt;
    if (may_be_letter && is_interim_letter(text[at])) {
      candidate.has_letter = true;
    } else if (!is_digit(text[at])) {
      return std::nullopt;
    }
    candidate.digits += text[at++];
  }
  candidate.end = at;
  return candidate;
}

/// Separators may stand where a date has them and before the last four: all of the date or none.
/// Who writes pairs may go on with them: "81 12 28 - 98 74".
bool has_known_shape(const Candidate& candidate) {
  const auto tail = candidate.tail();
  const bool is_in_pairs =
      !candidate.between.at(tail - 2).empty() && !candidate.between.at(tail).empty();
  for (std::size_t i = 1; i < candidate.digits.size(); ++i) {
    const bool is_place =
        i == tail || i == tail - 2 || i == tail - 4 || (is_in_pairs && i == tail + 2);
    if (!is_place && !candidate.between.at(i).empty()) return false;
  }
  return candidate.between.at(tail - 2).empty() == candidate.between.at(tail - 4).empty();
}

int number_at(const std::string& digits, std::size_t at, std::size_t count) {
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/// True if the date exists; a coordination number has 60 added to the day.
bool has_date(const Candidate& candidate) {
  const auto tail = candidate.tail();
  const int day = number_at(candidate.digits, tail - 2, 2) % 60;
  const int month = number_at(candidate.digits, tail - 4, 2);
  const int year =
      tail == 8 ? number_at(candidate.digits, 0, 4) : 2000 + number_at(candidate.digits, 0, 2);
  const bool is_lifetime = year >= 1800 && year < 2100;
  return is_lifetime && Date::from_ymd(year, month, day).has_value();
}

/// The check digit of the last ten digits (the Luhn sum of all ten is a multiple of ten).
bool has_check_digit(const Candidate& candidate) {
  int sum = 0;
  const auto start = candidate.digits.size() - 10;
  for (std::size_t i = 0; i < 10; ++i) {
    const int digit = (candidate.digits[start + i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += digit / 10 + digit % 10;
  }
  return sum % 10 == 0;
}

bool has_sign(const std::string& between) {
  return between.find_first_of("-+") != std::string::npos;
}

IdentityNumber judge(const Candidate& candidate) {
  const auto tail = candidate.tail();
  const auto& before_tail = candidate.between.at(tail);
  const bool has_split_date = !candidate.between.at(tail - 2).empty();
  if (candidate.has_letter) {
    return has_sign(before_tail) ? IdentityNumber::possible : IdentityNumber::none;
  }
  if (!has_check_digit(candidate)) return IdentityNumber::none;
  if (has_sign(before_tail)) return IdentityNumber::certain;
  const bool is_twelve = candidate.digits.size() == 12;
  return is_twelve && !has_split_date ? IdentityNumber::certain : IdentityNumber::possible;
}

/// How digits are joined to others before or after them.
enum class Joint : std::uint8_t {
  none,
  list,   ///< as in a path or a list: "1/811228-9874"
  number  ///< they are a part of something longer
};

/// `next` stands beside the digits, `beyond` on its other side.
Joint joint_of(char next, char beyond) {
  if (is_digit(next)) return Joint::number;
  if (!is_separator(next) || next == ' ' || !is_digit(beyond)) return Joint::none;
  return next == '-' || next == '+' ? Joint::number : Joint::list;
}

Joint joint_before(std::string_view text, std::size_t at) {
  return at == 0 ? Joint::none : joint_of(text[at - 1], at > 1 ? text[at - 2] : ' ');
}

Joint joint_after(std::string_view text, std::size_t end) {
  if (end == text.size()) return Joint::none;
  return joint_of(text[end], end + 1 < text.size() ? text[end + 1] : ' ');
}

IdentityNumber look_at(std::string_view text, std::size_t at, std::size_t count) {
  const auto candidate = read_candidate(text, at, count);
  if (!candidate) return IdentityNumber::none;
  const auto joint = std::max(joint_before(text, at), joint_after(text, candidate->end));
  if (joint == Joint::number || !has_known_shape(*candidate) || !has_date(*candidate))
    return IdentityNumber::none;
  const auto found = judge(*candidate);
  const bool is_doubtful = joint == Joint::list && found != IdentityNumber::certain;
  return is_doubtful ? IdentityNumber::none : found;
}

/// False if the text has too few digits, in any written form, for the slow look to find anything.
bool may_hold_number(std::string_view text) {
  constexpr auto digits_needed = 9;  // the tenth may be a letter
  constexpr char full_width_lead = '\xEF';
  if (text.find(full_width_lead) != std::string_view::npos) return true;
  if (text.find("&#") != std::string_view::npos) return true;
  return std::ranges::count_if(text, is_digit) >= digits_needed;
}

}  // namespace

IdentityNumber find_identity_number(std::string_view text) {
  if (!may_hold_number(text)) return IdentityNumber::none;
  const auto plain = to_plain(text);
  auto found = IdentityNumber::none;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (!is_digit(plain[at])) continue;
    found = std::max({found, look_at(plain, at, 10), look_at(plain, at, 12)});
    if (found == IdentityNumber::certain) return found;
  }
  return found;
}

}  // namespace handbok
