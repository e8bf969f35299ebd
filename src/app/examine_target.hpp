#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "publish/ledger.hpp"

namespace handbok {

/// What a look at a folder that is published to can find, in the order in which it is told.
enum class TargetSign : std::uint8_t {
  folder_missing,     ///< path
  file_system_unfit,  ///< name
  not_writable,       ///< path
  written_by_all,     ///< path
  foreign_file,       ///< path
  busy,               ///< nothing
  nothing_published,  ///< nothing
  ledger_fault,       ///< the fault
  unfinished,         ///< the release
  not_shown,          ///< the link that readers follow
  last_run_old,       ///< hours since, and when
  last_run_failed,    ///< outcome, and when
  last_run,           ///< hours since, and when
  day_wrong,          ///< the day that the site shows, and today
  clock_behind,       ///< when the ledger was last written
  room_low,           ///< megabytes and files free, and those needed
  room,               ///< the same
  sources_old,        ///< hours since they were fetched
  sources_other,      ///< the commit that stands there, and the one that was fetched
  people_fault,       ///< where in the file, and the code
  people_open,        ///< the file
  letters_old,        ///< hours since all were handed over
  letters_none,       ///< nothing: no run has handed over all yet
  letters_ahead,      ///< the first day, which has not come
  letters,            ///< hours since all were handed over
  timer_unknown,      ///< why: a word
  timer_off,          ///< the unit, and what systemd says of it
  timer_on            ///< the unit
};

struct TargetFinding {
  TargetSign sign = TargetSign::folder_missing;
  std::vector<std::string> values;
};

/// True of what somebody must do something about.
bool is_fault(TargetSign sign);

/// What is looked at, and when. `sources` may be empty; if they are fetched by git, their age
/// counts too, since a heartbeat over old sources looks well. So may what `letters` is given.
struct TargetQuestion {
  std::string folder;
  std::string sources;
  std::string people;
  std::string letters;  ///< the folder that remembers which were sent
  std::string maildir;  ///< where they are put
  Moment now = 0;
  Date today;
  Language language = Language::swedish;
};

/// Looks at a folder that is published to, on this machine: whether the next nightly run can do its
/// work, and whether the last did. Reads the ledger, and whether the files that are served are
/// there; not their bytes: that is for `verify`.
/// Changes nothing. Throws IoError.
std::vector<TargetFinding> examine_target(const TargetQuestion& question);

}  // namespace handbok
