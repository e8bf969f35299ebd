#pragma once

#include <cstdint>
#include <string>

namespace handbok {

/// A number that changes when a file below `folder` appears, vanishes, or gets another size or time
/// of change. Hidden files are passed over, as read_tree() does. A folder that cannot be read
/// counts as empty: it may come back.
std::uint64_t tree_stamp(const std::string& folder);

}  // namespace handbok
