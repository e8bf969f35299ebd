#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.hpp"

namespace handbok {

/// The newest entry of a ledger that somebody knew: "42:sha256:…".
struct LedgerHead {
  int entry = 0;       ///< 0: nothing was published yet
  std::string digest;  ///< "sha256:…" of its file; of no bytes at all for entry 0

  std::string text() const { return std::to_string(entry) + ":" + digest; }
};

/// Reads "42:sha256:…"; no value if it is not of that form.
std::optional<LedgerHead> parse_ledger_head(std::string_view text);

/// The facts of a statement, each with its key, in order.
using StatementFacts = std::vector<std::pair<std::string, std::string>>;

/// What a key signs when it takes a step with a revision: one fact a line, each of which must be
/// as it stands in the approval file; an approval also names the days of `approval`. The digest is
/// the one that the step was taken for.
std::string approval_statement(const RevisionKey& revision, const Approval& approval,
                               const Signature& signature, const LedgerHead& head);

/// The facts of a statement; none if it is not written exactly as `approval_statement` would.
StatementFacts parse_statement(std::string_view text);

/// The value of a fact; empty if there is none.
std::string fact_of(const StatementFacts& facts, std::string_view key);

/// The head that a statement names; none if it cannot be read.
std::optional<LedgerHead> head_of(const SignedStatement& statement);

// The names of steps and of what stands behind them, as approval files, statements and messages
// write them.

/// The word for the step in an approval file and in a signed statement: "reviewed".
std::string_view key_of(SignatureStep step);

/// The word for the step in a message: "@step.reviewed" (diag/slot_words).
std::string slot_of(SignatureStep step);

/// The word for what stands behind a step in an approval file: "key".
std::string_view key_of(Assurance assurance);

/// The same in a message: "@assurance.key".
std::string slot_of(Assurance assurance);

}  // namespace handbok
