#pragma once

namespace handbok {

/// How the program ends (design 5).
enum class ExitStatus : int {
  fine = 0,
  found_something = 1,  ///< done, but a document was withheld or a diagnostic reached --fail-on
  stopped = 2,          ///< stopped by errors; nothing was written or switched
  could_not_run = 3     ///< usage, input or output
};

}  // namespace handbok
