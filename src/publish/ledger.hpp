#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// A moment in whole seconds since 1970, in UTC.
using Moment = std::int64_t;

/// "2026-11-21T02:00:05Z".
std::string to_text(Moment moment);

/// The moment that to_text() writes as `text`; no value if there is none.
std::optional<Moment> parse_moment(std::string_view text);

/// What an entry of the ledger records. A release is first prepared (it is whole on the disk), then
/// published (it is served) or abandoned (it never was served). A heartbeat says that the site was
/// checked and nothing had changed. Pruned says which earlier releases somebody decided to thin.
enum class EntryType : std::uint8_t { prepare, published, abandoned, heartbeat, pruned };

/// What was known about the handbook when it was checked, as later runs and monitors need it.
struct CheckedState {
  Date as_of;
  std::string tool;   ///< version of the program
  std::string input;  ///< digest of all that the site is a function of
  int documents = 0;  ///< in force
  int errors = 0;
  int warnings = 0;
  int notes = 0;
  std::vector<std::string> withheld;  ///< "RUT-001@3", sorted
  std::string profile{};  ///< whom the site is for; empty in entries of versions that did not say
  std::string commit{};   ///< of the sources; empty if git does not have them
  Moment fetched = 0;     ///< when a fetch last found that commit to be the newest; 0: not known
};

/// One entry of the ledger: a file that is written once and never changed. It names the digest of
/// the entry before it, and ends with a seal, the digest of its own bytes so far, so that a changed
/// byte of the newest entry is found too.
struct LedgerEntry {
  int number = 0;  ///< from 1, without gaps
  EntryType type = EntryType::prepare;
  Moment time = 0;
  std::string previous;  ///< digest of the file of the entry before; of nothing, for the first
  int release = 0;       ///< which release it is about
  std::string manifest;  ///< prepare: digest of the release's manifest
  CheckedState state;    ///< prepare and heartbeat
  std::vector<std::string> revisions;  ///< prepare: published for the first time, "RUT-001@3"
  std::string decision{};              ///< pruned: by which it was done
  std::vector<int> thinned{};          ///< pruned: the releases, rising
};

/// The name of the type as the ledger writes it.
std::string_view name_of(EntryType type);

/// The file of the entry. There is one way to write it, and reading accepts no other.
std::string write_entry(const LedgerEntry& entry);

/// Reads the file of an entry; no value unless write_entry would write exactly these bytes.
std::optional<LedgerEntry> parse_entry(std::string_view text);

/// A ledger read from its first entry to its last, in which every entry may follow the one before
/// it.
class Ledger {
public:
  const std::vector<LedgerEntry>& entries() const { return entries_; }
  bool is_empty() const { return entries_.empty(); }

  /// "42:sha256:…": number and digest of the newest entry. Whoever keeps a copy of it elsewhere can
  /// prove later that no earlier entry was removed or rewritten.
  std::string head() const;

  /// The digest of the file of an entry; of no bytes at all for number 0.
  const std::string& digest_of(int entry) const;

  /// The prepare entry of the release that was published last, or nullptr.
  const LedgerEntry* last_published() const;

  /// The newest entry if it prepares a release that was neither published nor abandoned; else
  /// nullptr.
  const LedgerEntry* unfinished() const;

  /// The newest entry with a checked state: the last heartbeat of the published release, or the
  /// entry that prepared it. nullptr if nothing was published.
  const LedgerEntry* last_checked() const;

  /// The profile that this ledger publishes: the newest one that is named by an entry of a
  /// published release. Empty if none names a profile.
  std::string profile() const;

  /// The prepare entry of a release; nullptr if there is none of that number.
  const LedgerEntry* find_release(int release) const;

  /// The newest entry that thins releases, or nullptr.
  const LedgerEntry* last_pruned() const;

  /// True if some entry thins the release.
  bool is_thinned(int release) const { return thinned_.contains(release); }

  /// The prepare entries of all published releases, in order.
  std::vector<const LedgerEntry*> published() const;

  /// Appends an entry whose file has these bytes. A fault if it may not follow the last one.
  std::optional<TargetFault> append(const std::string& path, std::string_view bytes);

private:
  std::optional<TargetFaultKind> problem_of(const LedgerEntry& entry) const;
  bool may_follow(const LedgerEntry& entry) const;
  bool may_be_thinned(const LedgerEntry& entry) const;

  std::vector<LedgerEntry> entries_;
  std::set<int> thinned_;
  std::vector<std::string> digests_;
};

/// Reads and replays the ledger of a target; an absent ledger is an empty one. Names being written
/// (".tmp-…") are passed over: a crash may leave one.
std::variant<Ledger, TargetFault> replay_ledger(Disk& disk);

/// How many hours the site may go without being checked before readers are warned (build.stale).
inline constexpr int hours_until_stale = 36;

/// A run of `publish` after the last entry of the ledger, which changed nothing that is served.
struct FailedAttempt {
  Moment time = 0;
  std::string outcome;  ///< a word for monitors: "stopped"
};

/// The text of build-status.json: what the ledger says of the release that is served, and of the
/// run that failed since, if one did. The file lies beside the releases, so a page can show how old
/// it is although no page holds a date of its own making. The ledger must have a published release.
std::string build_status(const Ledger& ledger, const std::optional<FailedAttempt>& failed = {});

/// True if `text` says what the ledger says, with or without a run that failed since.
bool is_build_status(const Ledger& ledger, std::string_view text);

/// True if the site was last checked more than 36 hours before `now`.
bool is_stale(const Ledger& ledger, Moment now);

}  // namespace handbok
