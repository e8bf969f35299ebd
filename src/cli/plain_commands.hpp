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

}  // namespace handbok
