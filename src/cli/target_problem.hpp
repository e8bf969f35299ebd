#pragma once

#include <string>

#include "app/publish_site.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// Says on stderr why a target cannot be worked with.
void print_access_problem(TargetAccess access, const std::string& target,
                          const std::string& file_system, Language language);

}  // namespace handbok
