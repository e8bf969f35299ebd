#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/expected.hpp"

namespace handbok {

enum class SharedKind : std::uint8_t {
  ordinary,
  special,  ///< a link, a pipe or a device, which is never opened
  closed    ///< a folder that we may not look into
};

/// Something in a folder in which others write meanwhile.
struct SharedFile {
  std::string path;  ///< below the folder
  SharedKind kind = SharedKind::ordinary;
  std::size_t size = 0;
  std::int64_t changed_at = 0;     ///< nanoseconds since 1970, by the clock of its file system
  std::int64_t seconds_still = 0;  ///< since then, by our clock; negative if theirs is ahead
};

/// What could not be read, and what the system says of it: "Permission denied".
struct UnreadPlace {
  std::string path;  ///< below the folder; "" is the folder itself
  std::string reason;
};

struct SharedFolder {
  std::vector<SharedFile> files;  ///< in byte order of the path
  std::vector<UnreadPlace> unread;
};

/// Lists the files below `folder`, and folders that are closed. What is hidden is passed over.
SharedFolder list_shared_folder(const std::string& folder);

/// Why a file was not read.
struct SharedFault {
  bool is_in_use = false;  ///< it was changed, moved or held by somebody meanwhile
  bool is_closed = false;  ///< we have no right to read it
  std::string reason;      ///< otherwise: what the system says
};

/// The bytes of a listed file, if they are at most `bytes_max` and nobody has changed the file
/// since it was listed or while it was read.
Expected<std::string, SharedFault> read_shared_file(const std::string& folder,
                                                    const SharedFile& file, std::size_t bytes_max);

}  // namespace handbok
