#include "app/live_handbook.hpp"

#include <chrono>
#include <thread>

#include "app/workspace.hpp"
#include "io/read_tree.hpp"

namespace handbok {
namespace {

constexpr auto pause = std::chrono::milliseconds(250);

/// Takes a site in below a folder: "", "utkast/".
SiteSink into(FileTree::Files& files, std::string_view folder) {
  return [&files, folder](SiteFile file) {
    files[std::string(folder) + file.path.text()] = std::move(file.bytes);
  };
}

}  // namespace

LiveHandbook::LiveHandbook(LiveOptions options) : options_(std::move(options)), built_day_(day()) {}

std::uint64_t LiveHandbook::stamp() const {
  const auto sources = tree_stamp(options_.source);
  return options_.theme.empty() ? sources : sources ^ tree_stamp(options_.theme);
}

Date LiveHandbook::day() const {
  return options_.as_of ? *options_.as_of : current_day();
}

bool LiveHandbook::build(const TellBuild& told) {
  built_stamp_ = stamp();  // before reading: what changes meanwhile is built again
  built_day_ = day();
  const auto sources = read_sources(options_.source);
  const auto theme = read_theme(options_.theme);
  if (!sources || !theme) return false;
  BuildOptions build_options;
  build_options.as_of = built_day_;
  build_options.drafts = options_.drafts;
  const auto isolate = make_isolate(options_.jobs);
  FileTree::Files files;
  const auto report = handbok::build(*sources, *theme, build_options, isolate, into(files, {}));
  auto problem = told(report, *sources);
  if (report.outcome == BuildOutcome::built) {
    if (options_.drafts) {
      build_options.preview = true;
      handbok::build(*sources, *theme, build_options, isolate, into(files, drafts_folder));
    }
    site_.show(std::move(files));
  } else {
    site_.tell(std::move(problem));
  }
  return true;
}

int LiveHandbook::listen() {
  server_.emplace(options_.port, [this](const std::string& path) { return site_.answer(path); });
  return server_->port();
}

void LiveHandbook::wait_for_change() const {
  while (true) {
    std::this_thread::sleep_for(pause);
    const auto now = stamp();
    if (now == built_stamp_ && day() == built_day_) continue;
    std::this_thread::sleep_for(pause);
    if (stamp() == now) return;
  }
}

}  // namespace handbok
