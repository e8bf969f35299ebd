#pragma once

#include <array>
#include <string_view>

namespace handbok {

/// The kinds of partners that SOSFS 2011:9 4:5 and 4:6 name.
constexpr std::array<std::string_view, 6> partner_kinds = {"social_service", "lss_operation",
                                                           "care_provider",  "authority",
                                                           "association",    "other_organisation"};

}  // namespace handbok
