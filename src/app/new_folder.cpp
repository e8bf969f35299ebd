#include "app/new_folder.hpp"

#include <set>

#include "base/sha256.hpp"
#include "io/clock.hpp"
#include "io/lock.hpp"
#include "io/real_disk.hpp"

namespace handbok {
namespace {

void make_folders_of(const std::string& path, std::set<std::string>& known, Disk& disk) {
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const auto folder = path.substr(0, slash);
    if (known.insert(folder).second) disk.make_folder(folder);
  }
}

}  // namespace

std::string checksum_list(const FileTree& files) {
  std::string text;
  for (const auto& [path, bytes] : files.files())
    text.append(sha256_hex(bytes)).append("  ").append(path).append("\n");
  return text;
}

bool write_new_folder(const std::string& folder, const FileTree& files) {
  make_folders(folder);
  RealDisk disk(folder);
  if (!disk.names_in("").empty()) return false;
  std::set<std::string> known;
  const auto now = unix_seconds_now();
  try {
    for (const auto& [path, bytes] : files.files()) {
      make_folders_of(path, known, disk);
      disk.write_new(path, bytes, now);
    }
  } catch (const std::exception&) {
    for (const auto& name : disk.names_in(""))
      disk.remove_tree(name);
    throw;
  }
  disk.sync_all();
  return true;
}

}  // namespace handbok
