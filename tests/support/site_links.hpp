#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"

namespace handbok {

/// A link or an anchor in a site that leads nowhere, or an id that occurs twice on a page.
struct LinkFault {
  std::string page;
  std::string target;
  std::string reason;
};

/// Follows every href and src of every HTML and SVG file of `site` within the site, with an HTML
/// parser that is not ours. Addresses that leave the site are not followed.
std::vector<LinkFault> find_link_faults(const FileTree& site);

/// The text that a reader sees in the HTML, blanks run together.
std::string visible_text(const std::string& html);

}  // namespace handbok
