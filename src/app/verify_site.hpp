#pragma once

#include <optional>
#include <string>

#include "app/publish_site.hpp"
#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "publish/verify.hpp"

namespace handbok {

struct VerifyRequest {
  std::string folder;
  std::string against;  ///< a head ("42:sha256:…") or a copy's folder; empty: neither
  const FileTree* sources = nullptr;  ///< compared with what is published, if given
  Moment now = 0;
  TimeMending times = TimeMending::off;
};

struct VerifySiteResult {
  TargetAccess access = TargetAccess::open;
  Verification verification;
  std::optional<Diagnostic> stale;  ///< build.stale: the site was not checked for a while
};

/// Verifies a target, and compares it with the sources and the witness if they are given. Throws
/// IoError.
VerifySiteResult verify_site(const VerifyRequest& request);

}  // namespace handbok
