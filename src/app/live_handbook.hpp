#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "app/build.hpp"
#include "app/workspace.hpp"
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

  /// A file of the site that is shown.
  std::optional<std::string> file(const std::string& path) const;

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

struct LiveOptions {
  std::string source;
  std::string theme;          ///< empty: the default theme
  std::optional<Date> as_of;  ///< none: today, also when the day changes
  bool drafts = false;        ///< pages of drafts too, and the preview below `drafts_folder`
  int port = 0;               ///< 0: any free one
  int jobs = 0;               ///< 0: one a processor
  Caching caching = Caching::on;
};

/// Where the list of drafts stands, with what each changes and what it lacks.
inline constexpr std::string_view drafts_folder = "utkast/";

/// Gives the text that the pages show when a build was stopped; may also write to the terminal.
using TellBuild = std::function<std::string(const BuildReport& report)>;

/// A handbook that is built in memory and served on 127.0.0.1 while somebody writes it.
class LiveHandbook {
public:
  explicit LiveHandbook(LiveOptions options);

  /// Builds what the folders hold now and shows it, or why it could not be built. False if the
  /// folder of sources or the theme is not there. Throws IoError.
  bool build(const TellBuild& told);

  /// Begins to serve and gives the port. Throws IoError if it is taken.
  int listen();

  /// Waits until a file of the sources or the theme, or the day, differs from the last build and
  /// has stayed the same for a moment: an editor may still be saving.
  void wait_for_change() const;

  /// Shows a text on the pages until the next build.
  void tell(std::string problem) { site_.tell(std::move(problem)); }

private:
  std::string stamp() const;
  Date day() const;

  LiveOptions options_;
  LiveSite site_;
  std::optional<LocalServer> server_;
  std::string built_stamp_;
  Date built_day_;
};

}  // namespace handbok
