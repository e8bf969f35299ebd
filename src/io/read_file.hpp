#pragma once

#include <optional>
#include <string>

namespace handbok {

/// The bytes of the file at `path`; no value if there is no such file. Throws IoError.
std::optional<std::string> read_file(const std::string& path);

}  // namespace handbok
