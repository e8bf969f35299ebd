#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace handbok {

// Commands that draft reports and material for meetings.

/// Where the draft of a report goes.
struct DraftOptions {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout; a file that is there is brought up to date
};

enum class ReportKindWord { quality, safety, tertial, control };

struct ReportCommand {
  ReportKindWord kind = ReportKindWord::quality;
  int year = 0;
  int period = 0;  ///< of a tertial report; 0: the last one that has ended
  std::string unit;
  DraftOptions draft;
};

struct ReviewPackCommand {
  DraftOptions draft;
};

struct AgendaCommand {
  std::string forum;
  DraftOptions draft;
};

}  // namespace handbok
