#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/isolate.hpp"
#include "diag/diagnostic.hpp"
#include "edit/merge_toml.hpp"
#include "model/ids.hpp"

namespace handbok {

/// How it ended when another branch was to be merged.
enum class BranchMergeEnd : std::uint8_t {
  merged,
  conflicts,       ///< git waits for a person to choose in some files
  no_git,          ///< the program git is not installed
  no_repository,   ///< the sources lie in no repository
  uncommitted,     ///< there are changes that are in no commit
  unknown_branch,  ///< nothing is called so, or the two have no history together
  refused,         ///< a document cannot get another id; nothing was merged
  git_failed       ///< git said why
};

/// A new document of ours that got another id, because the other branch has a new one of that id.
struct RenumberedDocument {
  DocumentId from;
  DocumentId to;
};

struct BranchMerge {
  BranchMergeEnd end = BranchMergeEnd::merged;
  bool has_installed = false;  ///< git did not know of `handbok merge` in this clone before
  std::vector<RenumberedDocument> renumbered;
  std::vector<Diagnostic> problems;    ///< refused: why; merged: the errors of what came of it
  std::vector<std::string> conflicts;  ///< paths below the sources
};

/// Merges a branch into the one that is checked out in the repository of the sources (decision
/// 0059): new documents of ours whose ids the branch took get other ids, in a commit of its own;
/// then git merges, with merge_toml for TOML files; then what came of it is examined for the day.
/// What the merge driver says is in the language. Throws IoError.
BranchMerge merge_branch(const std::string& sources, const std::string& branch, Date day,
                         Language language, const Isolate& isolate);

/// Tells git, in the clone that the sources lie in, to let this program merge TOML files. merged:
/// it knows now. Nothing in the handbook is changed. Throws IoError.
BranchMergeEnd install_merge_driver(const std::string& sources);

/// What git asks of a merge driver: puts the changes of `theirs` into `ours`, both since `base`;
/// the arguments are paths. Throws IoError, also if one of the files is not there.
std::vector<MergeConflict> merge_files(const std::string& base, const std::string& ours,
                                       const std::string& theirs);

}  // namespace handbok
