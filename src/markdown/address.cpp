#include "markdown/address.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "markdown/report.hpp"
#include "text/address.hpp"

namespace handbok {
namespace {

bool is_hex(char c) {
  return hex_value(c) >= 0;
}
bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// A percent sign could hide a slash or dots.
bool is_relative_path(std::string_view address) {
  return !address.empty() && address.front() != '/' && address.front() != '#' &&
         address.find("//") == std::string_view::npos &&
         address.find("..") == std::string_view::npos &&
         std::ranges::none_of(address, [](char c) { return is_one_of(c, ":\\%?&<>\"|*"); });
}

bool is_kept_in_href(char c) {
  return is_letter(c) || is_digit(c) || is_one_of(c, "-._~!*'();/?:@&=+$,#");
}

bool is_part_of_word(char c) {
  return is_letter_or_digit(c) || is_beyond_ascii(c);
}

/// Cuts off what ends a sentence, and a closing parenthesis that was not opened in the address.
std::string_view without_punctuation(std::string_view address) {
  auto surplus = std::ranges::count(address, ')') - std::ranges::count(address, '(');
  while (!address.empty()) {
    const char last = address.back();
    const bool is_surplus = last == ')' && surplus > 0;
    if (!is_surplus && !is_one_of(last, "?!.,:;*_~'\"]")) break;
    if (is_surplus) --surplus;
    address.remove_suffix(1);
  }
  return address;
}

/// The web address at `begin`; its end is `begin` if there is none.
Autolink web_address_at(std::string_view text, std::size_t begin) {
  const auto length = std::min(text.find_first_of(" \t\n<>[]|\"", begin), text.size()) - begin;
  const auto shown = without_punctuation(text.substr(begin, length));
  std::string address(shown);
  if (shown.starts_with("www.")) address = "http://" + address;
  const bool is_good =
      address.find('.') != std::string::npos && kind_of_address(address) == LinkKind::external;
  return {begin, is_good ? begin + shown.size() : begin, address};
}

bool is_mail_domain(std::string_view domain) {
  const auto dot = domain.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < domain.size() &&
         domain.find("..") == std::string_view::npos && domain.front() != '-' &&
         domain.back() != '-';
}

/// The mail address around the '@' at `at`, not before `from`; its end is `at` if there is none.
Autolink mail_address_around(std::string_view text, std::size_t at, std::size_t from) {
  auto begin = at;
  while (begin > from &&
         (is_letter_or_digit(text[begin - 1]) || is_one_of(text[begin - 1], ".-_+"))) {
    --begin;
  }
  auto end = at + 1;
  while (end < text.size() && (is_letter_or_digit(text[end]) || is_one_of(text[end], ".-_")))
    ++end;
  while (end > at + 1 && is_one_of(text[end - 1], "."))
    --end;
  const bool is_inside_word =
      begin > from && (is_part_of_word(text[begin - 1]) || text[begin - 1] == '@');
  const bool goes_on = end < text.size() && (is_part_of_word(text[end]) || text[end] == '@');
  const bool is_good = begin < at && !is_inside_word && !goes_on &&
                       is_mail_domain(text.substr(at + 1, end - at - 1));
  return {begin, is_good ? end : at, "mailto:" + std::string(text.substr(begin, end - begin))};
}

/// Most texts hold no address, and a look for these is quick.
bool may_have_addresses(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos;
}

bool starts_web_address(std::string_view text, std::size_t offset) {
  const auto rest = text.substr(offset);
  return (offset == 0 || !is_part_of_word(text[offset - 1])) &&
         (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."));
}

}  // namespace

std::optional<LinkKind> kind_of_address(std::string_view address) {
  if (safe_href(address).empty()) return std::nullopt;
  if (is_web_address(address)) return LinkKind::external;
  if (address.size() > 1 && address.front() == '#' && address.find(' ') == std::string_view::npos) {
    return LinkKind::anchor;
  }
  if (is_relative_path(address)) return LinkKind::attachment;
  return std::nullopt;
}

std::string href_of(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  // A host with letters beyond ASCII is written as it is: browsers know how to ask for it.
  const auto scheme_end = address.find("://");
  const auto host_end =
      scheme_end == std::string_view::npos
          ? 0
          : std::min(address.find_first_of("/?#", scheme_end + 3), address.size());
  std::string href;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool is_escape =
        c == '%' && i + 2 < address.size() && is_hex(address[i + 1]) && is_hex(address[i + 2]);
    if (c == '&') {
      href += "&amp;";
    } else if (c == '\'') {
      href += "&#39;";
    } else if (is_kept_in_href(c) || is_escape || (i < host_end && is_beyond_ascii(c))) {
      href += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      href += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return href;
}

std::vector<Autolink> find_autolinks(std::string_view text) {
  std::vector<Autolink> links;
  if (!may_have_addresses(text)) return links;
  std::size_t from = 0;
  for (auto i = text.find_first_of("hw@"); i != std::string_view::npos;
       i = text.find_first_of("hw@", i)) {
    Autolink link;
    if (text[i] == '@') {
      link = mail_address_around(text, i, from);
    } else if (starts_web_address(text, i)) {
      link = web_address_at(text, i);
    }
    if (link.end > i) {
      from = i = link.end;
      links.push_back(std::move(link));
    } else {
      ++i;
    }
  }
  return links;
}

}  // namespace handbok
