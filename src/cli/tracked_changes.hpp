#pragma once

#include <optional>
#include <string>

#include "app/pandoc.hpp"
#include "cli/command_line.hpp"

namespace handbok {

/// What --tracked says; if it says neither accept nor reject, tells so on stderr and gives no
/// value.
std::optional<TrackedChanges> tracked_changes(const std::string& word, const CommonOptions& common);

}  // namespace handbok
