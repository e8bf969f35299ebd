#pragma once

#include <string_view>

#include "base/file_tree.hpp"
#include "model/ids.hpp"

namespace handbok {

/// True if some folder below documents/ bears the id, whatever lies in it.
bool is_id_used(const FileTree& sources, std::string_view id);

/// The id after the highest of the type that is in use: "RUT-029". Gaps stay gaps, because an id is
/// never used again.
DocumentId next_free_id(const FileTree& sources, std::string_view type);

}  // namespace handbok
