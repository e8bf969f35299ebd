#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// Writes the file at `path`, whole or not at all: a file that was there stays as it is until the
/// new one is complete. Its folder must exist. Throws IoError.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace handbok
