#pragma once

#include <map>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// The revisions that an error withholds from the site (design 2.5), and the first reason for each.
/// Refers to the diagnostics, which must outlive it.
class Withheld {
public:
  explicit Withheld(const std::vector<Diagnostic>& diagnostics);

  /// Why that revision is withheld, or nullptr if it is not.
  const Diagnostic* reason(const RevisionKey& revision) const;

private:
  std::map<RevisionKey, const Diagnostic*> reasons_;
};

}  // namespace handbok
