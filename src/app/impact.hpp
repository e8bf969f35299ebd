#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/subject.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/dependents.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// What `handbok impact` answers.
struct ImpactAnswer {
  Subject subject;
  std::vector<Dependent> dependents;  ///< by kind
  /// What the checks would say that they do not say while the subject is there: the difference
  /// between the handbook with it and without it on the day. What they would say of the subject
  /// itself is left out.
  std::vector<Diagnostic> consequences;
};

/// Everything that rests on the subject on the view's day, and what would break without it.
ImpactAnswer impact_of(const Handbook& handbook, Date day, const Subject& subject);

/// The answer for the sources, or, if they have no such subject, the id nearest to what was asked
/// for (empty: none is near). Texts are parsed in isolation.
struct ImpactResult {
  std::optional<ImpactAnswer> answer;
  std::string nearest;
};
ImpactResult ask_impact(const FileTree& sources, Date day, std::string_view reference,
                        const Isolate& isolate);

}  // namespace handbok
