#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// First and last day, "2024-10-01"; without a last day until further notice.
struct ProofInterval {
  std::string from;
  std::string last;
  friend bool operator==(const ProofInterval&, const ProofInterval&) = default;
};

/// A text of the unit that the proof is about.
struct ProofLocalText {
  std::string document;
  std::string revision{};
  std::string title;
  ProofInterval valid{};
  bool is_proved = false;  ///< its proof lies in the folder; else it was not published
  std::string unknown{};   ///< what the handbook does not know of it; empty: it applied
};

/// What a proof says, in the order of the slots of its page of instructions.
struct ProofStatement {
  std::string document;
  std::string revision;  ///< "3"
  std::string title;
  std::string day;
  ProofInterval known_then;  ///< on the day
  ProofInterval known_now;
  std::string today;
  std::string unit;                   ///< name; empty: not asked about
  std::vector<ProofLocalText> local;  ///< what applied at the unit besides
  bool is_replaced = false;           ///< or instead of the document
  std::string unknown;                ///< what is not known of the unit that day; empty: nothing
  std::string approved_by;            ///< role
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

/// The folder of the proofs of what applied at the unit besides.
std::string proof_local_folder(Language language);

/// The file name of the page.
std::string_view proof_instructions_name(Language language);

/// The page and the script of a folder with a proof for each text that applied at a unit on a day.
std::string unit_proof_instructions(const ProofStatement& statement, Language language);
std::string unit_proof_script();

/// A script for sh that makes the same checks; says "OK" or stops.
std::string proof_script(const ProofStatement& statement, Language language);

}  // namespace handbok
