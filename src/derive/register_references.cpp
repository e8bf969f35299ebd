#include "derive/register_references.hpp"

#include <utility>

namespace handbok {
std::vector<RegisterReference> register_references(const Handbook& handbook) {
  std::vector<RegisterReference> found;
  for_each_row(handbook, [&](const RegisterRow& row) {
    for (auto& reference : references_of(row.shape(), row.row))
      found.push_back({std::move(reference), row});
  });
  return found;
}

KnownIds::KnownIds(const Handbook& handbook) {
  for (const auto& document : handbook.documents)
    ids_.insert(document.id);
  for_each_row(handbook, [&](const RegisterRow& row) {
    auto id = row.id();
    if (id.empty()) return;
    by_register_[std::string(row.about->file)].insert(id);
    ids_.insert(std::move(id));
  });
}

const std::set<std::string, std::less<>>& KnownIds::in_register(std::string_view file) const {
  static const std::set<std::string, std::less<>> none;
  const auto it = by_register_.find(file);
  return it == by_register_.end() ? none : it->second;
}

}  // namespace handbok
