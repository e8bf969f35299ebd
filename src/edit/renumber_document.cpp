// handbok renumber: a new document whose id somebody else took gets another.

#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "base/whole_word.hpp"
#include "diag/code_names.hpp"
#include "edit/document_template.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"

namespace handbok {
namespace {

/// True if somebody else than its drafter has said something of the revision that counts. What was
/// said before it was returned goes along; the text is judged anew.
bool is_judged(const Revision& revision) {
  if (!revision.approval) return false;
  const auto& approval = *revision.approval;
  const auto is_said = [](const Signature& signature) {
    return signature.step != SignatureStep::drafted || signature.statement.is_given();
  };
  return approval.withdrawal.has_value() || std::ranges::any_of(approval.signatures, is_said);
}

/// Gives a document another id, in all files that name it.
class Renaming {
public:
  Renaming(const Desk& desk, const Document& document, DocumentId to)
      : desk_(desk),
        document_(document),
        to_(std::move(to)) {}

  Outcome run() {
    outcome_.revision = {to_, 0};
    for (const auto& document : desk_.handbook().documents) {
      for (const auto& revision : document.revisions)
        rename_in(revision);
    }
    if (outcome_.is_refused()) return std::move(outcome_);
    const auto own = document_.folder + "/";
    for (const auto& [path, bytes] : desk_.sources.files()) {
      const bool is_own = path.starts_with(own);
      const bool is_read = path.ends_with(".toml") || path.ends_with(".md");
      auto text = changed_.contains(path)   ? changed_[path]
                  : is_read && names(bytes) ? with_whole_replaced(bytes, document_.id, to_)
                                            : bytes;
      if (is_own || text != bytes) outcome_.files.push_back({new_path(path), std::move(text)});
    }
    for (const auto& [path, bytes] : desk_.sources.files()) {
      if (path.starts_with(own)) outcome_.files.push_back({path, {}, true});
    }
    return std::move(outcome_);
  }

private:
  bool names(std::string_view text) const { return has_whole(text, document_.id); }

  std::string new_path(const std::string& path) const {
    if (!path.starts_with(document_.folder + "/")) return path;
    const auto folder = document_.folder.rfind('/') + 1;
    return path.substr(0, folder) + to_ + path.substr(folder + document_.id.size());
  }

  /// A text that is out for review is as its drafter left it, but for the id; so its digest is the
  /// one of the renamed text.
  void rename_in(const Revision& revision) {
    const auto before = bytes_of(desk_, revision.path);
    if (!names(before)) return;
    if (is_judged(revision)) {
      refuse(outcome_, Code::edit_named_elsewhere, document_.id,
             {document_.id, revision.document, std::to_string(revision.number)},
             {revision.document});
      return;
    }
    auto& text = changed_[revision.path];
    text = with_whole_replaced(before, document_.id, to_);
    if (!revision.approval) return;
    auto moved = revision;
    moved.path = new_path(revision.path);
    if (revision.document == document_.id) moved.document = to_;
    changed_[revision.approval->path] = replaced(bytes_of(desk_, revision.approval->path),
                                                 revision.digest, digest_with(moved, text));
  }

  const Desk& desk_;
  const Document& document_;
  DocumentId to_;
  std::map<std::string, std::string, std::less<>> changed_;
  Outcome outcome_;
};

}  // namespace

Outcome renumber_document(const Desk& desk, const Renumbering& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr || !require_not_repealed(*document, outcome)) return outcome;
  for (const auto& revision : document->revisions) {
    if (!is_judged(revision)) continue;
    refuse(outcome, Code::edit_reviewed_draft, document->id,
           {document->id, std::to_string(revision.number)});
    return outcome;
  }
  const auto type = document->id.substr(0, document->id.rfind('-'));
  if (!request.to.empty()) require_free_id(desk, request.to, type, outcome);
  if (outcome.is_refused()) return outcome;
  const auto to = request.to.empty() ? next_free_id(desk.sources, type) : request.to;
  return Renaming(desk, *document, to).run();
}

}  // namespace handbok
