#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// An address that stands bare in a text.
struct Autolink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string address;  ///< with "http://" or "mailto:" in front where the text has none
};

/// The bare addresses of `text` from left to right, as GitHub finds them: "https://…", "http://…",
/// "www.…" and "name@host.se". Punctuation at the end does not belong to the address.
std::vector<Autolink> find_autolinks(std::string_view text);

}  // namespace handbok
