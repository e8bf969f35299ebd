#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace handbok {

/// The Markdown text of one revision and what its diagnostics say of it.
struct BodySource {
  RevisionKey revision;
  std::string path;
  std::string_view text;  ///< without the TOML head; the bytes must outlive the work
  int first_line = 1;     ///< the line of the file where `text` starts
  std::string owner;
  std::string unit;
};

}  // namespace handbok
