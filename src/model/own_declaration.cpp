#include "model/own_declaration.hpp"

#include <algorithm>
#include <utility>

namespace handbok {
namespace {

OwnRegister& register_at(void* list) {
  return *static_cast<OwnRegister*>(list);
}

const OwnRegister& register_at(const void* list) {
  return *static_cast<const OwnRegister*>(list);
}

const OwnRow& row_at(const void* row) {
  return *static_cast<const OwnRow*>(row);
}

/// An empty value of the type in which a field is kept.
OwnValue empty_value(const OwnField& field) {
  switch (field.type) {
    case OwnFieldType::number: return std::optional<int>();
    case OwnFieldType::yes_no: return std::optional<bool>();
    case OwnFieldType::date:
    case OwnFieldType::day: return std::optional<Date>();
    case OwnFieldType::choice:
      if (field.is_many) return std::vector<std::uint8_t>();
      return std::uint8_t{0};
    case OwnFieldType::text:
    case OwnFieldType::role:
    case OwnFieldType::unit:
    case OwnFieldType::document:
    case OwnFieldType::clause:
    case OwnFieldType::row: break;
  }
  if (field.is_many) return std::vector<std::string>();
  return std::string();
}

void* add_row(void* list) {
  auto& own = register_at(list);
  auto& row = own.rows.emplace_back();
  const auto& fields = own.declared->said.fields;
  row.values.reserve(fields.size());
  for (const auto& field : fields)
    row.values.push_back(empty_value(field));
  return &row;
}

constexpr RowListType row_list{
    [](const void* list) { return register_at(list).rows.size(); },
    [](const void* list, std::size_t index) -> const void* {
      return &register_at(list).rows[index];
    },
    &add_row,
    [](void* list, const std::function<bool(const void*)>& condition) {
      std::erase_if(register_at(list).rows, [&](const OwnRow& row) { return condition(&row); });
    },
    [](void* list) { std::ranges::stable_sort(register_at(list).rows, {}, &OwnRow::id); }};

constexpr WordListType word_list{
    [](const void* list) { return static_cast<const std::vector<std::uint8_t>*>(list)->size(); },
    [](const void* list, std::size_t index) {
      return (*static_cast<const std::vector<std::uint8_t>*>(list))[index];
    },
    [](void* list, std::uint8_t value) {
      static_cast<std::vector<std::uint8_t>*>(list)->push_back(value);
    }};

const void* id_in(const void* row, std::size_t /*place*/) {
  return &row_at(row).id;
}

const void* value_in(const void* row, std::size_t place) {
  return std::visit([](const auto& value) -> const void* { return &value; },
                    row_at(row).values[place]);
}

void set_form(Key& key, const OwnField& field) {
  switch (field.type) {
    case OwnFieldType::number:
      key.form = Form::number;
      key.max = 1'000'000'000;
      break;
    case OwnFieldType::yes_no: key.form = Form::flag; break;
    case OwnFieldType::date:
    case OwnFieldType::day: key.form = Form::date; break;
    case OwnFieldType::choice:
      key.form = field.is_many ? Form::words : Form::word;
      key.word_list = &word_list;
      return;
    case OwnFieldType::text:
    case OwnFieldType::role:
    case OwnFieldType::unit:
    case OwnFieldType::document:
    case OwnFieldType::clause:
    case OwnFieldType::row: key.form = field.is_many ? Form::texts : Form::text; return;
  }
  key.is_optional = true;
}

/// What a field names, and how the row rests on it.
Key naming(const Key& key, const OwnField& field) {
  switch (field.type) {
    case OwnFieldType::role: return key.names_role(Bond::responsible);
    case OwnFieldType::unit: return key.names_unit(Bond::concerns);
    case OwnFieldType::document: return key.names_document(Bond::names);
    case OwnFieldType::clause: return key.names_clause(Bond::rests_on);
    case OwnFieldType::row: return key.names_any(Bond::about).in_register(field.of);
    case OwnFieldType::text:
    case OwnFieldType::number:
    case OwnFieldType::yes_no:
    case OwnFieldType::date:
    case OwnFieldType::day:
    case OwnFieldType::choice: break;
  }
  return key;
}

/// The first field of its kind tells what the row is about, who answers for it and where it is.
KeyPart part_of(const OwnRegisterSettings& said, const OwnField& field) {
  if (field.counts == OwnFieldCounts::from) return KeyPart::begins;
  if (field.counts == OwnFieldCounts::until) return KeyPart::ends;
  const auto first = std::ranges::find(said.fields, field.type, &OwnField::type);
  if (first->key != field.key) return KeyPart::detail;
  if (field.type == OwnFieldType::text) return KeyPart::title;
  if (field.type == OwnFieldType::role) return KeyPart::owner;
  return field.type == OwnFieldType::unit ? KeyPart::unit : KeyPart::detail;
}

/// A row that can be without a name loses the name where readers must not know of it; one that
/// cannot, goes.
Key key_of_field(const OwnRegisterSettings& said, std::size_t place,
                 const std::vector<EnumName>& words) {
  const auto& field = said.fields[place];
  Key key{.name = field.key};
  key.at = &value_in;
  key.place = place;
  key.words = words;
  key.about = field.name;
  key.is_required = field.is_required;
  key.part = part_of(said, field);
  set_form(key, field);
  key = naming(key, field);
  key.is_forgotten = key.kind != ReferenceKind::none && !field.is_required;
  return key;
}

Key id_key() {
  Key key{.name = "id"};
  key.at = &id_in;
  return key.essential().written_as(Grammar::id);
}

Shape shape_of_rows(std::span<const Key> keys) {
  Shape shape{.keys = keys};
  shape.id = [](const void* row) { return row_at(row).id; };
  shape.location = [](void* row) -> Location& { return static_cast<OwnRow*>(row)->location; };
  return shape;
}

}  // namespace

const OwnField* OwnDeclaration::find_field(std::string_view key) const {
  const auto found = std::ranges::find(said.fields, key, &OwnField::key);
  return found == said.fields.end() ? nullptr : &*found;
}

const Key& OwnDeclaration::key_of(const OwnField& field) const {
  return keys[static_cast<std::size_t>(&field - said.fields.data()) + 1];
}

OwnRegister declare_own_register(OwnRegisterSettings said, std::size_t place) {
  auto made = std::make_shared<OwnDeclaration>();
  made->said = std::move(said);
  for (const auto& field : made->said.fields) {
    auto& words = made->words.emplace_back();
    for (const auto& choice : field.choices)
      words.push_back({choice, static_cast<std::uint8_t>(words.size() + 1)});
  }
  made->keys.push_back(id_key());
  for (std::size_t i = 0; i < made->said.fields.size(); ++i)
    made->keys.push_back(key_of_field(made->said, i, made->words[i]));
  made->shape = shape_of_rows(made->keys);
  auto& about = made->about;
  about.file = made->said.id;
  about.key = made->said.row;
  about.own = &made->shape;
  about.rows = &row_list;
  about.list = [](const Handbook& handbook, std::size_t which) -> const void* {
    return &handbook.own_registers[which];
  };
  about.place = place;
  return {made, &made->about, {}};
}

const OwnDeclaration* declaration_of(const Handbook& handbook, const Register& about) {
  return about.own == nullptr ? nullptr : handbook.own_registers[about.place].declared.get();
}

const OwnRegister* find_own_register(const Handbook& handbook, std::string_view id) {
  const auto found = std::ranges::find_if(
      handbook.own_registers, [&](const OwnRegister& own) { return own.declared->said.id == id; });
  return found == handbook.own_registers.end() ? nullptr : &*found;
}

}  // namespace handbok
