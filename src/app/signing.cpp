#include "app/signing.hpp"

#include "base/ssh_format.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/ssh_keygen.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"

namespace handbok {
namespace {

const char* slot_of(SigningFailure failure) {
  switch (failure) {
    case SigningFailure::no_program:
      return "@signing.no_program";
    case SigningFailure::refused:
      return "@signing.refused";
    case SigningFailure::too_slow:
      return "@signing.too_slow";
  }
  return "";
}

/// The head of the ledger in a folder; what was given, if there is none that can be trusted.
std::string head_of_ledger(const std::string& given) {
  if (given == "0") return Ledger().head();
  if (!is_folder(given + "/" + std::string(layout::ledger))) return given;
  RealDisk disk(given);
  const auto replayed = replay_ledger(disk);
  const auto* const ledger = std::get_if<Ledger>(&replayed);
  return ledger == nullptr ? given : ledger->head();
}

}  // namespace

void sign_with(const std::string& key_file, ApprovalSteps& request) {
  request.assurance = Assurance::key;
  request.ledger = head_of_ledger(request.ledger);
  request.sign = [key_file](const std::string& statement) -> Expected<std::string> {
    auto signature = sign_statement(statement, key_file, approval_namespace);
    if (!signature) return Unexpected{slot_of(signature.error())};
    return *std::move(signature);
  };
}

}  // namespace handbok
