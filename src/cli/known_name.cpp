#include "cli/known_name.hpp"

#include "base/strings.hpp"
#include "cli/console.hpp"
#include "questions/asof.hpp"

namespace handbok {
namespace {

std::string_view kind_text(SubjectKind kind, Language language) {
  switch (kind) {
    case SubjectKind::document:
      return choose(language, "inget dokument", "no document");
    case SubjectKind::source:
      return choose(language, "ingen källa", "no source");
    case SubjectKind::clause:
      return choose(language, "inget lagrum", "no clause");
    case SubjectKind::role:
      return choose(language, "ingen roll", "no role");
    case SubjectKind::unit:
      return choose(language, "ingen enhet", "no unit");
    case SubjectKind::row:
      return choose(language, "ingen rad i ett register", "no row of a register");
  }
  return {};
}

}  // namespace

void print_unknown(const std::string& name, const std::string& nearest, Language language) {
  auto message = name;
  message +=
      choose(language, ": finns inte i handboken.", ": the handbook has nothing by that name.");
  if (!nearest.empty())
    message += fill_slots(choose(language, " Menade du {}?", " Did you mean {}?"), {nearest});
  print_error(language, message);
}

std::optional<Subject> known_subject(const Handbook& handbook, Date day, const std::string& name,
                                     SubjectKind kind, Language language) {
  auto found = find_subject(handbook, day, name);
  if (!found) {
    print_unknown(name, nearest_subject(handbook, name), language);
    return std::nullopt;
  }
  if (found->kind != kind) {
    print_error(language, fill_slots(choose(language, "{} är {}.", "{} is {}."),
                                     {name, std::string(kind_text(kind, language))}));
    return std::nullopt;
  }
  return found;
}

bool are_known(const Handbook& handbook, Date day, const std::string& role, const std::string& unit,
               Language language) {
  const auto is_known = [&](const std::string& name, SubjectKind kind) {
    return name.empty() || known_subject(handbook, day, name, kind, language).has_value();
  };
  return is_known(role, SubjectKind::role) && is_known(unit, SubjectKind::unit);
}

bool is_absent(const Handbook& handbook, Date day, const std::string& unit, Language language) {
  const auto* const known = handbook.find_unit(unit);
  if (known == nullptr || exists_on(*known, day)) return false;
  print_message(
      choose(language, "Enheten fanns inte den dagen.", "The unit did not exist on that day."));
  return true;
}

}  // namespace handbok
