#pragma once

#include "base/file_tree.hpp"
#include "model/known_law.hpp"

namespace handbok {

/// The pack of law from its tables: sfs.tsv first, then care.tsv, whose cells, where they are
/// filled, replace those of the same number. law/README.md says what the columns mean. What cannot
/// be understood is left out: what is not known is never told.
LawPack read_law_pack(const FileTree& tables);

}  // namespace handbok
