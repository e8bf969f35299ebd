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

  /// What the row says, in ids where it names something; what is unknown is refused. Empty if there
  /// is nothing.
  std::vector<std::string> values(CardRow row, Outcome& outcome) const;

  /// The first of them; a row without a value is refused.
  std::string needed(CardRow row, Outcome& outcome) const;

  /// The role, or the roles, that `written` names; `column` is what it stands under.
  RoleId role(const std::string& column, const std::string& written, Outcome& outcome) const;
  std::vector<RoleId> roles(const std::string& column, const std::string& written,
                            Outcome& outcome) const;

  /// The documents that `written` names by id, by title, or both.
  std::vector<DocumentId> documents(const std::string& column, const std::string& written,
                                    Outcome& outcome) const;

  /// Refuses what stands in a row or column, since it is none of `choices`.
  void refuse_value(const std::string& row, const std::string& written,
                    const std::vector<std::string>& choices, Outcome& outcome) const;

  const Handbook& handbook() const { return desk_.handbook(); }

  /// The handbook's language.
  CardLanguage language() const;

  /// What the row is called in the handbook's language.
  std::string called(CardRow row) const;

private:
  template <typename Entity>
  std::string id_of(const std::string& row, const std::string& written,
                    const std::vector<Entity>& entities, Outcome& outcome) const;
  template <typename Entity>
  std::vector<std::string> ids_of(const std::string& row, const std::string& written,
                                  const std::vector<Entity>& entities, Outcome& outcome) const;

  const Desk& desk_;
  const FiledText& request_;
};

/// The headings of the sections that differ between two Markdown texts, in the order of the second,
/// those that are only in the first last. How lines are broken makes no difference. What stands
/// before the first heading is named by `opening`.
std::vector<std::string> changed_sections(std::string_view before, std::string_view after,
                                          std::string_view opening);

}  // namespace handbok
