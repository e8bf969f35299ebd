#include "cli/sources.hpp"

#include "app/workspace.hpp"
#include "base/strings.hpp"

namespace handbok {
namespace {

/// True if the handbook has the profile; if not, says so on stderr.
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

}  // namespace

std::optional<FileTree> open_sources(const std::string& folder, const CommonOptions& common) {
  auto sources = read_sources(folder);
  if (sources) return sources;
  const bool is_default = folder == default_sources();
  print_error(common.language,
              is_default ? std::string(choose(common.language,
                                              "det finns ingen handbok här. Gå till mappen med "
                                              "handbook.toml, eller ange den i kommandot.",
                                              "there is no handbook here. Go to the folder with "
                                              "handbook.toml, or name it in the command."))
                         : folder + std::string(choose(common.language, ": mappen finns inte.",
                                                       ": there is no such folder.")));
  return sources;
}

std::optional<Handbook> open_handbook(const std::string& folder, const CommonOptions& common) {
  const auto sources = open_sources(folder, common);
  return sources ? std::optional(read_for_question(*sources)) : std::nullopt;
}

std::optional<Handbook> open_handbook(const std::string& folder, const CommonOptions& common,
                                      const Isolate& isolate) {
  const auto sources = open_sources(folder, common);
  return sources ? std::optional(read_for_question(*sources, isolate)) : std::nullopt;
}

bool names_document(const std::string& word) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  const auto is_part = [&](char letter) {
    return letter == '-' || is_digit(letter) || (letter >= 'A' && letter <= 'Z');
  };
  if (word.find('-') == std::string::npos) return false;
  if (std::ranges::all_of(word, is_part)) return true;
  return word.find('/') == std::string::npos && is_digit(word.back()) && !read_sources(word);
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

Option profile_option(std::string& profile) {
  return text("--profile", profile,
              {"Vilka webbplatsen är för: internal (också utan valet), external eller en av "
               "handbokens egna",
               "Whom the site is for: internal (also if left out), external or one of the "
               "handbook's own"});
}

Date day_or_today(const std::optional<Date>& asked) {
  return asked ? *asked : current_day();
}

Option far_option(bool& far) {
  return flag(
      "--far", far,
      {"Dagen stämmer, fast den inte har kommit", "The day is right, though it has not come"});
}

bool is_day_meant(const std::optional<Date>& day, std::string_view option, bool far,
                  Language language) {
  if (!day || *day <= current_day() || far) return true;
  print_error(language,
              fill_slots(choose(language, "{}: {} har inte kommit. Lägg till --far om den är rätt.",
                                "{}: {} has not come. Add --far if it is right."),
                         {std::string(option), day->to_string()}));
  return false;
}

bool require_outside(const std::string& output, const std::string& folder,
                     const CommonOptions& common) {
  if (output.empty() || !lies_in_sources(output, folder)) return true;
  print_error(
      common.language,
      fill_slots(choose(common.language, "{} ligger i {}. Välj en plats utanför den mappen.",
                        "{} lies in {}. Choose a place outside that folder."),
                 {output, folder}));
  return false;
}

std::optional<OpenSite> open_site(const SiteChoice& choice, const std::string& output,
                                  const CommonOptions& common) {
  auto sources = open_sources(choice.source, common);
  if (!sources || !require_outside(output, choice.source, common)) return std::nullopt;
  auto theme = open_theme(choice.theme, common);
  if (!theme || !require_profile(*sources, choice.profile, common)) return std::nullopt;
  return OpenSite{*std::move(sources), *std::move(theme), options_of(choice)};
}

BuildOptions options_of(const SiteChoice& choice) {
  BuildOptions options;
  options.profile = choice.profile;
  options.as_of = day_or_today(choice.as_of);
  options.law = shipped_law();
  options.base_url = choice.base_url;
  options.strictness = choice.strict ? Strictness::stop : Strictness::withhold;
  return options;
}

FileTree sources_of(const std::vector<Diagnostic>& diagnostics, Severity least,
                    const std::string& folder) {
  FileTree tree;
  for (const auto& diagnostic : diagnostics) {
    // Without a line it is about a folder, or a file that nobody could read, or should.
    const auto& [path, line, column] = diagnostic.location;
    if (diagnostic.severity < least || line == 0 || tree.find(path) != nullptr) continue;
    if (auto bytes = read_named_file(std::string(folder).append("/").append(path)))
      tree.put(path, *std::move(bytes));
  }
  return tree;
}

}  // namespace handbok
