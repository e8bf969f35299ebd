#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "derive/row_references.hpp"

namespace handbok {

/// A reference and the row of a register that makes it. Refers to the Handbook.
struct RegisterReference : RowReference {
  RegisterRow row;
};

/// Every reference that the rows of the registers make, register by register.
std::vector<RegisterReference> register_references(const Handbook& handbook);

/// The ids of everything that has one: documents and the rows of registers.
class KnownIds {
public:
  explicit KnownIds(const Handbook& handbook);

  bool contains(std::string_view id) const { return ids_.contains(id); }
  /// In alphabetical order.
  std::vector<std::string> all() const { return {ids_.begin(), ids_.end()}; }

  /// The ids of the rows of one register, by its file.
  const std::set<std::string, std::less<>>& in_register(std::string_view file) const;

private:
  std::set<std::string, std::less<>> ids_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> by_register_;
};

}  // namespace handbok
