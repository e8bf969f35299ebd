#include "app/profile_diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace handbok {
namespace {

bool holds(std::string_view text, std::string_view part) {
  return !part.empty() && text.find(part) != std::string_view::npos;
}

bool speaks_of(const Diagnostic& diagnostic, std::string_view words) {
  const auto holds_words = [&](const std::string& text) { return holds(text, words); };
  return holds_words(diagnostic.subject) || holds_words(diagnostic.location.path) ||
         std::ranges::any_of(diagnostic.what, holds_words) ||
         std::ranges::any_of(diagnostic.remedy, holds_words);
}

bool speaks_of_document(const Diagnostic& diagnostic, const Document& document) {
  return speaks_of(diagnostic, document.id) ||
         std::ranges::any_of(document.revisions, [&](const Revision& revision) {
           return speaks_of(diagnostic, revision.title);
         });
}

/// True if the revision is one that the profile's handbook lacks.
bool is_gone(const RevisionKey& key, const Handbook& handbook) {
  const auto* const document = handbook.find_document(key.document);
  return document == nullptr || document->find(key.number) == nullptr;
}

/// True if the diagnostic is about a row of a register that the profile's handbook lacks.
bool is_of_gone_row(const Diagnostic& diagnostic, const ProfileSelection& selection) {
  if (!selection.has_registers && diagnostic.location.path.starts_with("registers/")) return true;
  return std::ranges::any_of(selection.rows,
                             [&](const std::string& id) { return speaks_of(diagnostic, id); });
}

}  // namespace

std::vector<Diagnostic> diagnostics_for(const ProfileSelection& selection,
                                        const std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> told;
  std::ranges::copy_if(diagnostics, std::back_inserter(told), [&](const Diagnostic& diagnostic) {
    if (diagnostic.revision && is_gone(*diagnostic.revision, selection.handbook)) return false;
    if (is_of_gone_row(diagnostic, selection)) return false;
    return std::ranges::none_of(selection.hidden, [&](const Document* document) {
      return speaks_of_document(diagnostic, *document);
    });
  });
  return told;
}

}  // namespace handbok
