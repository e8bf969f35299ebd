#include "edit/document_template.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/numbers.hpp"
#include "base/strings.hpp"
#include "edit/toml_text.hpp"
#include "model/revision_file.hpp"

namespace handbok {
namespace {

std::string head_of(const FirstFacts& facts, const DocumentType& type, const OrgUnit& unit) {
  std::string head;
  head += toml_line("id", toml_string(facts.id));
  head += toml_line("revision", std::to_string(facts.revision));
  head += toml_line("title", toml_string(facts.title));
  head += toml_line("summary", toml_string(""));
  head += toml_line("type", toml_string(type.id));
  head += toml_line("unit", toml_string(unit.id));
  head += toml_line("owner", toml_string(facts.owner));
  head += toml_line("regimes", toml_list(unit.regimes));
  head += toml_line("audience", "[]");
  head += toml_line("topics", "[]");
  head += toml_line("requirements", "[]");
  head += toml_line("change_kind", toml_string(facts.revision == 1 ? "new" : "substantive"));
  return head;
}

constexpr std::string_view documents_prefix = "documents/";

/// Calls `look` with the name of each folder on the way to each document's files.
template <typename Look>
void for_each_folder(const FileTree& sources, Look look) {
  for (const auto& [path, bytes] : sources.files()) {
    if (!path.starts_with(documents_prefix)) continue;
    auto names = split(path, '/');
    names.pop_back();
    for (const auto name : names)
      look(name);
  }
}

}  // namespace

std::string first_draft(const FirstFacts& facts, const DocumentType& type, const OrgUnit& unit) {
  std::string text;
  for (const auto& section : type.sections)
    text.append("\n## ").append(section).append("\n");
  if (type.sections.empty()) text += "\n";
  return join_revision_file(head_of(facts, type, unit), text);
}

bool is_id_used(const FileTree& sources, std::string_view id) {
  bool is_used = false;
  for_each_folder(sources, [&](std::string_view name) {
    const bool continues =
        name.size() > id.size() + 1 && name[id.size()] == '-' && is_lower(name[id.size() + 1]);
    is_used = is_used || (name.starts_with(id) && (name.size() == id.size() || continues));
  });
  return is_used;
}

DocumentId next_free_id(const FileTree& sources, std::string_view type) {
  constexpr std::size_t digits = 3;
  const auto prefix = std::string(type) + "-";
  int highest = 0;
  for_each_folder(sources, [&](std::string_view name) {
    if (!name.starts_with(prefix)) return;  // of "RUT-012-klagomal" it is 12
    highest = std::max(highest, number_at_start(name.substr(prefix.size())));
  });
  auto number = std::to_string(highest + 1);
  if (number.size() < digits) number.insert(0, digits - number.size(), '0');
  return prefix + number;
}

}  // namespace handbok
