#include "load/own_registers.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "load/read_scope.hpp"
#include "model/own_declaration.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// The registers that a row may be named in, by their files.
std::set<std::string> files_with_ids() {
  std::set<std::string> files;
  for (const auto& about : common_registers()) {
    if (about.shape().id != nullptr) files.emplace(about.file);
  }
  return files;
}

/// A setting of a field, and for which type of field it is.
struct Setting {
  std::string_view key;
  OwnFieldType type;
  bool (*is_said)(const OwnField& field);
  bool is_needed;
};

constexpr auto settings = std::to_array<Setting>({
    {"choices", OwnFieldType::choice, [](const OwnField& f) { return !f.choices.empty(); }, true},
    {"of", OwnFieldType::row, [](const OwnField& f) { return !f.of.empty(); }, true},
    {"owner", OwnFieldType::day, [](const OwnField& f) { return !f.owner.empty(); }, true},
    {"every_months", OwnFieldType::day, [](const OwnField& f) { return f.every_months != 0; },
     false},
    {"unit", OwnFieldType::number, [](const OwnField& f) { return !f.unit.empty(); }, false},
    {"counts", OwnFieldType::date,
     [](const OwnField& f) { return f.counts != OwnFieldCounts::always; }, false},
});

/// Types of which a field may hold a list.
bool may_be_many(OwnFieldType type) {
  return type == OwnFieldType::choice || type >= OwnFieldType::role;
}

/// Says what is wrong with one declaration.
class Declaration {
public:
  Declaration(const OwnRegisterSettings& said, Diagnostics& diagnostics)
      : said_(said),
        scope_("handbook.toml", Consequence::build_stopped, diagnostics) {
    scope_.set_subject(said.id);
  }

  /// `rows_of` are the registers in which a row may be named. True if nothing is wrong.
  bool check(const std::set<std::string>& rows_of) {
    check_id();
    check_count(said_.location, said_.fields.size(), limits::own_fields);
    std::set<std::string> names{"id"};
    for (const auto& field : said_.fields) {
      check_names(field, names);
      check_settings(field);
      check_owner(field);
      if (!field.of.empty() && !rows_of.contains(field.of))
        report_target(field, "of", field.of, {rows_of.begin(), rows_of.end()});
    }
    return is_right_;
  }

  void check_count(const Location& place, std::size_t count, std::size_t most) {
    if (count > most)
      report(Code::register_too_many, place, {std::to_string(count)}, {std::to_string(most)});
  }

private:
  void report(Code code, const Location& place, std::vector<std::string> what,
              std::vector<std::string> remedy = {}) {
    is_right_ = false;
    scope_.report(code, {place.line, place.column}, std::move(what), std::move(remedy));
  }

  void check_id() {
    const auto is_taken = [&](const Register& about) { return public_name(about) == said_.id; };
    if (said_.id == "handbook" || said_.id == "documents" ||
        std::ranges::any_of(common_registers(), is_taken))
      report(Code::register_id_taken, said_.location, {said_.id});
  }

  /// The columns of a table that is read in are called as the keys or names, in any case.
  void check_names(const OwnField& field, std::set<std::string>& known) {
    const auto is_new = [&](std::string_view setting, const std::string& name) {
      if (known.insert(to_lower(name)).second) return true;
      report(Code::register_key_taken, field.location, {field.key, std::string(setting), name});
      return false;
    };
    if (is_new("key", field.key) && to_lower(field.name) != to_lower(field.key))
      is_new("name", field.name);
  }

  void check_settings(const OwnField& field) {
    const std::string type(name_of(field.type));
    for (const auto& setting : settings) {
      const bool is_said = setting.is_said(field);
      const bool is_meant = setting.type == field.type;
      const std::vector<std::string> what{field.key, std::string(setting.key), type};
      if (is_meant && setting.is_needed && !is_said)
        report(Code::register_setting_missing, field.location, what);
      if (!is_meant && is_said) report(Code::register_setting_idle, field.location, what);
    }
    if (field.is_many && !may_be_many(field.type))
      report(Code::register_setting_idle, field.location, {field.key, "many", type});
    check_choices(field);
  }

  /// Words in a list are told apart by commas in a table.
  void check_choices(const OwnField& field) {
    check_count(field.location, field.choices.size(), limits::own_choices);
    std::set<std::string> known;
    for (const auto& choice : field.choices) {
      const bool is_word = !trim(choice).empty() && choice.find(',') == std::string::npos;
      if (!is_word || !known.insert(to_lower(choice)).second)
        report(Code::register_choice_unusable, field.location, {field.key, choice});
    }
  }

  /// A day belongs to whom another field of the row names.
  void check_owner(const OwnField& field) {
    if (field.owner.empty()) return;
    std::vector<std::string> roles;
    for (const auto& other : said_.fields) {
      if (other.type == OwnFieldType::role) roles.push_back(other.key);
    }
    if (std::ranges::find(roles, field.owner) == roles.end())
      report_target(field, "owner", field.owner, roles);
  }

  void report_target(const OwnField& field, std::string_view setting, const std::string& named,
                     const std::vector<std::string>& known) {
    const auto near = nearest(named, known);
    report(Code::register_target_unknown, field.location, {field.key, std::string(setting), named},
           {near            ? *near
            : known.empty() ? std::string("–")
                            : join(known, ", ")});
  }

  const OwnRegisterSettings& said_;
  ReadScope scope_;
  bool is_right_ = true;
};

}  // namespace

void declare_own_registers(Handbook& handbook, Diagnostics& diagnostics) {
  auto said = handbook.settings.registers;
  std::ranges::sort(said, {}, &OwnRegisterSettings::id);
  auto rows_of = files_with_ids();
  for (const auto& one : said)
    rows_of.insert(one.id);
  if (!said.empty())
    Declaration(said.back(), diagnostics)
        .check_count(said.back().location, said.size(), limits::own_registers);
  for (const auto& one : said) {
    if (Declaration(one, diagnostics).check(rows_of))
      handbook.own_registers.push_back(declare_own_register(one, handbook.own_registers.size()));
  }
}

}  // namespace handbok
