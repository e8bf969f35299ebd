#pragma once

#include <string>

namespace handbok {

/// A file that somebody wrote: a Word document (.docx), or Markdown (.md) that begins with the
/// card or with a TOML head.
struct HandedFile {
  std::string name;
  std::string bytes;
};

}  // namespace handbok
