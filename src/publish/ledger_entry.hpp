#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace handbok {

/// A moment in whole seconds since 1970, in UTC.
using Moment = std::int64_t;

/// "2026-11-21T02:00:05Z".
std::string to_text(Moment moment);

/// The moment that to_text() writes as `text`; no value if there is none.
std::optional<Moment> parse_moment(std::string_view text);

/// What an entry of the ledger records. A release is first prepared (it is whole on the disk), then
/// published (it is served) or abandoned (it never was served). A heartbeat says that the site was
/// checked and nothing had changed.
enum class EntryType : std::uint8_t { prepare, published, abandoned, heartbeat };

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
};

/// The name of the type as the ledger writes it.
std::string_view name_of(EntryType type);

/// The file of the entry. There is one way to write it, and reading accepts no other.
std::string write_entry(const LedgerEntry& entry);

/// Reads the file of an entry; no value unless write_entry would write exactly these bytes.
std::optional<LedgerEntry> parse_entry(std::string_view text);

}  // namespace handbok
