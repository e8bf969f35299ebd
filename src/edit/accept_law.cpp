#include "edit/accept_law.hpp"

#include "base/strings.hpp"
#include "edit/toml_text.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

/// Left for whoever accepts it.
std::string doubts_of(const KnownStatute& known, std::string_view doubt) {
  if (known.confidence == LawConfidence::high) return {};
  return "# " + fill_slots(doubt, {known.note}) + "\n";
}

std::string new_row(const LawProposal& proposal, std::string_view doubt) {
  const auto& known = *proposal.known;
  auto row = "[[source]]\n" + doubts_of(known, doubt) + toml_line("id", toml_string(proposal.id)) +
             toml_line("number", toml_string(known.number)) +
             toml_line("title", toml_string(known.title)) +
             optional_line("short", known.short_name) +
             toml_line("kind", toml_string(name_of(known.kind)));
  if (known.in_force_from) row += toml_line("in_force_from", known.in_force_from->to_string());
  return row;
}

}  // namespace

std::string law_toml(const LawProposal& proposal, std::string_view doubt) {
  if (proposal.row == nullptr) return new_row(proposal, doubt);
  auto keys = doubts_of(*proposal.known, doubt);
  for (const auto& difference : proposal.differences)
    keys += toml_line(difference.key, difference.value);
  return keys;
}

std::string with_law(const std::string& register_text, const LawProposal& proposal,
                     std::string_view doubt) {
  TomlText text(register_text);
  if (proposal.row == nullptr) {
    text.append(new_row(proposal, doubt));
    return text.text();
  }
  for (const auto& difference : proposal.differences)
    text.set_in_row("source", proposal.id, difference.key, difference.value);
  return text.text();
}

}  // namespace handbok
