#pragma once

#include <string_view>
#include <vector>

#include "derive/dependents.hpp"
#include "diag/diagnostic.hpp"
#include "questions/subject.hpp"

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

/// The register as a heading: "Egenkontroller".
std::string_view heading_of(DependentKind kind, Language language);

}  // namespace handbok
