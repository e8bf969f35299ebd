#include "derive/register_references.hpp"

#include <algorithm>
#include <utility>

namespace handbok {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

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

bool looks_like_id(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos || dash < 2 || dash + 1 == text.size()) return false;
  const auto prefix = text.substr(0, dash);
  const auto rest = text.substr(dash + 1);
  return std::ranges::all_of(prefix, is_upper) && std::ranges::any_of(rest, is_digit) &&
         std::ranges::all_of(rest, [](char c) { return is_upper(c) || is_digit(c) || c == '-'; });
}

}  // namespace handbok
