#include "edit/filed_card.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"

namespace handbok {
namespace {

/// "Rutin (RUT)"
template <typename Entity>
std::string shown(const Entity& entity) {
  return std::string(entity.name).append(" (").append(entity.id).append(")");
}

bool is_same_word(std::string_view left, std::string_view right) {
  return to_lower(left) == to_lower(right);
}

constexpr std::size_t choices_shown = 12;

/// The one that `written` names: a code, a name, or a name with its code in brackets.
template <typename Entity, typename IsCalled>
const Entity* find(const std::string& written, const std::vector<Entity>& entities,
                   IsCalled is_called) {
  for (const auto& wanted : {code_in(written), written}) {
    for (const auto& entity : entities) {
      if (is_same_word(entity.id, wanted) || is_called(entity, wanted)) return &entity;
    }
  }
  return nullptr;
}

bool is_role_called(const Role& role, const std::string& name) {
  return is_same_word(role.name, name) ||
         std::ranges::any_of(role.aliases,
                             [&](const std::string& alias) { return is_same_word(alias, name); });
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
  const auto text = value(row);
  int number = 0;
  const auto* const end = text.data() + text.size();
  const auto [stopped, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || stopped != end || number < 1) return std::nullopt;
  return number;
}

CardLanguage FiledCard::language() const {
  return desk_.handbook().settings.language == "en" ? CardLanguage::english : CardLanguage::swedish;
}

std::string FiledCard::called(CardRow row) const {
  return std::string(name_of(row, language()));
}

void FiledCard::refuse_empty(CardRow row, const std::string& example, Outcome& outcome) const {
  refuse(outcome, Code::word_card_empty, request_.name, {called(row)}, {example});
}

template <typename Entity, typename IsCalled>
std::string FiledCard::id_of(const std::string& row, const std::string& written,
                             const std::vector<Entity>& entities, IsCalled is_called,
                             Outcome& outcome) const {
  if (const auto* const found = find(written, entities, is_called)) return found->id;
  std::vector<std::string> choices;
  for (const auto& entity : entities) {
    if (choices.size() < choices_shown) choices.push_back(shown(entity));
  }
  refuse(outcome, Code::word_card_value, request_.name, {row, written}, {join(choices, ", ")});
  return {};
}

template <typename Entity, typename IsCalled>
std::vector<std::string> FiledCard::ids_of(const std::string& row, const std::string& written,
                                           const std::vector<Entity>& entities, IsCalled is_called,
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
      const auto* const found = find(said, entities, is_called);
      return found != nullptr && is_same_word(trim(said.substr(0, said.rfind('('))), found->name);
    };
    while (end > at + 1 && !is_a_name())
      --end;
    ids.push_back(id_of(row, words(), entities, is_called, outcome));
    at = end;
  }
  return ids;
}

TypeCode FiledCard::type(Outcome& outcome) const {
  const auto& types = desk_.handbook().types;
  if (value(CardRow::type).empty()) {
    refuse_empty(CardRow::type, types.empty() ? "–" : shown(types.front()), outcome);
    return {};
  }
  return id_of(
      called(CardRow::type), value(CardRow::type), types,
      [](const DocumentType& type, const std::string& name) {
        return is_same_word(type.name, name);
      },
      outcome);
}

UnitId FiledCard::unit(bool is_needed, Outcome& outcome) const {
  const auto& units = desk_.handbook().units;
  if (value(CardRow::unit).empty()) {
    if (is_needed) refuse_empty(CardRow::unit, units.empty() ? "–" : shown(units.front()), outcome);
    return {};
  }
  return id_of(
      called(CardRow::unit), value(CardRow::unit), units,
      [](const OrgUnit& unit, const std::string& name) { return is_same_word(unit.name, name); },
      outcome);
}

RoleId FiledCard::owner(bool is_needed, Outcome& outcome) const {
  const auto& roles = desk_.handbook().roles;
  if (value(CardRow::owner).empty()) {
    if (is_needed) {
      refuse_empty(CardRow::owner, roles.empty() ? "–" : shown(roles.front()), outcome);
    }
    return {};
  }
  return role(called(CardRow::owner), value(CardRow::owner), outcome);
}

RoleId FiledCard::role(const std::string& column, const std::string& written,
                       Outcome& outcome) const {
  return id_of(column, written, desk_.handbook().roles, is_role_called, outcome);
}

std::vector<RoleId> FiledCard::roles(const std::string& column, const std::string& written,
                                     Outcome& outcome) const {
  return ids_of(column, written, desk_.handbook().roles, is_role_called, outcome);
}

std::vector<std::string> FiledCard::topics(Outcome& outcome) const {
  return ids_of(
      called(CardRow::topics), value(CardRow::topics), desk_.handbook().settings.mandatory_topics,
      [](const Topic& topic, const std::string& name) { return is_same_word(topic.name, name); },
      outcome);
}

std::string FiledCard::title(Outcome& outcome) const {
  auto title = value(CardRow::title);
  if (title.empty()) {
    refuse_empty(CardRow::title, request_.name.substr(0, request_.name.rfind('.')), outcome);
  }
  return title;
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
