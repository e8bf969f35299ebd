#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// A revision file in its parts, which are views into it and together all of it.
struct RevisionFile {
  std::string_view opening;  ///< the first line, "+++", with a byte order mark if there is one
  std::string_view head;     ///< TOML; ends with a line end unless it is empty
  std::string_view closing;  ///< the line that begins with "+++" again
  std::string_view text;
};

/// Splits a revision file; no value if it does not begin with a whole head.
std::optional<RevisionFile> split_revision_file(std::string_view bytes);

/// A revision file of that head, which ends with a line end, and that text.
std::string join_revision_file(std::string_view head, std::string_view text);

}  // namespace handbok
