#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/theme.hpp"

namespace handbok {

/// A finished page of the site, to be a part of a binder.
struct BinderPart {
  std::string path;  ///< of the page, below the root of the site
  std::string html;  ///< the whole page
  std::string document;
  std::string title;
  int number = 0;  ///< of the revision
};

/// Whose binder it is: all that applies in a unit, or all that a role is to read.
enum class BinderKind : std::uint8_t { unit, role };

/// Several texts to be printed as one.
struct Binder {
  BinderKind kind = BinderKind::unit;
  std::string name;      ///< of the unit or role
  std::string handbook;  ///< its title
  std::string language;  ///< of the handbook
  std::string base_url;  ///< of the site, for links to what is not in the binder; or empty
  std::vector<BinderPart> parts;
};

/// The binder as one page in the root of the site: a cover with contents, then each text on sheets
/// of its own, which say what they are as if it were printed alone. Links lead to the part that
/// holds what they name.
std::string binder_html(const Binder& binder, const Theme& theme);

}  // namespace handbok
