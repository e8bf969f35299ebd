#include "questions/asof.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/reach.hpp"
#include "diag/phrase.hpp"

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

AsOfRow row_of(MissingHistory missing) {
  AsOfRow row;
  row.id = missing.held->document;
  row.title = missing.held->title;
  row.missing = std::move(missing);
  return row;
}

std::vector<AsOfRow> all_rows(const DayView& view, const OrgUnit* unit) {
  std::vector<AsOfRow> rows;
  if (unit != nullptr) {
    for (const auto* const revision : effective_handbook(view, *unit)) {
      rows.push_back(row_of(view, *view.find(revision->document)));
    }
    for (auto& missing : missing_documents(view, unit))
      rows.push_back(row_of(std::move(missing)));
    return rows;
  }
  for (const auto& document : view.documents()) {
    if (auto missing = missing_on(view.handbook(), *document.document, view.day())) {
      rows.push_back(row_of(*std::move(missing)));
    } else if (is_published(document.state)) {
      rows.push_back(row_of(view, document));
    }
  }
  return rows;
}

}  // namespace

std::vector<AsOfRow> as_of_rows(const DayView& view, const OrgUnit* unit,
                                std::string_view document) {
  auto rows = all_rows(view, unit);
  if (document.empty()) return rows;
  const auto* const text = view.in_force(document);
  const auto* const followed =
      text == nullptr || unit == nullptr ? nullptr : followed_in(view, *text, *unit);
  std::erase_if(rows, [&](const AsOfRow& row) {
    return row.id != document && (followed == nullptr || row.id != followed->document);
  });
  return rows;
}

std::string_view state_name(const AsOfRow& row) {
  return row.missing ? "not_known" : name_of(row.state);
}

std::string missing_text(const MissingHistory& missing, Language language) {
  const auto place = missing.kept_in();
  const bool is_one = missing.first == missing.last;
  const Phrase text =
      place.empty() ? Phrase{"Vet inte: utgåva {} finns inte här, och inget säger var.",
                             "Not known: revision {} is not here, and nothing says where it is."}
      : is_one      ? Phrase{"Vet inte: utgåva {} finns inte här; den förvaras i {}.",
                        "Not known: revision {} is not here; it is kept in {}."}
                    : Phrase{"Vet inte: utgåva {} finns inte här; de förvaras i {}.",
                        "Not known: revisions {} are not here; they are kept in {}."};
  return fill_slots(text.in(language), {missing.numbers(), place});
}

std::string incomplete_text(const Settings& settings, Date day, Language language,
                            std::string_view register_name) {
  const auto from = history_begins(settings, register_name);
  if (!from || *from <= day) return {};
  const Phrase text{"Vet inte allt: handboken har allt som gällt först från {}.",
                    "Not all is known: only from {} does the handbook have all that applied."};
  return fill_slots(text.in(language), {from->to_string()});
}

}  // namespace handbok
