#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/body.hpp"

namespace handbok {

/// A cross-reference, read.
struct CrossReference {
  LinkKind kind = LinkKind::document;
  std::string target;
  std::string text;  ///< what stood after '|'; may be empty
};

/// Reads what stands between [[ and ]]: a document ("RUT-003", "RUT-003@2", "PRO-005#A3") or the
/// row of a register ("EGK-02"), a source or one of its clauses ("sfs-2017-30",
/// "sosfs-2011-9/5:3"), or a term ("term:avvikelse"), and after '|' the words to show. No value if
/// it is none of these; whether the target exists is another question.
std::optional<CrossReference> parse_cross_reference(std::string_view inner);

}  // namespace handbok
