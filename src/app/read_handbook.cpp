#include "app/read_handbook.hpp"

#include <vector>

#include "app/search_attachments.hpp"
#include "base/ssh_format.hpp"
#include "check/check.hpp"
#include "derive/signing_keys.hpp"
#include "io/ssh_keygen.hpp"
#include "load/load.hpp"
#include "markdown/parse_bodies.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

KeyVerdict verdict_of(SshKeygenAnswer answer) {
  switch (answer) {
    case SshKeygenAnswer::yes: return KeyVerdict::good;
    case SshKeygenAnswer::no: return KeyVerdict::bad;
    case SshKeygenAnswer::none: return KeyVerdict::no_answer;
  }
  return KeyVerdict::no_answer;
}

void verify(const Handbook& handbook, Signature& signature) {
  auto& statement = signature.statement;
  const auto armour = parse_ssh_signature(statement.armour);
  const auto head = head_of(statement);
  if (!armour || !head || !can_sign(signature.role)) return;
  const auto found = find_signing_key(handbook, signature.role, armour->key_blob, head->entry);
  if (found.standing != KeyStanding::counts) return;
  const auto signer = allowed_signer(signature.role, *found.key);
  statement.verdict = verdict_of(verify_signature(
      {statement.text, statement.armour, signer, signature.role, approval_namespace}));
}

/// Asks ssh-keygen about every signed step whose armour is whole and whose key the register knows,
/// and writes its answer down. A handbook without signed steps asks nothing.
void verify_statements(Handbook& handbook) {
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      if (!revision.approval) continue;
      for (auto& signature : revision.approval->signatures) {
        if (signature.statement.is_given()) verify(handbook, signature);
      }
    }
  }
}

/// Every revision whose text may be needed: a text that was changed after its approval is not.
std::vector<Revision*> revisions_to_parse(Handbook& handbook) {
  std::vector<Revision*> revisions;
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      const auto* const approved = revision.approved();
      if (approved == nullptr || approved->digest == revision.digest)
        revisions.push_back(&revision);
    }
  }
  return revisions;
}

/// What is wrong with a text that nobody has approved is for its owner to mend, not for the run to
/// fail on: it is never published.
Diagnostics excuse_drafts(const Diagnostics& diagnostics, const Handbook& handbook) {
  Diagnostics excused;
  for (auto& diagnostic : diagnostics.sorted()) {
    const auto* const document = handbook.find_document(diagnostic.revision->document);
    const auto* const revision = document->find(diagnostic.revision->number);
    if (diagnostic.severity == Severity::error && revision->approved() == nullptr) {
      diagnostic.severity = Severity::warning;
      diagnostic.consequence = Consequence::none;
    }
    excused.report(std::move(diagnostic));
  }
  return excused;
}

}  // namespace

Handbook read_handbook(const FileTree& sources, const Isolate& isolate, Diagnostics& diagnostics) {
  Handbook handbook = load(sources, diagnostics, isolate.jobs());
  verify_statements(handbook);
  search_attachments(handbook, sources, pdf_text);
  const auto revisions = revisions_to_parse(handbook);
  std::vector<BodySource> texts;
  texts.reserve(revisions.size());
  for (const auto* const revision : revisions) {
    texts.push_back({revision->key(), revision->path, body_text(sources, *revision),
                     revision->body_line, revision->owner, revision->unit, revision->reads_as});
  }
  Diagnostics of_texts;
  auto bodies = parse_bodies(texts, isolate, of_texts);
  diagnostics.merge(excuse_drafts(of_texts, handbook));
  for (std::size_t i = 0; i < revisions.size(); ++i)
    revisions[i]->body = std::move(bodies[i]);
  return handbook;
}

Handbook read_for_question(const FileTree& sources) {
  Diagnostics ignored;
  return load(sources, ignored);
}

Handbook read_for_question(const FileTree& sources, const Isolate& isolate) {
  Diagnostics ignored;
  return read_handbook(sources, isolate, ignored);
}

Examination examine(const FileTree& sources, Date as_of, const Isolate& isolate,
                    const LawPack& law) {
  Examination examination;
  const Handbook handbook = read_handbook(sources, isolate, examination.diagnostics);
  const DayView view(handbook, as_of);
  run_checks(view, Backlinks(view), examination.diagnostics, isolate.jobs(), &law);
  for (const auto& document : handbook.documents)
    examination.documents.push_back(document.id);
  for (const auto& source : handbook.sources)
    examination.sources.push_back(source.number);
  return examination;
}

void with_edition(const FileTree& sources, Date as_of, const Isolate& isolate,
                  const std::function<void(const Edition&)>& use) {
  Diagnostics found;
  const Handbook handbook = read_handbook(sources, isolate, found);
  const DayView view(handbook, as_of);
  run_checks(view, Backlinks(view), found, isolate.jobs());
  const ProfileSelection everything{&view, {}, {}, {}, true, {}};
  use(Edition(everything, found.sorted()));
}

}  // namespace handbok
