#include "load/read_agenda.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"

namespace handbok {
namespace {

/// The names of the subjects, in the order of the enumerators.
constexpr auto subject_names = std::to_array<std::string_view>({
#define HANDBOK_AGENDA_SUBJECT(name) #name,
#include "diag/code_names.hpp"
#include "model/agenda_subjects.def"
#undef HANDBOK_AGENDA_SUBJECT
});

std::vector<AgendaSubject> read_subjects(TableReader& row) {
  std::vector<AgendaSubject> subjects;
  for (const auto& word : row.texts("lists")) {
    const auto* const found = std::ranges::find(subject_names, word);
    if (found == subject_names.end()) {
      row.scope().report(Code::toml_invalid_value, row.position_of("lists"), {"lists", word},
                         {join({subject_names.begin(), subject_names.end()}, ", ")});
      continue;
    }
    subjects.push_back(static_cast<AgendaSubject>(found - subject_names.begin()));
  }
  return subjects;
}

AgendaPoint read_point(TableReader& row) {
  AgendaPoint point;
  point.title = row.required_text("title");
  point.lists = read_subjects(row);
  point.only_own = row.flag("only_own", false);
  row.finish();
  return point;
}

bool has_tables(const TableReader& forum) {
  const auto* const entry = forum.table().find("agenda");
  return entry != nullptr && std::holds_alternative<std::vector<TomlTable>>(entry->value.content);
}

}  // namespace

std::vector<AgendaPoint> read_agenda(TableReader& forum) {
  std::vector<AgendaPoint> points;
  if (!has_tables(forum)) {
    for (auto& title : forum.texts("agenda"))
      points.push_back({std::move(title), {}, false});
    return points;
  }
  for (auto& row : forum.tables("agenda")) {
    auto point = read_point(row);
    if (!point.title.empty()) points.push_back(std::move(point));
  }
  return points;
}

}  // namespace handbok
