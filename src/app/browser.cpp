#include "app/browser.hpp"

#include <cstddef>

#include "io/file.hpp"
#include "io/own_process.hpp"
#include "io/run_program.hpp"

namespace handbok {
namespace {

constexpr int seconds_max = 120;
/// Its JavaScript engine reserves addresses by the terabyte and uses few of them.
constexpr std::size_t addresses_max = std::size_t{1} << 47U;

}  // namespace

std::optional<std::string> find_browser(const std::string& path) {
  if (path.find('/') != std::string::npos) return path;
  if (!path.empty()) return find_program(path);
  for (const auto* const name : {"chromium", "chromium-browser", "google-chrome"})
    if (auto found = find_program(name)) return found;
  return std::nullopt;
}

Expected<std::string, BrowserFault> print_page(const std::string& browser,
                                               const std::string& folder, const std::string& path) {
  const ScratchFolder profile;
  const auto target = profile.path() + "/page.pdf";
  ProgramRun run;
  run.program = browser;
  run.arguments = {"--headless",
                   "--disable-gpu",
                   "--disable-extensions",
                   "--disable-background-networking",
                   "--host-resolver-rules=MAP * ~NOTFOUND",
                   "--no-first-run",
                   "--no-pdf-header-footer",
                   "--export-tagged-pdf",
                   "--generate-pdf-document-outline",
                   "--user-data-dir=" + profile.path() + "/user",
                   "--print-to-pdf=" + target,
                   "file://" + folder + "/" + path};
  // Chromium has no sandbox for the superuser and does not start with one.
  if (runs_as_superuser()) run.arguments.insert(run.arguments.begin(), "--no-sandbox");
  run.environment = {"HOME=" + profile.path()};
  run.seconds_max = seconds_max;
  run.memory_max = addresses_max;
  const auto result = run_program(run);
  if (result.end == ProgramEnd::too_slow) return Unexpected{BrowserFault::too_slow};
  auto bytes = read_file(target);
  const bool is_whole = bytes && bytes->starts_with("%PDF-");
  if (result.status != 0 || !is_whole) return Unexpected{BrowserFault::failed};
  return *std::move(bytes);
}

}  // namespace handbok
