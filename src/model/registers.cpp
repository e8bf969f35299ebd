#include "model/registers.hpp"

#include <algorithm>

#include "model/declare.hpp"

namespace handbok {
namespace {

/// What kind of register it is.
enum class Sort : std::uint8_t {
  work,        ///< how the work is planned, followed up and judged
  knowledge,   ///< what texts refer to
  foundation,  ///< what everything rests on
  list         ///< without ids, in the order of the file
};

template <auto Member>
constexpr Register of(std::string_view file, std::string_view key, Sort sort = Sort::work) {
  using List = declare::Reached<Member>;
  Register made;
  made.file = file;
  made.key = key;
  made.of_struct = &shape_of<declare::HeldType<List>>;
  made.rows = &declare::row_list<List>;
  made.list = [](const Handbook& handbook, std::size_t /*place*/) -> const void* {
    return &(handbook.*Member);
  };
  made.is_foundation = sort == Sort::foundation;
  made.is_in_file_order = sort == Sort::list;
  made.is_internal = sort == Sort::work;
  return made;
}

constexpr Register internal_list(Register made) {
  made.is_internal = true;
  return made;
}

using H = Handbook;

/// A register more is a line here, the keys of its rows (model/*_keys.cpp), and its member of
/// Handbook.
constexpr std::array registers = {
    of<&H::requirements>("requirements", "requirement"),
    of<&H::waivers>("waivers", "waiver"),
    of<&H::risks>("risks", "risk"),
    of<&H::self_checks>("self_checks", "self_check"),
    of<&H::findings>("findings", "finding"),
    of<&H::actions>("actions", "action"),
    of<&H::rollouts>("rollouts", "rollout"),
    of<&H::compilations>("compilations", "compilation"),
    of<&H::duties>("duties", "duty"),
    of<&H::decisions>("decisions", "decision"),
    of<&H::reporting_duties>("reporting_duties", "reporting_duty"),
    of<&H::collaboration_points>("collaboration", "point"),
    of<&H::services>("services", "service"),
    of<&H::goals>("goals", "goal"),
    of<&H::plans>("plans", "plan"),
    of<&H::control_items>("control_items", "control_item"),
    of<&H::reports>("reports", "report"),
    of<&H::contract_reports>("contract_reports", "contract_report"),
    of<&H::reviews>("reviews", "review"),
    of<&H::forums>("forums", "forum"),
    of<&H::calendar>("calendar", "item"),
    of<&H::methods>("methods", "method"),
    of<&H::information_sources>("information_sources", "information_source"),
    of<&H::external_systems>("external_systems", "external_system"),
    of<&H::evidence>("evidence", "evidence"),
    of<&H::terms>("terms", "term", Sort::knowledge),
    of<&H::outdated_words>("terms", "outdated", Sort::list),
    of<&H::everyday_words>("everyday_words", "everyday_word", Sort::list),
    of<&H::sources>("sources", "source", Sort::knowledge),
    of<&H::clauses>("clauses", "clause", Sort::list),
    of<&H::units>("units", "unit", Sort::foundation),
    of<&H::roles>("roles", "role", Sort::foundation),
    of<&H::redirects>("redirects", "redirect", Sort::list),
    internal_list(of<&H::suppressions>("suppressions", "suppression", Sort::list)),
};

std::string text_of(const Key& key, const void* row) {
  if (key.form == Form::text) return key.value<std::string>(row);
  if (key.form == Form::number && !key.is_optional) return std::to_string(key.value<int>(row));
  if (key.form != Form::texts) return {};
  const auto& texts = key.value<std::vector<std::string>>(row);
  return texts.empty() ? std::string() : texts.front();
}

}  // namespace

std::string RegisterRow::id() const {
  return shape().id == nullptr ? std::string() : shape().id(row);
}

Location RegisterRow::location() const {
  // The accessor serves reading too, which sets the place; here nothing is changed.
  return shape().location == nullptr ? Location{} : shape().location(const_cast<void*>(row));
}

std::string RegisterRow::subject() const {
  return shape().subject == nullptr ? id() : shape().subject(row);
}

std::string RegisterRow::text(KeyPart part) const {
  for (const auto& key : shape().keys) {
    if (key.part == part) return text_of(key, row);
  }
  return {};
}

std::vector<std::string> RegisterRow::texts(KeyPart part) const {
  for (const auto& key : shape().keys) {
    if (key.part != part) continue;
    if (key.form == Form::texts) return key.value<std::vector<std::string>>(row);
    auto text = text_of(key, row);
    return text.empty() ? std::vector<std::string>() : std::vector{std::move(text)};
  }
  return {};
}

std::string public_name(const Register& about) {
  std::string name(about.file == "terms" && about.key != "term" ? about.key : about.file);
  std::ranges::replace(name, '_', '-');
  return name;
}

std::span<const Register> common_registers() {
  return registers;
}

std::vector<const Register*> registers_of(const Handbook& handbook) {
  std::vector<const Register*> all;
  for (const auto& one : registers)
    all.push_back(&one);
  for (const auto& own : handbook.own_registers)
    all.push_back(own.about);
  return all;
}

std::size_t row_count(const Handbook& handbook, const Register& about) {
  return about.rows->size(about.list(handbook, about.place));
}

RegisterRow row_at(const Handbook& handbook, const Register& about, std::size_t index) {
  return {&about, about.rows->row(about.list(handbook, about.place), index)};
}

RegisterRow find_row(const Handbook& handbook, const Register& about, std::string_view id) {
  const auto keys = about.shape().keys;
  const auto key = std::ranges::find(keys, "id", &Key::name);
  if (about.is_in_file_order || key == keys.end()) return {};
  std::size_t first = 0;
  auto count = row_count(handbook, about);
  while (count > 0) {
    const auto half = count / 2;
    const auto row = row_at(handbook, about, first + half);
    const auto order = key->value<std::string>(row.row).compare(id);
    if (order == 0) return row;
    if (order < 0) first += half + 1;
    count = order < 0 ? count - half - 1 : half;
  }
  return {};
}

void* rows_to_change(Handbook& handbook, const Register& about) {
  return const_cast<void*>(about.list(handbook, about.place));
}

void erase_rows(Handbook& handbook, const Register& about,
                const std::function<bool(const RegisterRow&)>& condition) {
  about.rows->erase_if(rows_to_change(handbook, about), [&](const void* row) {
    return condition({&about, row});
  });
}

}  // namespace handbok
