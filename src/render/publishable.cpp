#include "render/publishable.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <string_view>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

/// True if `id` stands in `text` as a whole: RUT-01 does not stand in RUT-010.
bool names(std::string_view text, std::string_view id) {
  const auto is_part = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (auto at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    const bool starts_inside = at > 0 && is_part(at - 1);
    if (!starts_inside && !is_part(at + id.size())) return true;
  }
  return false;
}

/// True if the diagnostic says how a review goes, and nothing about what the text says.
bool is_about_review(Code code) {
  return code == Code::doc_stuck_in_review || code == Code::process_not_adopted;
}

/// Knows which documents and revisions readers must not hear of.
class Discretion {
public:
  explicit Discretion(const DayView& view) : view_(view) {
    for (const auto& document : view.documents()) {
      by_folder_.emplace(document.document->folder, &document);
      const bool is_listed = document.state == DocumentState::in_review;
      if (!is_listed && !is_published(document.state)) hidden_.push_back(document.document->id);
    }
  }

  bool may_tell(const Diagnostic& diagnostic) const {
    // What the machine lacks is nothing about the handbook: a site is the same wherever it is
    // built.
    if (diagnostic.code == Code::privacy_pdf_unread || names_hidden(diagnostic)) return false;
    const auto* const document = document_of(diagnostic);
    if (document == nullptr) return !diagnostic.location.path.starts_with("documents/");
    if (!is_published(document->state)) {
      return document->state == DocumentState::in_review && is_about_review(diagnostic.code);
    }
    return !diagnostic.revision || may_tell_of(*document, diagnostic);
  }

private:
  /// About a revision of a document that readers know. The decisions about it may be told in every
  /// state, or nobody would see why an approval does not count.
  bool may_tell_of(const DocumentDay& document, const Diagnostic& diagnostic) const {
    if (diagnostic.location.path.ends_with(".approval.toml")) return true;
    const auto* const revision = document.document->find(diagnostic.revision->number);
    if (revision == nullptr) return false;
    return is_published(view_.of(*revision).state) || is_about_review(diagnostic.code);
  }

  bool names_hidden(const Diagnostic& diagnostic) const {
    return std::ranges::any_of(hidden_, [&](const std::string& id) {
      const auto is_named = [&](const std::string& text) { return names(text, id); };
      return is_named(diagnostic.subject) || is_named(diagnostic.location.path) ||
             std::ranges::any_of(diagnostic.what, is_named) ||
             std::ranges::any_of(diagnostic.remedy, is_named);
    });
  }

  /// The document that the diagnostic is about: by its revision, its subject or its place.
  const DocumentDay* document_of(const Diagnostic& diagnostic) const {
    if (diagnostic.revision) return view_.find(diagnostic.revision->document);
    const std::string_view subject = diagnostic.subject;
    const auto* const by_subject = view_.find(subject.substr(0, subject.find_first_of("/@#")));
    return by_subject != nullptr ? by_subject : document_at(diagnostic.location.path);
  }

  const DocumentDay* document_at(std::string_view path) const {
    while (!path.empty()) {
      if (const auto it = by_folder_.find(path); it != by_folder_.end()) return it->second;
      const auto slash = path.rfind('/');
      path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
    return nullptr;
  }

  const DayView& view_;
  std::map<std::string, const DocumentDay*, std::less<>> by_folder_;
  std::vector<std::string> hidden_;
};

}  // namespace

std::vector<const Diagnostic*> publishable_diagnostics(const RenderInput& input) {
  const Discretion discretion(input.view);
  std::vector<const Diagnostic*> told;
  for (const auto& diagnostic : input.diagnostics) {
    if (input.options.drafts || discretion.may_tell(diagnostic)) told.push_back(&diagnostic);
  }
  return told;
}

}  // namespace handbok
