#include "model/handbook.hpp"

namespace handbok {

bool has_clause(const Handbook& handbook, std::string_view source, std::string_view ref) {
  return std::ranges::any_of(handbook.clauses, [&](const Clause& clause) {
    if (clause.source != source || !clause.ref.starts_with(ref)) return false;
    return clause.ref.size() == ref.size() || clause.ref[ref.size()] == ' ';
  });
}

std::string clause_name(const Handbook& handbook, std::string_view source, std::string_view ref) {
  const auto* const known = handbook.find_source(source);
  std::string name(known == nullptr ? source : std::string_view(known->number));
  return ref.empty() ? name : name.append(" ").append(ref);
}

}  // namespace handbok
