#include "app/one_file.hpp"

namespace handbok {

std::optional<std::string> one_file(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate,
                                    std::string_view path) {
  std::optional<std::string> bytes;
  static_cast<void>(build(sources, theme, options, isolate, [&](SiteFile file) {
    if (file.path == path) bytes = std::move(file.bytes);
  }));
  return bytes;
}

}  // namespace handbok
