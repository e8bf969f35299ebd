#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace handbok {

/// Hands out the ids of a body's headings: the slug of the heading, and "-2", "-3" … after it for
/// those that repeat. None is an id of the page around the body or of a footnote.
class Anchors {
public:
  /// A new id. HTML checkers want a letter first, so "1. Syfte" becomes "s-1-syfte".
  std::string anchor_of(std::string_view heading);

private:
  std::set<std::string, std::less<>> used_{"innehall", "main", "search", "sok"};
  std::map<std::string, int, std::less<>> counts_;
};

}  // namespace handbok
