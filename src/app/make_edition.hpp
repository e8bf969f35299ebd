#pragma once

#include <vector>

#include "app/build_report.hpp"
#include "derive/edition.hpp"
#include "render/render_input.hpp"

namespace handbok {

/// What a site is made of besides the edition. Everything must outlive the rendering.
struct PressInput {
  const FileTree& sources;
  const Theme& theme;
  const BuildOptions& options;
  const Isolate& isolate;
};

/// The templates and words of the handbook's language; what is wrong with them stops the build.
Theme read_site_theme(const FileTree& theme_files, const Handbook& handbook,
                      Diagnostics& diagnostics);

/// The edition of what was selected. `found` are all diagnostics of the whole handbook. Addresses
/// of BuildOptions::published that the whole handbook has and the edition has not are closed, but
/// those stand that are lost by a revision that is withheld: nobody has decided what a broken text
/// says.
Edition make_edition(const ProfileSelection& selection, const std::vector<Diagnostic>& found,
                     const PressInput& press);

/// True if an error in what is shown stops everything, because whoever builds demands it.
bool is_stopped(const Edition& edition, Strictness strictness);

/// Renders the edition and hands its site to `sink`. The report has everything but the phases.
BuildReport render_edition(const Edition& edition, const PressInput& press, const SiteSink& sink);

/// The report of a build that gave no site.
BuildReport stopped_report(std::vector<Diagnostic> diagnostics, std::vector<Phase> phases);

}  // namespace handbok
