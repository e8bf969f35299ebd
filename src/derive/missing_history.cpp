#include "derive/missing_history.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/reach.hpp"

namespace handbok {
namespace {

bool was_adopted(const Revision& revision) {
  return revision.approved() != nullptr && revision.approval->valid_from &&
         revision.withdrawn() == nullptr;
}

/// What earlier.toml tells of, if nothing that is here was ever adopted.
std::optional<MissingHistory> only_told(const Document& document) {
  const bool is_told = !document.earlier.empty() && !document.revisions.empty() &&
                       std::ranges::none_of(document.revisions, &was_adopted);
  if (!is_told) return std::nullopt;
  MissingHistory missing;
  missing.last = document.revisions.front().number - 1;
  missing.told = document.earlier;
  missing.held = &document.revisions.front();
  return missing;
}

/// Leaves out what had ended before the day, or began after it.
void narrow(MissingHistory& missing, Date day) {
  for (const auto& row : missing.told) {
    if (row.valid_from && *row.valid_from <= day)
      missing.first = std::max(missing.first, row.number);
    if (row.valid_to && *row.valid_to <= day)
      missing.first = std::max(missing.first, row.number + 1);
    if (row.valid_from && day < *row.valid_from)
      missing.last = std::min(missing.last, row.number - 1);
  }
  std::erase_if(missing.told, [&](const EarlierRevision& row) {
    return row.number < missing.first || missing.last < row.number;
  });
}

}  // namespace

std::optional<Date> said_history(const Settings& settings, std::string_view register_name) {
  const auto own = std::ranges::find(settings.histories, register_name, &RegisterHistory::of);
  return own == settings.histories.end() ? settings.history_from : own->from;
}

bool is_known(const DayView& view, Date day, std::string_view places) {
  return std::ranges::all_of(split(places, ' '), [&](std::string_view place) {
    const auto said = said_history(view.handbook().settings, place);
    if (said) return *said <= day;
    const auto first = view.first_held();
    return !first || *first <= view.day();
  });
}

bool was_decided(const DayView& view, const std::optional<Date>& on,
                 std::string_view register_name) {
  return on ? *on <= view.day() : is_known(view, view.day(), register_name);
}

std::string MissingHistory::numbers() const {
  auto text = std::to_string(first);
  return first == last ? text : text.append("–").append(std::to_string(last));
}

std::string MissingHistory::kept_in() const {
  std::vector<std::string> places;
  for (const auto& row : told) {
    if (!row.kept_in.empty() && std::ranges::find(places, row.kept_in) == places.end())
      places.push_back(row.kept_in);
  }
  return join(places, ", ");
}

bool MissingHistory::is_accounted_for() const {
  return std::ranges::count_if(told, [](const auto& row) { return !row.kept_in.empty(); }) ==
         last - first + 1;
}

std::optional<MissingHistory> missing_history(const Document& document) {
  const auto held = std::ranges::find_if(document.revisions, &was_adopted);
  if (held == document.revisions.end() || document.revisions.front().number == 1)
    return std::nullopt;
  MissingHistory missing;
  missing.last = document.revisions.front().number - 1;
  missing.held = &*held;
  missing.until = held->approval->valid_from;
  for (const auto& row : document.earlier) {
    if (row.number >= missing.first && row.number <= missing.last) missing.told.push_back(row);
  }
  return missing;
}

std::optional<MissingHistory> missing_on(const Handbook& handbook, const Document& document,
                                         Date day) {
  auto missing = missing_history(document);
  if (!missing) missing = only_told(document);
  if (!missing || (missing->until && *missing->until <= day)) return std::nullopt;
  narrow(*missing, day);
  const auto& complete_from = handbook.settings.history_from;
  const bool is_covered = complete_from && *complete_from <= day && missing->told.empty();
  if (is_covered || missing->last < missing->first) return std::nullopt;
  return missing;
}

std::vector<MissingHistory> missing_documents(const DayView& view, const OrgUnit* unit) {
  std::vector<MissingHistory> found;
  for (const auto& document : view.handbook().documents) {
    auto missing = missing_on(view.handbook(), document, view.day());
    if (!missing) continue;
    if (unit == nullptr || reaches(view.units(), *missing->held, *unit))
      found.push_back(*std::move(missing));
  }
  return found;
}

}  // namespace handbok
