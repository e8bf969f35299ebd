#include "derive/law_uses.hpp"

#include <algorithm>

#include "model/references.hpp"

namespace handbok {
namespace {

using Revisions = std::vector<const Revision*>;

/// Revisions come one after another, so only the last can be there already.
void add_once(Revisions& revisions, const Revision& revision) {
  if (revisions.empty() || revisions.back() != &revision) revisions.push_back(&revision);
}

bool has_name(const LegalSource& source, std::string_view name) {
  return source.short_name == name || source.title == name ||
         std::ranges::find(source.aliases, name) != source.aliases.end();
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

bool applies_on(const LegalSource& source, Date day) {
  return (!source.in_force_from || *source.in_force_from <= day) &&
         (!source.repealed_on || day < *source.repealed_on);
}

const LegalSource* find_source_by_number(const Handbook& handbook, std::string_view number) {
  const auto source = std::ranges::find(handbook.sources, number, &LegalSource::number);
  return source == handbook.sources.end() ? nullptr : &*source;
}

const LegalSource* find_source_by_name(const Handbook& handbook, std::string_view name,
                                       std::optional<Date> day) {
  const LegalSource* latest = nullptr;
  for (const auto& source : handbook.sources) {
    if (!has_name(source, name)) continue;
    if (day && applies_on(source, *day)) return &source;
    if (latest == nullptr || latest->in_force_from < source.in_force_from) latest = &source;
  }
  return latest;
}

}  // namespace handbok
