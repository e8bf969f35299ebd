#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "app/publish_site.hpp"
#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/document.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

struct ProofRequest {
  const FileTree& sources;
  std::string document;  ///< empty: everything that applied at the unit
  Date day;
  Date today;          ///< the proof also says what is known then
  UnitId unit;         ///< with what applied there besides; empty: the document alone
  std::string target;  ///< the folder that was published to
  Language language = Language::swedish;
};

/// Why there is no proof.
enum class ProofProblem : std::uint8_t {
  unit_absent,  ///< it did not exist on the day
  not_at_unit,  ///< the document did not apply there
  nothing_in_force,
  nothing_at_unit,
  never_published,
  source_changed,  ///< the sources have other bytes than were published
  no_target
};

/// A folder that proves which revision of a document was in force on a day: its files, its
/// approval, the ledger up to what followed, and instructions that need only `sha256sum`. Of a unit
/// a folder for each text.
struct Proof {
  RevisionKey revision;  ///< of no document: of everything at a unit
  FileTree files;
};

/// What the handbook does not know of the day, in words.
struct NotKnown {
  std::string text;
};

/// Makes the proof. What the handbook does not know of the day, if nothing it holds was in force. A
/// fault if the target's ledger or one of the manifests is not whole. Throws IoError.
std::variant<Proof, ProofProblem, NotKnown, TargetFault> make_proof(const ProofRequest& request);

}  // namespace handbok
