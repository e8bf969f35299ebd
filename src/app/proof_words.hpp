#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// What a proof says, in the order of the slots of its page of instructions.
struct ProofStatement {
  std::string document;
  std::string revision;  ///< "3"
  std::string title;
  std::string day;
  std::string valid_from;
  std::string valid_until;  ///< empty: until further notice
  std::string approved_by;  ///< role
  std::string approved_on;
  std::string approved_ref;  ///< may be empty
  std::string digest;        ///< of the revision
  std::string first_release;
  std::string first_time;
  std::string shown_release;  ///< that readers had at the end of the day; empty: none yet
  std::string page;           ///< address of the revision's page
  std::string last_entry;     ///< of the ledger in the folder
  /// Steps that are signed with a key: the name of the files in signatures/, and the role.
  std::vector<std::pair<std::string, std::string>> signatures;
};

/// The page of instructions: what is proved, and how anyone checks it with sha256sum.
std::string proof_instructions(const ProofStatement& statement, Language language);

/// The file name of the page.
std::string_view proof_instructions_name(Language language);

/// A script for sh that makes the same checks; says "OK" or stops.
std::string proof_script(const ProofStatement& statement);

}  // namespace handbok
