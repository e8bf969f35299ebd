#include "markdown/address.hpp"

#include <algorithm>
#include <cctype>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "markdown/report.hpp"

namespace handbok {
namespace {

bool is_hex(char c) {
  return hex_value(c) >= 0;
}
bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool has_hidden_characters(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto point = code_point_at(text, offset);
    if (point.size == 0 || is_hidden_character(point.value) || point.value == 0xa0) return true;
    offset += point.size;
  }
  return false;
}

/// The rest of `text` after `prefix`, which may be written in any case.
std::optional<std::string_view> after_prefix(std::string_view text, std::string_view prefix) {
  const bool matches = text.size() >= prefix.size() &&
                       std::equal(prefix.begin(), prefix.end(), text.begin(),
                                  [](char a, char b) { return a == ascii_lower(b); });
  if (!matches) return std::nullopt;
  return text.substr(prefix.size());
}

/// "www.socialstyrelsen.se", "localhost:8080"; no user name, no empty label.
bool is_host(std::string_view text) {
  const auto colon = text.find(':');
  const auto name = text.substr(0, colon);
  if (colon != std::string_view::npos) {
    const auto port = text.substr(colon + 1);
    if (port.empty() || port.size() > 4 || !std::ranges::all_of(port, is_digit)) return false;
  }
  return !name.empty() && name.find("..") == std::string_view::npos &&
         !is_one_of(name.front(), ".-") && !is_one_of(name.back(), "-") &&
         std::ranges::all_of(name, [](char c) {
           return is_letter(c) || is_digit(c) || is_beyond_ascii(c) || is_one_of(c, ".-");
         });
}

bool is_web_address(std::string_view rest) {
  return rest.find('\\') == std::string_view::npos &&
         is_host(rest.substr(0, rest.find_first_of("/?#")));
}

bool is_mail_address(std::string_view rest) {
  rest = rest.substr(0, rest.find('?'));
  const auto at = rest.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < rest.size() &&
         rest.find('@', at + 1) == std::string_view::npos &&
         !std::ranges::any_of(rest, [](char c) { return is_one_of(c, " <>\"\\()[],;:"); });
}

bool is_phone_number(std::string_view rest) {
  return std::ranges::any_of(rest, is_digit) &&
         std::ranges::all_of(rest, [](char c) { return is_digit(c) || is_one_of(c, "+-.() "); });
}

bool is_external(std::string_view address) {
  if (const auto rest = after_prefix(address, "https://")) return is_web_address(*rest);
  if (const auto rest = after_prefix(address, "http://")) return is_web_address(*rest);
  if (const auto rest = after_prefix(address, "mailto:")) return is_mail_address(*rest);
  if (const auto rest = after_prefix(address, "tel:")) return is_phone_number(*rest);
  return false;
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

}  // namespace

std::optional<LinkKind> kind_of_address(std::string_view address) {
  if (has_hidden_characters(address)) return std::nullopt;
  if (is_external(address)) return LinkKind::external;
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

}  // namespace handbok
