#include "edit/changed_sections.hpp"

#include <set>
#include <utility>

#include "base/strings.hpp"

namespace handbok {
namespace {

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
