#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file_tree.hpp"

namespace handbok {

/// The manifest of a revision, and its digest as an approval writes it.
struct RevisionManifest {
  std::string text;
  std::string digest;
};

/// The manifest of the revision that `reference` ("RUT-001@3") names, of its bytes as they are now;
/// no value if the reference is malformed or there is no such revision.
std::optional<RevisionManifest> manifest_of(const FileTree& sources, std::string_view reference);

}  // namespace handbok
