#pragma once

#include <string>
#include <vector>

#include "app/publish_site.hpp"
#include "base/file_tree.hpp"
#include "diag/codes.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// Says on stderr why a target cannot be worked with.
void print_access_problem(TargetAccess access, const std::string& target,
                          const std::string& file_system, Language language);

/// Shows the diagnostics on stderr as `check` does, without colours and with the lines of
/// `sources`, which lie in `folder`; shows nothing if there are none. Gives what it showed.
std::string tell_diagnostics(const std::vector<Diagnostic>& diagnostics, const FileTree& sources,
                             const std::string& folder, Language language);

/// The same, of the errors and of what only a build sees, so that `check` has not told it,
/// with the lines as they are in `folder` now.
std::string tell_errors(const std::vector<Diagnostic>& diagnostics, const std::string& folder,
                        Language language);

}  // namespace handbok
