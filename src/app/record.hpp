#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/cache.hpp"
#include "io/file_scan.hpp"
#include "io/site_writer.hpp"

namespace handbok {

/// What the result of a command is a function of.
struct RecordedWork {
  std::string command;               ///< which, where its result goes
  std::vector<std::string> options;  ///< all of them that count, and the day
  std::string source;                ///< the folder of sources
  std::string theme;                 ///< the folder of the theme; empty: none is read
  std::string output;                ///< the folder that a site is written to; empty: none
};

/// Remembers what came of a command, outside the sources and the site, and whether all that it
/// rests on is still as it was: sources, theme, program, options, day and every file of the site.
/// What it says is never believed further than the disk bears it out (decision 0044).
class Record {
public:
  /// Looks at everything that will be read. Make one before anything is.
  explicit Record(RecordedWork work);

  /// What was kept, if the same command would come to the same again and would write nothing.
  std::optional<std::string> recall();

  /// Keeps what came of it; `writer` if it has written a site.
  void keep(std::string_view result, const SiteWriter* writer) const;

private:
  std::string name() const;

  RecordedWork work_;
  Cache cache_;
  FileScan inputs_;
  std::int64_t moment_;      ///< when the inputs were looked at
  std::string inputs_then_;  ///< their digest for that moment; empty: nothing can be kept
};

}  // namespace handbok
