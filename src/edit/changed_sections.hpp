#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// The headings of the sections that differ between two Markdown texts, in the order of the second,
/// those that are only in the first last. How lines are broken makes no difference. What stands
/// before the first heading is named by `opening`.
std::vector<std::string> changed_sections(std::string_view before, std::string_view after,
                                          std::string_view opening);

}  // namespace handbok
