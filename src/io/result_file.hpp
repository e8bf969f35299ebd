#pragma once

#include <memory>
#include <string>

#include "base/result_store.hpp"

namespace handbok {

/// The results that this program keeps for the next run on the sources in `folder`: one file in the
/// cache (io/cache.hpp), to which they are added as they come. Each says what its bytes must be; of
/// a damaged file what is whole is used. What no run has asked for takes its leave when it is more
/// than half of the file. Another build of the program, or of a library, begins anew. No store if
/// there is no cache.
std::shared_ptr<ResultStore> open_result_file(const std::string& folder);

}  // namespace handbok
