#include "render/clause_words.hpp"

#include <vector>

#include "base/strings.hpp"

namespace handbok {
namespace {

/// One part of a reference, such as "4:4", "st2", "p1" or "AR".
std::string part_text(std::string_view part, const WordTable& words) {
  if (part == "AR") return words[Word::clause_advice];
  if (const auto colon = part.find(':'); colon != std::string_view::npos) {
    return words.fill(Word::clause_section,
                      {std::string(part.substr(0, colon)), std::string(part.substr(colon + 1))});
  }
  if (part.starts_with("st") && part.size() > 2) {
    return words.fill(Word::clause_paragraph, {std::string(part.substr(2))});
  }
  if (part.starts_with("p") && part.size() > 1) {
    return words.fill(Word::clause_point, {std::string(part.substr(1))});
  }
  return std::string(part);
}

}  // namespace

std::string clause_text(std::string_view ref, const WordTable& words) {
  std::vector<std::string> parts;
  for (const auto part : split(ref, ' '))
    parts.push_back(part_text(part, words));
  return join(parts, " ");
}

std::string clause_with_source(const Handbook& handbook, std::string_view source,
                               std::string_view ref, const WordTable& words) {
  const auto* const known = handbook.find_source(source);
  std::string name(source);
  if (known != nullptr) name = known->short_name.empty() ? known->number : known->short_name;
  return ref.empty() ? name : name + ", " + clause_text(ref, words);
}

}  // namespace handbok
