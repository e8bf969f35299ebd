#pragma once

#include <vector>

#include "base/file_tree.hpp"
#include "load/read_scope.hpp"
#include "model/document.hpp"

namespace handbok {

/// Reads N.approval.toml: who took which step with the revision, and its validity.
Approval read_approval(const FileTree& sources, ReadScope& scope);

/// Reads reviews.toml, by rising day; empty if there is none.
std::vector<ReviewEvent> read_reviews(const FileTree& sources, ReadScope& scope);

/// Reads earlier.toml: revisions that the handbook has never held, by rising number.
std::vector<EarlierRevision> read_earlier(const FileTree& sources, ReadScope& scope);

/// Reads repeal.toml.
Repeal read_repeal(const FileTree& sources, ReadScope& scope);

}  // namespace handbok
