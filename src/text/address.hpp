#pragma once

#include <string_view>

namespace handbok {

/// True for an address outside the handbook that a link may lead to, wherever it was written:
/// https, http, mailto and tel. No name or password before the host, no backslash, nothing that is
/// not seen.
bool is_web_address(std::string_view address);

/// The one rule for every `href` and `src` of a page: `address`, with all escapes read, if it is a
/// web address or leads to a place below the same root; else empty. So no other scheme, in whatever
/// disguise, gets into a page.
std::string_view safe_href(std::string_view address);

}  // namespace handbok
