#include "derive/bond_collector.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace handbok {
namespace {

bool begins_as_part(std::string_view ref, std::string_view whole) {
  return !whole.empty() && ref.starts_with(whole) &&
         (ref.size() == whole.size() || ref[whole.size()] == ' ');
}

}  // namespace

BondCollector::BondCollector(std::string_view subject)
    : subject_(subject),
      clause_(parse_clause_reference(subject)) {}

void BondCollector::begin(DependentKind kind, std::string id, std::string title, RoleId owner,
                          UnitId unit) {
  current_ = {kind,           Bond::names, std::move(id), std::move(title), std::move(owner),
              std::move(unit)};
}

void BondCollector::add(Bond bond) {
  current_.bond = bond;
  const auto is_same = [&](const Dependent& other) {
    return std::tie(other.kind, other.id, other.bond) ==
           std::tie(current_.kind, current_.id, current_.bond);
  };
  if (std::ranges::none_of(found_, is_same)) found_.push_back(current_);
}

void BondCollector::tie(Bond bond, std::string_view id) {
  if (!id.empty() && id == subject_ && current_.id != subject_) add(bond);
}

void BondCollector::tie(Bond bond, const std::vector<std::string>& ids) {
  for (const auto& id : ids)
    tie(bond, id);
}

void BondCollector::tie_row(const Shape& shape, const void* row) {
  for (const auto& reference : references_of(shape, row)) {
    const auto& bond = reference.key->bond;
    if (!bond) continue;
    if (reference.clause != nullptr) {
      tie_law(*bond, *reference.id, *reference.clause);
    } else if (reference.kind() == ReferenceKind::clause) {
      tie_law(*bond, *reference.id);
    } else {
      tie(*bond, *reference.id);
    }
  }
}

void BondCollector::tie_law(Bond bond, std::string_view source, std::string_view ref) {
  if (source.empty() || source != clause_.source) return;
  const bool is_named =
      clause_.ref.empty() || begins_as_part(ref, clause_.ref) || begins_as_part(clause_.ref, ref);
  if (is_named) add(bond);
}

void BondCollector::tie_law(Bond bond, std::string_view reference) {
  const auto [source, ref] = parse_clause_reference(reference);
  tie_law(bond, source, ref);
}

std::vector<Dependent> BondCollector::take() && {
  std::ranges::stable_sort(found_, {}, &Dependent::kind);
  return std::move(found_);
}

}  // namespace handbok
