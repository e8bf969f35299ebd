#include "edit/filed_card.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/numbers.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/names.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"

namespace handbok {
namespace {

bool is_same_word(std::string_view left, std::string_view right) {
  return to_lower(left) == to_lower(right);
}

constexpr std::size_t choices_shown = 12;

/// A document by its last title, to be found as other things are.
struct Titled {
  DocumentId id;
  std::string name;
};

template <typename Entity>
bool is_called(const Entity& entity, const std::string& name) {
  return is_same_word(entity.name, name);
}

bool is_called(const Role& role, const std::string& name) {
  return is_same_word(role.name, name) ||
         std::ranges::any_of(role.aliases,
                             [&](const std::string& alias) { return is_same_word(alias, name); });
}

/// The one that `written` names: a code, a name, or a name with its code in brackets.
template <typename Entity>
const Entity* find(const std::string& written, const std::vector<Entity>& entities) {
  for (const auto& wanted : {code_in(written), written}) {
    for (const auto& entity : entities) {
      if (is_same_word(entity.id, wanted) || is_called(entity, wanted)) return &entity;
    }
  }
  return nullptr;
}

template <typename Entity>
std::string example_of(const std::vector<Entity>& entities) {
  return entities.empty() ? "–" : named(&entities.front(), {});
}

struct Section {
  std::string heading;
  std::string words;  ///< one blank between them
};

bool begins_section(std::string_view line) {
  return line.starts_with("# ") || line.starts_with("## ");
}

std::vector<Section> sections_of(std::string_view text, std::string_view opening) {
  std::vector<Section> sections = {{std::string(opening), {}}};
  for (const auto line : split(text, '\n')) {
    if (begins_section(line)) {
      sections.push_back({std::string(trim(line.substr(line.find(' ')))), {}});
      continue;
    }
    for (const auto word : split(line, ' ')) {
      if (!trim(word).empty()) sections.back().words.append(" ").append(trim(word));
    }
  }
  return sections;
}

using Known = std::set<std::pair<std::string, std::string>>;

Known known_in(const std::vector<Section>& sections) {
  Known known;
  for (const auto& section : sections)
    known.emplace(section.heading, section.words);
  return known;
}

void add_those_not_in(const Known& others, const std::vector<Section>& sections,
                      std::set<std::string>& named, std::vector<std::string>& names) {
  for (const auto& section : sections) {
    const bool is_same = others.contains({section.heading, section.words});
    if (!is_same && named.insert(section.heading).second) names.push_back(section.heading);
  }
}

}  // namespace

std::string FiledCard::value(CardRow row) const {
  for (const auto& [known, value] : request_.card) {
    if (known == row) return std::string(trim(value));
  }
  return {};
}

std::optional<int> FiledCard::number(CardRow row) const {
  return whole_number(value(row), 1, 999'999);
}

CardLanguage FiledCard::language() const {
  return desk_.handbook().settings.language == "en" ? CardLanguage::english : CardLanguage::swedish;
}

std::string FiledCard::called(CardRow row) const {
  return std::string(name_of(row, language()));
}

void FiledCard::refuse_value(const std::string& row, const std::string& written,
                             const std::vector<std::string>& choices, Outcome& outcome) const {
  const auto some = std::min(choices.size(), choices_shown);
  refuse(outcome, Code::word_card_value, request_.name, {row, written},
         {join({choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(some)}, ", ")});
}

template <typename Entity>
std::string FiledCard::id_of(const std::string& row, const std::string& written,
                             const std::vector<Entity>& entities, Outcome& outcome) const {
  if (const auto* const found = find(written, entities)) return found->id;
  std::vector<std::string> choices;
  for (const auto& entity : entities)
    choices.push_back(named(&entity, {}));
  refuse_value(row, written, choices, outcome);
  return {};
}

template <typename Entity>
std::vector<std::string> FiledCard::ids_of(const std::string& row, const std::string& written,
                                           const std::vector<Entity>& entities,
                                           Outcome& outcome) const {
  const auto parts = values_in(written);
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < parts.size();) {
    auto end = parts.size();
    const auto words = [&] {
      return join(std::vector<std::string>(parts.begin() + static_cast<std::ptrdiff_t>(at),
                                           parts.begin() + static_cast<std::ptrdiff_t>(end)),
                  ", ");
    };
    // A name may have commas of its own: the longest that is known is meant.
    const auto is_a_name = [&] {
      const auto said = words();
      const auto* const found = find(said, entities);
      return found != nullptr && is_same_word(trim(said.substr(0, said.rfind('('))), found->name);
    };
    while (end > at + 1 && !is_a_name())
      --end;
    ids.push_back(id_of(row, words(), entities, outcome));
    at = end;
  }
  return ids;
}

std::vector<std::string> FiledCard::values(CardRow row, Outcome& outcome) const {
  const auto& handbook = desk_.handbook();
  const auto written = value(row);
  const auto one_of = [&](const auto& entities) {
    return std::vector<std::string>{id_of(called(row), written, entities, outcome)};
  };
  std::vector<std::string> codes;
  if (written.empty()) return codes;
  switch (row) {
    case CardRow::type: return one_of(handbook.types);
    case CardRow::unit: return one_of(handbook.units);
    case CardRow::owner: return one_of(handbook.roles);
    case CardRow::audience: return roles(called(row), written, outcome);
    case CardRow::topics:
      return ids_of(called(row), written, handbook.settings.mandatory_topics, outcome);
    case CardRow::requirements:
      std::ranges::transform(values_in(written), std::back_inserter(codes), code_in);
      return codes;
    case CardRow::id:
    case CardRow::revision:
    case CardRow::title:
    case CardRow::summary:
    case CardRow::purpose:
    case CardRow::trigger:
    case CardRow::result:
    case CardRow::change_kind:
    case CardRow::change_note:
    case CardRow::checksum: break;
  }
  return {written};
}

std::string FiledCard::needed(CardRow row, Outcome& outcome) const {
  const auto said = values(row, outcome);
  if (!said.empty()) return said.front();
  const auto& handbook = desk_.handbook();
  const auto example = row == CardRow::type    ? example_of(handbook.types)
                       : row == CardRow::unit  ? example_of(handbook.units)
                       : row == CardRow::owner ? example_of(handbook.roles)
                                               : request_.name.substr(0, request_.name.rfind('.'));
  refuse(outcome, Code::word_card_empty, request_.name, {called(row)}, {example});
  return {};
}

RoleId FiledCard::role(const std::string& column, const std::string& written,
                       Outcome& outcome) const {
  return id_of(column, written, desk_.handbook().roles, outcome);
}

std::vector<RoleId> FiledCard::roles(const std::string& column, const std::string& written,
                                     Outcome& outcome) const {
  return ids_of(column, written, desk_.handbook().roles, outcome);
}

std::vector<DocumentId> FiledCard::documents(const std::string& column, const std::string& written,
                                             Outcome& outcome) const {
  std::vector<Titled> titled;
  for (const auto& document : desk_.handbook().documents) {
    if (!document.revisions.empty())
      titled.push_back({document.id, document.revisions.back().title});
  }
  return ids_of(column, written, titled, outcome);
}

std::vector<std::string> changed_sections(std::string_view before, std::string_view after,
                                          std::string_view opening) {
  const auto old_sections = sections_of(before, opening);
  const auto new_sections = sections_of(after, opening);
  std::vector<std::string> names;
  std::set<std::string> named;
  add_those_not_in(known_in(old_sections), new_sections, named, names);
  add_those_not_in(known_in(new_sections), old_sections, named, names);
  return names;
}

}  // namespace handbok
