#include "app/site_data.hpp"

#include "diag/phrase.hpp"
#include "questions/matrix.hpp"
#include "questions/planned_calendar.hpp"
#include "render/addresses.hpp"

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

}  // namespace

std::vector<SiteFile> site_data(const Edition& edition) {
  const auto& view = edition.view;
  const auto& handbook = view.handbook();
  const auto language = language_named(handbook.settings.language);
  std::vector<SiteFile> files;
  if (!handbook.calendar.empty()) {
    CalendarRequest request;
    request.language = language;
    files.push_back({std::string(address::calendar_file), calendar_file(view, request)});
  }
  if (!handbook.requirements.empty()) {
    files.push_back({std::string(address::matrix_file),
                     matrix_csv(published_rows(view, Standings(view, edition.told)), language)});
  }
  return files;
}

}  // namespace handbok
