#pragma once

#include <string>

namespace handbok {

/// What lies in the file `path` below the project folder; empty if there is no such file.
std::string project_file(const std::string& path);

/// Demands that `text` is what the file `path` below the project folder holds. With
/// HANDBOK_UPDATE_GOLDEN=1 in the environment the file is written instead: read its diff.
void check_golden(const std::string& path, const std::string& text);

}  // namespace handbok
