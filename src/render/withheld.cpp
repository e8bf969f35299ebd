#include "render/withheld.hpp"

namespace handbok {

Withheld::Withheld(const std::vector<Diagnostic>& diagnostics) {
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error && diagnostic.revision &&
        diagnostic.consequence == Consequence::revision_withheld) {
      reasons_.emplace(*diagnostic.revision, &diagnostic);
    }
  }
}

const Diagnostic* Withheld::reason(const RevisionKey& revision) const {
  const auto it = reasons_.find(revision);
  return it == reasons_.end() ? nullptr : it->second;
}

}  // namespace handbok
