#include "cli/sources.hpp"

#include "app/workspace.hpp"
#include "cli/console.hpp"

namespace handbok {

std::optional<FileTree> open_sources(const std::string& folder, const CommonOptions& common) {
  auto sources = read_sources(folder);
  if (!sources) {
    print_error(common.language, folder + ": " +
                                     std::string(choose(common.language, "mappen finns inte.",
                                                        "there is no such folder.")));
  }
  return sources;
}

std::optional<FileTree> open_theme(const std::string& folder, const CommonOptions& common) {
  auto theme = read_theme(folder);
  if (!theme) {
    print_error(common.language,
                choose(common.language, "temat finns inte. Ange mappen med --theme.",
                       "there is no theme. Name its folder with --theme."));
  }
  return theme;
}

Date day_or_today(const std::optional<Date>& asked) {
  return asked ? *asked : current_day();
}

}  // namespace handbok
