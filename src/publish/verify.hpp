#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/file_tree.hpp"
#include "publish/ledger.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// What somebody else has seen of the ledger: a head that was written down, or a copy.
struct Witness {
  std::string head;  ///< "42:sha256:…"; empty: none
  FileTree copy;     ///< files of a copied ledger, by name: "000042.toml"
};

/// What verification saw, and everything that is wrong; the first fault comes first.
struct Verification {
  std::vector<TargetFault> faults;
  Ledger ledger;  ///< as far as it could be replayed; empty if it could not
  std::size_t releases = 0;
  std::size_t files = 0;
  std::uint64_t bytes_read = 0;
  std::size_t witnessed = 0;  ///< entries that the witness vouches for
};

/// Whether files whose time alone is wrong, as in a copy that lost the times, get the right one.
enum class TimeMending : std::uint8_t { off, on };

/// Verifies a target from its first ledger entry on: replays the ledger, reads every byte of every
/// release, asset and report, and compares each release with the one before. Changes nothing
/// but times, if asked to.
/// Without a witness it cannot see that the ledger was rewritten as a whole, or that its end was
/// removed together with the releases it named.
Verification verify_target(Disk& disk, const Witness& witness,
                           TimeMending times = TimeMending::off);

}  // namespace handbok
