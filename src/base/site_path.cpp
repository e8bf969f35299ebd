#include "base/site_path.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

/// Names of devices: Windows opens these instead of a file, whatever ending they have.
bool is_device(std::string_view name) {
  constexpr auto devices = std::to_array<std::string_view>({"con", "prn", "aux", "nul"});
  std::string stem(name.substr(0, name.find('.')));
  std::ranges::transform(stem, stem.begin(), ascii_lower);
  const bool is_numbered = stem.size() == 4 && is_digit(stem.back()) &&
                           (stem.starts_with("com") || stem.starts_with("lpt"));
  return is_numbered || std::ranges::find(devices, stem) != devices.end();
}

/// One name of a path. No hidden files: ".git", ".htaccess".
bool is_name(std::string_view name) {
  constexpr std::size_t bytes_max = 200;  // a disk takes 255, and names get endings
  return !name.empty() && name.size() <= bytes_max && name.front() != '.' && name.back() != '.' &&
         name.front() != ' ' && name.back() != ' ' && !is_device(name) &&
         name.find_first_of("\\:*?\"<>|\n\t") == std::string_view::npos &&
         !has_unseen_characters(name);
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= id_length_max && is_letter_or_digit(text.front()) &&
         !is_device(text) && std::ranges::all_of(text, [](char c) {
           return is_letter_or_digit(c) || c == '-' || c == '_';
         });
}

SitePath::SitePath(std::string text) {
  constexpr std::size_t bytes_max = 1000;
  const bool is_path = text.size() <= bytes_max && std::ranges::all_of(split(text, '/'), is_name);
  (is_path ? text_ : refused_) = std::move(text);
}

}  // namespace handbok
