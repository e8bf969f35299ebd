#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace handbok {

// Commands below `export`.

/// Which register to write where.
struct ExportCsvCommand {
  std::string name;  ///< "risks"
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout
};

struct ExportJsonCommand {
  std::string name;  ///< empty: all of them
  std::string source;
  std::optional<Date> as_of;
  std::string output;
};

struct ExportCalendarCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout
  std::string unit;
  std::string role;
  int months = 12;
};

struct ExportArchiveCommand {
  std::string source;
  int year = 0;
  std::string theme;
  std::string output;
};

struct ExportFeedCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string base_url;
  std::string output;  ///< empty: stdout
};

/// handbok export docx: a revision to be changed in Word.
struct ExportWordCommand {
  std::string document;  ///< "RUT-001" or "RUT-001@3"
  std::string source;
  std::string output;  ///< empty: the document's id, in the folder where the user is
  std::string theme;
};

}  // namespace handbok
