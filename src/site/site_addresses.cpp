#include "site/site_addresses.hpp"

#include "base/utf8.hpp"

namespace handbok {

bool SiteAddresses::take(const SitePath& path) {
  if (!path.is_usable()) return false;
  const auto folded = to_lower(path.text());
  if (folders_.contains(folded) || files_.contains(folded)) return false;
  for (auto slash = folded.find('/'); slash != std::string::npos;
       slash = folded.find('/', slash + 1)) {
    if (files_.contains(folded.substr(0, slash))) return false;
  }
  for (auto slash = folded.find('/'); slash != std::string::npos;
       slash = folded.find('/', slash + 1)) {
    folders_.insert(folded.substr(0, slash));
  }
  files_.insert(folded);
  return true;
}

}  // namespace handbok
