#include "app/checksum_list.hpp"

#include "base/sha256.hpp"

namespace handbok {

std::string checksum_list(const FileTree& files) {
  std::string text;
  for (const auto& [path, bytes] : files.files())
    text.append(sha256_hex(bytes)).append("  ").append(path).append("\n");
  return text;
}

}  // namespace handbok
