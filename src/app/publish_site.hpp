#pragma once

#include <string>

#include "app/publish.hpp"

namespace handbok {

/// Whether a target could be worked with at all.
enum class TargetAccess : std::uint8_t {
  open,
  missing,           ///< there is no such folder
  busy,              ///< somebody else is publishing there
  unfit_file_system  ///< it may lose what it was given
};

/// Whether to publish to a file system that was not tested for it.
enum class FileSystemDemand : std::uint8_t { fit, any };

struct PublishSiteResult {
  TargetAccess access = TargetAccess::open;
  std::string file_system;  ///< its name, if it is unfit; "?" if unknown
  PublishResult result;     ///< if the target was open
};

/// Publishes to a folder of this machine, which is made if it is not there: checks the file system,
/// takes the lock, publishes. Throws IoError.
PublishSiteResult publish_site(const PublishRequest& request, const std::string& folder,
                               FileSystemDemand demand);

/// The moment now, in seconds since 1970, or what SOURCE_DATE_EPOCH says.
Moment current_moment();

}  // namespace handbok
