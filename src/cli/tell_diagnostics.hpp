#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// Shows the diagnostics on stderr as `check` does, without colours and with the lines of
/// `sources`, which lie in `folder`; shows nothing if there are none. Gives what it showed.
std::string tell_diagnostics(const std::vector<Diagnostic>& diagnostics, const FileTree& sources,
                             const std::string& folder, Language language);

/// The same, of the errors alone.
std::string tell_errors(const std::vector<Diagnostic>& diagnostics, const FileTree& sources,
                        const std::string& folder, Language language);

}  // namespace handbok
