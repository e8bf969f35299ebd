#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace handbok {

// Commands that take a subject and little else.

struct DigestCommand {
  std::string revision;  ///< "RUT-001@3"
  std::string source;
};

struct GraphCommand {
  std::string process;
  std::string source;
  std::optional<Date> as_of;
};

struct PreviewCommand {
  std::string source;
  std::string output;
  std::optional<Date> as_of;
  std::string theme;
};

struct ProofCommand {
  std::string document;
  std::string source;
  Date day;
  std::string target;
  std::string output;
};

/// handbok export docx: a revision to be changed in Word.
struct ExportWordCommand {
  std::string document;  ///< "RUT-001" or "RUT-001@3"
  std::string source;
  std::string output;  ///< empty: the document's id, in the folder where the user is
  std::string theme;
};

}  // namespace handbok
