#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "base/file_tree.hpp"
#include "io/local_server.hpp"

namespace handbok {

/// The site that was built last, for a server to answer from. Its pages load themselves again when
/// there is a newer one, and show why there is none. Safe to call from several threads.
class LiveSite {
public:
  /// Shows another site from now on.
  void show(FileTree::Files files);

  /// Keeps the site, and says on its pages why no newer one could be made.
  void tell(std::string problem);

  /// The answer to a request for a path of the site.
  HttpAnswer answer(const std::string& path) const;

private:
  struct State {
    FileTree::Files files;
    int version = 0;
  };

  struct Moment {
    std::shared_ptr<const State> site;
    std::string problem;
  };
  Moment now() const;

  mutable std::mutex mutex_;
  std::shared_ptr<const State> site_ = std::make_shared<State>();
  std::string problem_;
};

}  // namespace handbok
