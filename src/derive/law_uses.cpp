#include "derive/law_uses.hpp"

#include "model/references.hpp"

namespace handbok {
namespace {

using Revisions = std::vector<const Revision*>;

/// Revisions come one after another, so only the last can be there already.
void add_once(Revisions& revisions, const Revision& revision) {
  if (revisions.empty() || revisions.back() != &revision) revisions.push_back(&revision);
}

}  // namespace

const LegalSource* source_of_basis(const Handbook& handbook, std::string_view basis) {
  for (const auto& source : handbook.sources) {
    const auto& number = source.number;
    if (number.empty() || !basis.starts_with(number)) continue;
    const auto rest = basis.substr(number.size());
    if (rest.empty() || rest.front() == ' ' || rest.front() == ',') return &source;
  }
  return nullptr;
}

const Revisions& LawUse::naming_clause(std::string_view ref) const {
  static const Revisions none;
  const auto it = naming.find(ref);
  return it == naming.end() ? none : it->second;
}

LawUses::LawUses(const Handbook& handbook, std::span<const Revision* const> revisions) {
  const auto add_named = [this](std::string_view reference, const Revision& revision) {
    const auto [source, ref] = parse_clause_reference(reference);
    add_once(uses_[source].naming[ref], revision);
  };
  for (const auto* const revision : revisions) {
    for (const auto& basis : revision->legal_basis) {
      const auto* const source = source_of_basis(handbook, basis);
      if (source != nullptr) add_once(uses_[source->id].resting, *revision);
    }
    for (const auto& requirement : revision->requirements)
      add_named(requirement, *revision);
    for (const auto& link : revision->body.links) {
      if (link.kind == LinkKind::clause) add_named(link.target, *revision);
    }
  }
}

const LawUse& LawUses::of(std::string_view source) const {
  static const LawUse none;
  const auto it = uses_.find(source);
  return it == uses_.end() ? none : it->second;
}

}  // namespace handbok
