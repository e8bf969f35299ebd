#pragma once

#include <cstdint>
#include <string>

#include "diag/codes.hpp"

namespace handbok {

/// What can be wrong with a folder that handbooks are published to. Each names the first place at
/// which it was seen.
enum class TargetFaultKind : std::uint8_t {
  ledger_file_unknown,
  ledger_entry_missing,
  ledger_entry_malformed,  ///< not of the one form that there is, or its seal is broken
  ledger_entry_newer,      ///< written by a later version of the program
  ledger_entry_misnumbered,
  ledger_chain_broken,
  ledger_time_backwards,
  ledger_order_impossible,  ///< such as published without prepare
  manifest_missing,
  manifest_changed,
  manifest_malformed,
  revision_gone,     ///< a release lacks a revision that an earlier one had
  revision_changed,  ///< a release has other bytes of it
  address_gone,
  file_missing,
  file_changed,
  file_not_plain,
  file_mode_changed,
  file_time_changed,
  file_unknown,
  current_wrong,
  status_wrong,
  interrupted,  ///< a publication was cut off; the next one heals it
  witness_not_found,
  witness_truncated,
  witness_rewritten,
  source_changed,      ///< the sources hold other bytes of a published revision
  signed_head_missing  ///< somebody signed on an entry that the ledger does not have
};

struct TargetFault {
  TargetFaultKind kind = TargetFaultKind::file_changed;
  std::string path;  ///< below the target, or the revision
};

/// The fault as a sentence, and what to do about it.
std::string fault_text(const TargetFault& fault, Language language);

}  // namespace handbok
