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

std::string incomplete_text(const DayView& view, Date day, Language language,
                            std::string_view register_name) {
  if (is_known(view, day, register_name)) return {};
  const auto said = said_history(view.handbook().settings, register_name);
  const Phrase text =
      said ? Phrase{"Vet inte allt: handboken har allt som gällt först från {}.",
                    "Not all is known: only from {} does the handbook have all that applied."}
           : Phrase{"Vet inte: handbokens första text gäller från {}.",
                    "Not known: the first text of the handbook applies from {}."};
  return fill_slots(text.in(language), {(said ? *said : *view.first_held()).to_string()});
}

std::string nothing_text(const DayView& view, const OrgUnit* unit, std::string_view document,
                         Language language) {
  if (unit != nullptr && unit->kind == UnitKind::contractor) {
    const Phrase text{
        "Vet inte: enheten drivs av en entreprenör, och handboken säger inte vad som "
        "gällde där.",
        "Not known: a contractor runs the unit, and the handbook does not say what "
        "applied there."};
    return std::string(text.in(language));
  }
  const auto* const asked = view.find(document);
  // How far what is missing reached is not known either.
  const auto missing =
      asked == nullptr ? std::nullopt : missing_on(view.handbook(), *asked->document, view.day());
  if (missing) return missing_text(*missing, language);
  const bool is_told =
      asked != nullptr && (asked->in_force != nullptr || !asked->document->earlier.empty());
  const auto unknown = incomplete_text(view, view.day(), language);
  if (!unknown.empty() && !is_told) return unknown;
  const Phrase text = view.handbook().settings.history_from || is_told
                          ? Phrase{"Inget gällde den dagen.", "Nothing applied on that day."}
                          : Phrase{
                                "Ingen text i handboken gällde den dagen. Handboken säger inte "
                                "från vilken dag den har allt (history_from).",
                                "No text of the handbook applied on that day. The handbook does "
                                "not say from which day it has everything (history_from)."};
  return std::string(text.in(language));
}

}  // namespace handbok
