#include "cli/sources.hpp"

#include "app/build.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
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

bool require_profile(const FileTree& sources, const std::string& profile,
                     const CommonOptions& common) {
  if (has_profile(sources, profile)) return true;
  print_error(common.language,
              fill_slots(choose(common.language,
                                "--profile {}: handbook.toml har ingen profil som heter så.",
                                "--profile {}: handbook.toml has no profile of that name."),
                         {profile}));
  return false;
}

Date day_or_today(const std::optional<Date>& asked) {
  return asked ? *asked : current_day();
}

}  // namespace handbok
