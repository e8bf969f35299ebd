#include "app/live_handbook.hpp"

#include <array>
#include <chrono>
#include <string_view>
#include <thread>

#include "base/json.hpp"
#include "io/file_scan.hpp"

namespace handbok {
namespace {

constexpr int moved = 302;
constexpr int not_found = 404;
constexpr std::string_view script_address = "/-/reload.js";
constexpr std::string_view version_address = "/-/version.json";

/// Asks once a second what the newest site is.
constexpr std::string_view script = R"js((() => {
  const mine = Number(document.currentScript.dataset.version);
  const bar = document.createElement('pre');
  bar.style.cssText = 'position:fixed;inset:auto 0 0 0;margin:0;padding:.75rem 1rem;z-index:9;' +
    'max-height:40vh;overflow:auto;background:#7a1f1f;color:#fff;white-space:pre-wrap';
  bar.setAttribute('role', 'status');
  const look = async () => {
    try {
      const now = await (await fetch('/-/version.json', {cache: 'no-store'})).json();
      if (now.version !== mine) { location.reload(); return; }
      bar.textContent = now.problem;
      if (now.problem) { document.body.append(bar); } else { bar.remove(); }
    } catch { /* the server has stopped; it may come back */ }
    setTimeout(look, 1000);
  };
  look();
})();
)js";

struct MediaType {
  std::string_view suffix;
  std::string_view type;
};

constexpr auto media_types = std::to_array<MediaType>({
    {".css", "text/css; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ics", "text/calendar; charset=utf-8"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
});

std::string media_type_of(std::string_view path) {
  for (const auto& [suffix, type] : media_types)
    if (path.ends_with(suffix)) return std::string(type);
  return "application/octet-stream";
}

/// The page with the script that watches for a newer one.
std::string watching(const std::string& page, int version) {
  const auto at = page.rfind("</body>");
  if (at == std::string::npos) return page;
  const auto tag = std::string("<script src=\"")
                       .append(script_address)
                       .append("\" data-version=\"")
                       .append(std::to_string(version))
                       .append("\"></script>\n");
  return std::string(page).insert(at, tag);
}

HttpAnswer answer_with(std::string_view path, const std::string& bytes, int version) {
  HttpAnswer answer;
  answer.media_type = media_type_of(path);
  answer.body = path.ends_with(".html") ? watching(bytes, version) : bytes;
  return answer;
}

constexpr auto pause = std::chrono::milliseconds(250);

/// Takes a site in below a folder: "", "utkast/".
SiteSink into(FileTree::Files& files, std::string_view folder) {
  return [&files, folder](SiteFile file) {
    files[std::string(folder) + file.path.text()] = std::move(file.bytes);
  };
}

}  // namespace

void LiveSite::show(FileTree::Files files) {
  const std::scoped_lock lock(mutex_);
  site_ = std::make_shared<State>(State{std::move(files), site_->version + 1});
  problem_.clear();
}

void LiveSite::tell(std::string problem) {
  const std::scoped_lock lock(mutex_);
  problem_ = std::move(problem);
}

LiveSite::Moment LiveSite::now() const {
  const std::scoped_lock lock(mutex_);
  return {site_, problem_};
}

std::optional<std::string> LiveSite::file(const std::string& path) const {
  const auto site = now().site;
  const auto file = site->files.find(path);
  return file == site->files.end() ? std::nullopt : std::optional(file->second);
}

HttpAnswer LiveSite::answer(const std::string& path) const {
  const auto [site, problem] = now();
  if (path == script_address) return answer_with(path, std::string(script), site->version);
  if (path == version_address) {
    const Json::Object version{{"version", Json(static_cast<std::int64_t>(site->version))},
                               {"problem", Json(problem)}};
    return answer_with(path, to_text(Json(version)), site->version);
  }
  auto file = path.substr(path.starts_with('/') ? 1 : 0);
  if (file.empty() || file.ends_with('/')) file += "index.html";
  if (const auto it = site->files.find(file); it != site->files.end())
    return answer_with(file, it->second, site->version);
  if (site->files.contains(file + "/index.html")) return {moved, "text/plain", {}, path + "/"};
  const auto page = site->files.find("404.html");
  auto answer =
      answer_with("404.html", page == site->files.end() ? "404" : page->second, site->version);
  answer.status = not_found;
  return answer;
}

LiveHandbook::LiveHandbook(LiveOptions options) : options_(std::move(options)), built_day_(day()) {}

std::string LiveHandbook::stamp() const {
  FileScan scan;
  scan.add_tree(options_.source);
  if (!options_.theme.empty()) scan.add_tree(options_.theme);
  return scan.quick_digest();
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
  build_options.law = shipped_law();
  const auto isolate = make_isolate(options_.jobs, options_.source, options_.caching);
  build_options.earlier_page = [this](const std::string& path) { return site_.file(path); };
  FileTree::Files files;
  const auto report = handbok::build(*sources, *theme, build_options, isolate, into(files, {}));
  auto problem = told(report);
  if (report.outcome == BuildOutcome::built) {
    if (options_.drafts) {
      build_options.preview = true;
      build_options.earlier_page = [this](const std::string& path) {
        return site_.file(std::string(drafts_folder) + path);
      };
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
