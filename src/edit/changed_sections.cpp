#include "edit/changed_sections.hpp"

#include <algorithm>

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

void add_those_not_in(const std::vector<Section>& others, const std::vector<Section>& sections,
                      std::vector<std::string>& names) {
  for (const auto& section : sections) {
    const bool is_same = std::ranges::any_of(others, [&](const Section& other) {
      return other.heading == section.heading && other.words == section.words;
    });
    const bool is_named = std::ranges::find(names, section.heading) != names.end();
    if (!is_same && !is_named) names.push_back(section.heading);
  }
}

}  // namespace

std::vector<std::string> changed_sections(std::string_view before, std::string_view after,
                                          std::string_view opening) {
  const auto old_sections = sections_of(before, opening);
  const auto new_sections = sections_of(after, opening);
  std::vector<std::string> names;
  add_those_not_in(old_sections, new_sections, names);
  add_those_not_in(new_sections, old_sections, names);
  return names;
}

}  // namespace handbok
