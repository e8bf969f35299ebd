#include "text/address.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool has_disguise(std::string_view address) {
  return has_unseen_characters(address) ||
         address.find_first_of("\n\t\\") != std::string_view::npos ||
         address.find("\xC2\xA0") != std::string_view::npos ||      // a blank
         address.find("\xE2\x80\x8C") != std::string_view::npos ||  // and the joiners
         address.find("\xE2\x80\x8D") != std::string_view::npos;
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

bool is_web_place(std::string_view rest) {
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

bool leads_out(std::string_view address) {
  if (const auto rest = after_prefix(address, "https://")) return is_web_place(*rest);
  if (const auto rest = after_prefix(address, "http://")) return is_web_place(*rest);
  if (const auto rest = after_prefix(address, "mailto:")) return is_mail_address(*rest);
  if (const auto rest = after_prefix(address, "tel:")) return is_phone_number(*rest);
  return false;
}

}  // namespace

bool is_web_address(std::string_view address) {
  return !has_disguise(address) && leads_out(address);
}

std::string_view safe_href(std::string_view address) {
  if (is_web_address(address)) return address;
  // What ends at the first of these signs could be a scheme; two slashes begin a host.
  const auto end = std::min(address.find_first_of("/?#"), address.size());
  const bool has_scheme = address.substr(0, end).find(':') != std::string_view::npos;
  const bool is_inside = !has_scheme && !has_disguise(address) && !address.starts_with("//");
  return is_inside ? address : std::string_view{};
}

}  // namespace handbok
