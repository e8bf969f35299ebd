#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/known_law.hpp"

namespace handbok {

/// A handbook's register of sources beside the pack of law.
struct LawComparison {
  std::vector<LawProposal> proposals;  ///< by id
  std::vector<std::string> not_known;  ///< numbers of the register that the pack does not have
  std::optional<Date> day;             ///< of the pack
};

/// Compares the register of the handbook with `pack` on that day, what its documents cite among it,
/// and hands over the result, which refers to both.
void with_law_comparison(const FileTree& sources, const LawPack& pack, Date day,
                         const Isolate& isolate,
                         const std::function<void(const LawComparison&)>& use);

/// registers/sources.toml as it is when the proposals are accepted. `doubt` is the comment on what
/// the pack is not sure of, with a slot for why. Nothing if a row cannot be changed, because it is
/// not written as [[source]].
FileTree accept_law(const FileTree& sources, const std::vector<LawProposal>& proposals,
                    std::string_view doubt);

/// What a proposal would write, as TOML to paste.
std::string law_toml_of(const LawProposal& proposal, std::string_view doubt);

}  // namespace handbok
