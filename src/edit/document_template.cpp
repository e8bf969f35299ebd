#include "edit/document_template.hpp"

#include "edit/toml_text.hpp"
#include "model/revision_file.hpp"

namespace handbok {
namespace {

constexpr std::string_view responsible_example = R"(
# [[responsible]]
# task = "..."
# roles = ["..."]
# lead = "..."
)";

constexpr std::string_view process_example = R"(
# [process]
# kind = "main"
# purpose = "..."
# trigger = "..."
# result = "..."

# [[node]]
# id = "S"
# kind = "start"
# label = "..."

# [[node]]
# id = "A1"
# kind = "activity"
# label = "..."
# roles = ["..."]
# routines = ["..."]

# [[node]]
# id = "E"
# kind = "end"
# label = "..."

# [[edge]]
# from = "S"
# to = "A1"

# [[edge]]
# from = "A1"
# to = "E"
)";

std::string head_of(const FirstFacts& facts, const DocumentType& type, const OrgUnit& unit) {
  std::string head;
  head += toml_line("id", toml_string(facts.id));
  head += toml_line("revision", "1");
  head += toml_line("title", toml_string(facts.title));
  head += toml_line("summary", toml_string(""));
  head += toml_line("type", toml_string(type.id));
  head += toml_line("unit", toml_string(unit.id));
  head += toml_line("owner", toml_string(facts.owner));
  head += toml_line("regimes", toml_list(unit.regimes));
  head += toml_line("audience", "[]");
  head += toml_line("topics", "[]");
  head += toml_line("requirements", "[]");
  head += toml_line("change_kind", toml_string("new"));
  if (type.is_routine) head += responsible_example;
  if (type.is_process) head += process_example;
  return head;
}

}  // namespace

std::string first_draft(const FirstFacts& facts, const DocumentType& type, const OrgUnit& unit) {
  std::string text;
  for (const auto& section : type.sections)
    text.append("\n## ").append(section).append("\n");
  if (type.sections.empty()) text += "\n";
  return join_revision_file(head_of(facts, type, unit), text);
}

}  // namespace handbok
