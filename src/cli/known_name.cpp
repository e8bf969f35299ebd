#include "cli/known_name.hpp"

#include "base/strings.hpp"
#include "cli/console.hpp"
#include "questions/asof.hpp"

namespace handbok {
namespace {

std::string_view kind_text(SubjectKind kind, Language language) {
  switch (kind) {
    case SubjectKind::document: return choose(language, "inget dokument", "no document");
    case SubjectKind::source: return choose(language, "ingen källa", "no source");
    case SubjectKind::clause: return choose(language, "inget lagrum", "no clause");
    case SubjectKind::role: return choose(language, "ingen roll", "no role");
    case SubjectKind::unit: return choose(language, "ingen enhet", "no unit");
    case SubjectKind::row:
      return choose(language, "ingen rad i ett register", "no row of a register");
  }
  return {};
}

}  // namespace

void print_not_one(const Handbook& handbook, const std::string& name,
                   const std::vector<Subject>& meant, Language language) {
  std::vector<std::string> ids;
  for (const auto& one : meant)
    ids.push_back(one.id);
  if (ids.empty()) ids.push_back(nearest_subject(handbook, name));
  auto text =
      choose(language, "{}: finns inte i handboken.", "{}: the handbook has nothing by that name.");
  if (ids.size() > 1) {
    text = choose(language, "{} kan vara {}. Skriv vilken.", "{} may be {}. Write which.");
  } else if (!ids.front().empty()) {
    text = choose(language, "{}: finns inte i handboken. Menade du {}?",
                  "{}: the handbook has nothing by that name. Did you mean {}?");
  }
  print_error(language, fill_slots(text, {name, join(ids, choose(language, " eller ", " or "))}));
}

bool use_code(const Handbook& handbook, Date day, SubjectKind kind, std::string& name,
              Language language) {
  if (name.empty()) return true;
  const auto found = find_subjects(handbook, day, name);
  auto meant = found;
  std::erase_if(meant, [&](const Subject& one) { return one.kind != kind; });
  if (meant.size() == 1) {
    name = meant.front().id;
    return true;
  }
  if (!found.empty() && meant.empty()) {
    print_error(language, fill_slots(choose(language, "{} är {}.", "{} is {}."),
                                     {name, std::string(kind_text(kind, language))}));
  } else {
    print_not_one(handbook, name, meant, language);
  }
  return false;
}

bool is_absent(const Handbook& handbook, Date day, const std::string& unit, Language language) {
  const auto* const known = handbook.find_unit(unit);
  if (known == nullptr || exists_on(*known, day)) return false;
  print_message(
      choose(language, "Enheten fanns inte den dagen.", "The unit did not exist on that day."));
  return true;
}

}  // namespace handbok
