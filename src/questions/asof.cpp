#include "questions/asof.hpp"

#include "derive/reach.hpp"

namespace handbok {
namespace {

/// The revision that the row is about: shown or coming, else the first.
const Revision* subject_of(const DocumentDay& document) {
  if (document.shown != nullptr) return document.shown;
  return document.upcoming;
}

bool has_revision(DocumentState state) {
  return state == DocumentState::in_force || state == DocumentState::expired;
}

AsOfRow row_of(const DayView& view, const DocumentDay& document) {
  AsOfRow row;
  row.id = document.document->id;
  row.state = document.state;
  const auto* const revision = subject_of(document);
  if (revision == nullptr) return row;
  row.title = revision->title;
  if (has_revision(document.state)) row.revision = revision->number;
  if (const auto& validity = view.of(*revision).validity) {
    row.valid_from = validity->from;
    row.valid_until = validity->to;
  }
  return row;
}

}  // namespace

std::vector<AsOfRow> as_of_rows(const DayView& view, const OrgUnit* unit) {
  std::vector<AsOfRow> rows;
  if (unit != nullptr) {
    for (const auto* const revision : effective_handbook(view, *unit)) {
      rows.push_back(row_of(view, *view.find(revision->document)));
    }
    return rows;
  }
  for (const auto& document : view.documents()) {
    if (is_published(document.state)) rows.push_back(row_of(view, document));
  }
  return rows;
}

}  // namespace handbok
