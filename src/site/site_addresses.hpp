#pragma once

#include <string>
#include <string_view>

#include "base/site_path.hpp"
#include "base/text_hash.hpp"

namespace handbok {

/// The addresses that files of a site have taken. Two that differ in capital letters only are one
/// on many disks and web servers, and none can be a file and a folder.
class SiteAddresses {
public:
  /// Takes the address. False if it is unusable or taken, also by what lies above or below it.
  bool take(const SitePath& path);

private:
  TextSet files_;
  TextSet folders_;
};

}  // namespace handbok
