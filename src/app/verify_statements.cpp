#include "app/verify_statements.hpp"

#include "base/ssh_format.hpp"
#include "derive/signing_keys.hpp"
#include "io/ssh_keygen.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

KeyVerdict verdict_of(SshKeygenAnswer answer) {
  switch (answer) {
    case SshKeygenAnswer::yes:
      return KeyVerdict::good;
    case SshKeygenAnswer::no:
      return KeyVerdict::bad;
    case SshKeygenAnswer::none:
      return KeyVerdict::no_answer;
  }
  return KeyVerdict::no_answer;
}

void verify(const Handbook& handbook, Signature& signature) {
  auto& statement = *signature.statement;
  const auto armour = parse_ssh_signature(statement.armour);
  const auto head = head_of(statement);
  if (!armour || !head || !can_sign(signature.role)) return;
  const auto found = find_signing_key(handbook, signature.role, armour->key_blob, head->entry);
  if (found.standing != KeyStanding::counts) return;
  const auto signer = allowed_signer(signature.role, *found.key);
  statement.verdict = verdict_of(verify_signature(
      {statement.text, statement.armour, signer, signature.role, approval_namespace}));
}

}  // namespace

void verify_statements(Handbook& handbook) {
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      if (!revision.approval) continue;
      for (auto& signature : revision.approval->signatures) {
        if (signature.statement) verify(handbook, signature);
      }
    }
  }
}

}  // namespace handbok
