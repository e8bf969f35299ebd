#include "derive/own_rows.hpp"

#include "derive/row_days.hpp"

namespace handbok {
namespace {

/// Calls visit(row) for each row that counts on the day.
template <typename Visit>
void for_each_counting(const OwnRegister& own, Date day, Visit visit) {
  for (const auto& row : own.rows) {
    const OwnRowRef found{own.declared.get(), &row};
    if (counts_on(found.as_row(), day)) visit(found);
  }
}

}  // namespace

const std::string& OwnRowRef::title() const {
  for (const auto& key : declared->keys) {
    if (key.part == KeyPart::title && !key.value<std::string>(row).empty())
      return key.value<std::string>(row);
  }
  return row->id;
}

std::vector<RoleId> OwnDay::owners() const {
  const auto* const owner = of.declared->find_field(field->owner);
  if (owner == nullptr) return {};
  return texts_of(of.declared->key_of(*owner), *of.row);
}

std::vector<UnitId> OwnDay::units() const {
  for (const auto& key : of.declared->keys) {
    if (key.part == KeyPart::unit) return texts_of(key, *of.row);
  }
  return {};
}

std::optional<Date> own_day(const OwnDeclaration& declared, const OwnField& field,
                            const OwnRow& row) {
  if (field.type != OwnFieldType::day) return std::nullopt;
  const auto& day = declared.key_of(field).value<std::optional<Date>>(&row);
  return day && field.every_months != 0 ? day->plus_months(field.every_months) : day;
}

std::vector<OwnDay> own_days(const Handbook& handbook, Date day, Date last) {
  std::vector<OwnDay> days;
  for (const auto& own : handbook.own_registers) {
    for (const auto& field : own.declared->said.fields) {
      if (field.type != OwnFieldType::day) continue;
      for_each_counting(own, day, [&](const OwnRowRef& found) {
        const auto on = own_day(*found.declared, field, *found.row);
        const auto& written = found.declared->key_of(field).value<std::optional<Date>>(found.row);
        if (on && written && *on <= last) days.push_back({found, &field, *on, *written});
      });
    }
  }
  return days;
}

std::vector<std::string> texts_of(const Key& key, const OwnRow& row) {
  if (key.form == Form::texts) return key.value<std::vector<std::string>>(&row);
  if (key.form != Form::text || key.value<std::string>(&row).empty()) return {};
  return {key.value<std::string>(&row)};
}

OwnUses::OwnUses(const Handbook& handbook, Date day) {
  for (const auto& own : handbook.own_registers) {
    for_each_counting(own, day, [&](const OwnRowRef& found) {
      for (const auto& field : own.declared->said.fields) {
        const auto& key = own.declared->key_of(field);
        if (key.kind == ReferenceKind::none) continue;
        for (auto& id : texts_of(key, *found.row))
          uses_[std::move(id)].push_back({found, &field});
      }
    });
  }
}

const std::vector<OwnUse>& OwnUses::of(std::string_view id) const {
  DayQuestions::ask(id);
  static const std::vector<OwnUse> none;
  const auto it = uses_.find(id);
  return it == uses_.end() ? none : it->second;
}

}  // namespace handbok
