#include "app/keep_law.hpp"

#include <algorithm>

#include "app/read_handbook.hpp"
#include "check/check.hpp"
#include "edit/accept_law.hpp"

namespace handbok {
namespace {

constexpr const char* register_path = "registers/sources.toml";

CitedNumbers numbers_cited(const std::vector<OwnCitation>& citations) {
  CitedNumbers cited;
  for (const auto& citation : citations) {
    auto& documents = cited[citation.number];
    const auto& document = citation.revision->document;
    if (std::ranges::find(documents, document) == documents.end()) documents.push_back(document);
  }
  return cited;
}

}  // namespace

void with_law_comparison(const FileTree& sources, const LawPack& pack, Date day,
                         const Isolate& isolate,
                         const std::function<void(const LawComparison&)>& use) {
  Diagnostics ignored;  // `check` tells them
  const auto handbook = read_handbook(sources, isolate, ignored);
  const DayView view(handbook, day);
  const Backlinks backlinks(view);
  const CheckedHandbook checked(view, backlinks, ignored);
  use({law_proposals(handbook, pack, numbers_cited(checked.citations), day),
       numbers_not_known(handbook, pack), pack.day});
}

FileTree accept_law(const FileTree& sources, const std::vector<LawProposal>& proposals,
                    std::string_view doubt) {
  const auto* const before = sources.find(register_path);
  auto text = before == nullptr ? std::string() : *before;
  for (const auto& proposal : proposals) {
    auto next = with_law(text, proposal, doubt);
    if (next == text) return {};
    text = std::move(next);
  }
  FileTree changed;
  changed.put(register_path, text);
  return changed;
}

std::string law_toml_of(const LawProposal& proposal, std::string_view doubt) {
  return law_toml(proposal, doubt);
}

}  // namespace handbok
