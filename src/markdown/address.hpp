#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/body.hpp"

namespace handbok {

/// What an ordinary link leads to, by its address with all escapes already read: `external` for
/// https, http, mailto and tel, `anchor` for "#…", `attachment` for a relative path. No value for
/// everything else, so also for "//host", "/path", "..", a backslash, a name or password before
/// the host, and addresses with control or invisible characters.
std::optional<LinkKind> kind_of_address(std::string_view address);

/// `address` as it is written in an HTML attribute: what an address may not hold as %XX, and
/// & as an entity.
std::string href_of(std::string_view address);

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
