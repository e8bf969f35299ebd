#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/requests.hpp"

namespace handbok {

/// Reads the card of a text that is handed in, by the words that people use: codes, names, or a
/// name with its code in brackets. What is missing or unknown is refused.
class FiledCard {
public:
  FiledCard(const Desk& desk, const FiledText& request) : desk_(desk), request_(request) {}

  /// What the row says; empty if there is none.
  std::string value(CardRow row) const;

  /// The number in the row, such as a revision's.
  std::optional<int> number(CardRow row) const;

  /// Ids of what the rows name. With `is_needed` an empty row is refused; else it gives an empty
  /// id.
  TypeCode type(Outcome& outcome) const;
  UnitId unit(bool is_needed, Outcome& outcome) const;
  RoleId owner(bool is_needed, Outcome& outcome) const;
  std::string title(Outcome& outcome) const;

  /// Ids of all that the row names, in its order. A row without a value has none.
  std::vector<std::string> topics(Outcome& outcome) const;

  /// The role, or the roles, that `written` names; `column` is what it stands under.
  RoleId role(const std::string& column, const std::string& written, Outcome& outcome) const;
  std::vector<RoleId> roles(const std::string& column, const std::string& written,
                            Outcome& outcome) const;

  /// The handbook's language.
  CardLanguage language() const;

  /// What the row is called in the handbook's language.
  std::string called(CardRow row) const;

private:
  void refuse_empty(CardRow row, const std::string& example, Outcome& outcome) const;
  template <typename Entity, typename IsCalled>
  std::string id_of(const std::string& row, const std::string& written,
                    const std::vector<Entity>& entities, IsCalled is_called,
                    Outcome& outcome) const;
  template <typename Entity, typename IsCalled>
  std::vector<std::string> ids_of(const std::string& row, const std::string& written,
                                  const std::vector<Entity>& entities, IsCalled is_called,
                                  Outcome& outcome) const;

  const Desk& desk_;
  const FiledText& request_;
};

/// The headings of the sections that differ between two Markdown texts, in the order of the second,
/// those that are only in the first last. How lines are broken makes no difference. What stands
/// before the first heading is named by `opening`.
std::vector<std::string> changed_sections(std::string_view before, std::string_view after,
                                          std::string_view opening);

}  // namespace handbok
