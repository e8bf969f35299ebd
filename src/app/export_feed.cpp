#include "app/export_feed.hpp"

#include "app/one_file.hpp"
#include "render/addresses.hpp"

namespace handbok {

std::optional<std::string> ask_feed(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate) {
  return one_file(sources, theme, options, isolate, address::news_feed);
}

}  // namespace handbok
