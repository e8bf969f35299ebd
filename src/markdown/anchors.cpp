#include "markdown/anchors.hpp"

#include "base/ascii.hpp"
#include "text/slug.hpp"

namespace handbok {

std::string Anchors::anchor_of(std::string_view heading) {
  auto base = slug(heading);
  const bool is_footnote = base.starts_with("fn-") || base.starts_with("fnref-");
  const bool has_letter_first = !base.empty() && is_lower(base.front());
  if (base.empty()) {
    base = "s";
  } else if (is_footnote || !has_letter_first) {
    base = "s-" + base;
  }
  auto anchor = base;
  auto& count = counts_.try_emplace(base, 1).first->second;
  while (!used_.insert(anchor).second)
    anchor = base + "-" + std::to_string(++count);
  return anchor;
}

}  // namespace handbok
