#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/disk.hpp"
#include "publish/ledger_entry.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// A ledger that was replayed from its first entry and is whole in itself.
class Ledger {
public:
  const std::vector<LedgerEntry>& entries() const { return entries_; }
  bool is_empty() const { return entries_.empty(); }

  /// "42:sha256:…": number and digest of the newest entry. Whoever has written it down elsewhere
  /// can tell later that nothing before it was taken away or rewritten.
  std::string head() const;

  /// The digest of the file of an entry; of no bytes at all for number 0.
  const std::string& digest_of(int entry) const;

  /// The prepare entry of the release that was published last, or nullptr.
  const LedgerEntry* last_published() const;

  /// The newest entry, if it prepares a release and nobody has told how that ended.
  const LedgerEntry* unfinished() const;

  /// The newest entry that says what the handbook was like, of those that took effect; or nullptr.
  const LedgerEntry* last_checked() const;

  /// Whom the sites of this ledger are for, by the newest entry that says so of those that took
  /// effect; empty if none does.
  std::string profile() const;

  /// The prepare entry of a release; nullptr if there is none of that number.
  const LedgerEntry* find_release(int release) const;

  /// The prepare entries of all published releases, in order.
  std::vector<const LedgerEntry*> published() const;

  /// Adds an entry to what is known; its file must have these bytes. A fault if it cannot follow.
  std::optional<TargetFault> append(const std::string& path, std::string_view bytes);

private:
  std::optional<TargetFaultKind> problem_of(const LedgerEntry& entry) const;
  bool may_follow(const LedgerEntry& entry) const;

  std::vector<LedgerEntry> entries_;
  std::vector<std::string> digests_;
};

/// Reads and replays the ledger of a target; an absent ledger is an empty one. Names being written
/// (".tmp-…") are passed over: a crash may leave one.
std::variant<Ledger, TargetFault> replay_ledger(Disk& disk);

/// How many hours the site may go without being checked before readers are warned (build.stale).
inline constexpr int hours_until_stale = 36;

/// The text of build-status.json: what the ledger says of the site that is served. It lies beside
/// the releases, so that pages can be told how old they are without a clock in any of them. The
/// ledger must have a published release.
std::string build_status(const Ledger& ledger);

/// True if the site was last checked more than 36 hours before `now`.
bool is_stale(const Ledger& ledger, Moment now);

}  // namespace handbok
