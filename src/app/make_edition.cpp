#include "app/make_edition.hpp"

#include <algorithm>
#include <vector>

#include "app/word_export.hpp"
#include "derive/day_view.hpp"
#include "diag/phrase.hpp"
#include "load/load.hpp"
#include "questions/due.hpp"
#include "questions/matrix.hpp"
#include "questions/planned_calendar.hpp"
#include "render/addresses.hpp"
#include "render/render.hpp"
#include "render/theme.hpp"
#include "site/site.hpp"

namespace handbok {
namespace {

/// The rows without the documents that readers may not know of: a draft reaches no byte of a site.
std::vector<MatrixRow> published_rows(const DayView& view, const Standings& standings) {
  auto rows = matrix_rows(view, standings, {}, nullptr);
  const auto is_hidden = [&](const std::string& id) {
    const auto* const document = view.find(id);
    return document != nullptr && !is_published(document->state);
  };
  for (auto& row : rows) {
    std::erase_if(row.documents, is_hidden);
    std::erase_if(row.followed_up_by, is_hidden);
  }
  return rows;
}

/// The files of data that stand beside the pages of a site: what waits for each role as a feed, and
/// the year ahead as a calendar and the matrix of requirements as a table, byte for byte as
/// `handbok export ics` and `handbok matrix
/// --format csv` write them in the handbook's language. A register without rows gives no file, and
/// a draft that a requirement names as evidence is left out.
std::vector<SiteFile> site_data(const Edition& edition) {
  const auto& view = edition.view;
  const auto& handbook = view.handbook();
  const auto language = language_named(handbook.settings.language);
  std::vector<SiteFile> files;
  if (!handbook.calendar.empty()) {
    CalendarRequest request;
    request.language = language;
    request.is_public = true;
    files.push_back({std::string(address::calendar_file), calendar_file(view, request)});
  }
  if (!handbook.requirements.empty()) {
    files.push_back({std::string(address::matrix_file),
                     matrix_csv(published_rows(view, Standings(view, edition.told)), language)});
  }
  const auto due = due_rows(view, {handbook.settings.review_horizon_days, {}, nullptr, language});
  for (const auto& role : handbook.roles)
    files.push_back({address::owner_feed(role.id), role_feed(view, due, role, language)});
  return files;
}

RenderOptions render_options(const BuildOptions& options) {
  return {options.base_url, options.drafts, HANDBOK_VERSION, options.preview, options.profile};
}

Circle circle_of(const BuildOptions& options) {
  return options.drafts ? Circle::writers : Circle::readers;
}

Addresses addresses_of(const Edition& edition, const PressInput& press) {
  const auto options = render_options(press.options);
  const auto data_files = site_data(edition);
  auto addresses =
      site_addresses({edition, press.sources, press.theme, options, press.isolate, data_files});
  const auto& handbook = edition.view.handbook();
  for (const auto& document : handbook.documents) {
    if (addresses.contains(address::document(handbook, document.id)))
      addresses.insert(address::word_file(handbook, document.id));
  }
  for (const auto& type : handbook.types)
    addresses.insert(address::word_template(type.id));
  return addresses;
}

/// Moves the closed addresses that begin with the folder to those that stand.
void keep_folder(const std::string& folder, LostAddresses& lost) {
  auto& closed = lost.closed;
  for (auto it = closed.lower_bound(folder); it != closed.end() && it->starts_with(folder);)
    lost.standing.insert(closed.extract(it++));
}

/// What a revision has closed that is withheld stands, and so do addresses that lead there.
void keep_standing(const ProfileSelection& selection, const std::set<RevisionKey>& withheld,
                   LostAddresses& lost) {
  const auto& whole = selection.whole->handbook();
  for (const auto& revision : selection.hidden_by) {
    if (!withheld.contains(revision)) continue;
    const auto folder = address::document_folder(whole, revision.document);
    keep_folder(folder, lost);
    keep_folder(address::papers(revision.document), lost);
    for (const auto& redirect : whole.redirects) {
      if (!redirect.to.starts_with(folder)) continue;
      if (auto node = lost.closed.extract(redirect.from)) lost.standing.insert(std::move(node));
    }
  }
}

/// What becomes of the published addresses: found by planning two sites that close nothing, that of
/// the selection and that of the whole handbook.
LostAddresses lost_addresses(const ProfileSelection& selection,
                             const std::vector<Diagnostic>& found, const PressInput& press) {
  LostAddresses lost;
  const auto& published = press.options.published;
  if (selection.shows_everything() || published.empty()) return lost;
  const ProfileSelection everything{selection.whole, {}, {}, {}, true, {}};
  const auto there = addresses_of(Edition(selection, found), press);
  const auto possible = addresses_of(Edition(everything, found), press);
  std::ranges::copy_if(
      published, std::inserter(lost.closed, lost.closed.end()),
      [&](const std::string& path) { return !there.contains(path) && possible.contains(path); });
  keep_standing(selection, costs_of(found).withheld, lost);
  return lost;
}

}  // namespace

Theme read_site_theme(const FileTree& theme_files, const Handbook& handbook,
                      Diagnostics& diagnostics) {
  const auto words =
      load_words(theme_files, "lang/" + handbook.settings.language + ".toml", diagnostics);
  return load_theme(theme_files, words, diagnostics);
}

Edition make_edition(const ProfileSelection& selection, const std::vector<Diagnostic>& found,
                     const PressInput& press) {
  return {selection, found, lost_addresses(selection, found, press), circle_of(press.options)};
}

bool is_stopped(const Edition& edition, Strictness strictness) {
  return strictness == Strictness::stop &&
         std::ranges::any_of(edition.diagnostics, [](const Diagnostic& diagnostic) {
           return diagnostic.severity == Severity::error;
         });
}

BuildReport render_edition(const Edition& edition, const PressInput& press, const SiteSink& sink) {
  const auto options = render_options(press.options);
  auto data_files = site_data(edition);
  if (press.options.published_file) {
    std::ranges::move(
        word_files(edition, press.sources, press.theme.word_style, press.options.published_file),
        std::back_inserter(data_files));
  }
  Diagnostics all;
  render_site({edition, press.sources, press.theme, options, press.isolate, data_files,
               press.options.earlier_page, press.options.forget},
              sink, all);
  for (const auto& diagnostic : edition.diagnostics)
    all.report(diagnostic);
  BuildReport report;
  report.outcome = BuildOutcome::built;
  report.diagnostics = all.sorted();
  report.withheld = edition.withheld.keys();
  report.documents_in_force = static_cast<std::size_t>(
      std::ranges::count(edition.view.documents(), DocumentState::in_force, &DocumentDay::state));
  return report;
}

BuildReport stopped_report(std::vector<Diagnostic> diagnostics, std::vector<Phase> phases) {
  BuildReport report;
  report.diagnostics = std::move(diagnostics);
  report.phases = std::move(phases);
  return report;
}

}  // namespace handbok
