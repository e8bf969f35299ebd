#include "app/input_digest.hpp"

#include "base/sha256.hpp"

namespace handbok {
namespace {

// No path, number or digest holds a line end, so no two inputs give one text.
void add_tree(std::string& text, std::string_view name, const FileTree& tree) {
  text.append(name).append("\n");
  for (const auto& [path, bytes] : tree.files())
    text.append(sha256_hex(bytes)).append(" ").append(path).append("\n");
  for (const auto& unread : tree.unread()) {
    text.append("unread ").append(std::to_string(static_cast<int>(unread.reason))).append(" ");
    text.append(std::to_string(unread.size)).append(" ").append(unread.path).append("\n");
  }
}

}  // namespace

std::string input_digest(const FileTree& sources, const FileTree& theme,
                         const BuildOptions& options) {
  std::string text = "handbok-input-v1\n";
  text.append(HANDBOK_VERSION).append("\n");
  text.append(options.as_of.to_string()).append("\n");
  text.append(options.base_url).append("\n");
  text.append(options.strictness == Strictness::stop ? "strict\n" : "withhold\n");
  if (!options.profile.empty()) text.append("profile ").append(options.profile).append("\n");
  add_tree(text, "sources", sources);
  add_tree(text, "theme", theme);
  return digest_name(text);
}

}  // namespace handbok
