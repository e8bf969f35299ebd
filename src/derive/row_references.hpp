#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/registers.hpp"

namespace handbok {

/// A name that a key of a row, or of a row in that row, gives to something else. Refers to the row.
struct RowReference {
  const Key* key = nullptr;
  std::string_view name;                ///< what messages call the key
  const std::string* id = nullptr;      ///< never empty
  const std::string* clause = nullptr;  ///< of Form::clause: the place in the source `id`
  std::string subject;                  ///< what messages call the innermost row that has a name
  const Location* location = nullptr;   ///< of the innermost row whose place is kept; may be null

  ReferenceKind kind() const { return key->kind; }
};

/// What a row names, key by key, rows of rows included.
std::vector<RowReference> references_of(const Shape& shape, const void* row);

template <typename Row>
std::vector<RowReference> references_of(const Row& row) {
  return references_of(shape_of<Row>(), &row);
}

/// Takes what the condition holds for out of every key that may be forgotten.
void forget_references(const Shape& shape, void* row,
                       const std::function<bool(const std::string&)>& condition);

/// A reference and the row of a register that makes it. Refers to the Handbook.
struct RegisterReference : RowReference {
  RegisterRow row;
};

/// Every reference that the rows of the registers make, register by register; with a day only those
/// that were known on it.
std::vector<RegisterReference> register_references(const Handbook& handbook,
                                                   std::optional<Date> known_on = std::nullopt);

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
