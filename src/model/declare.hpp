#pragma once

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/keys.hpp"

namespace handbok {

// Makes Keys and Shapes out of members of structs. Only the files that declare include this.

namespace declare {

template <typename T>
inline constexpr bool is_vector = false;
template <typename T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <typename T>
struct Held {
  using type = T;
};
template <typename T>
struct Held<std::vector<T>> {
  using type = T;
};
template <typename T>
struct Held<std::optional<T>> {
  using type = T;
};
template <typename T>
using HeldType = typename Held<T>::type;

template <typename Owner, typename Value>
Owner owner_of(Value Owner::*);
template <typename Owner, typename Value>
Value value_of(Value Owner::*);

/// The member that is reached through one member after the other.
template <auto First, auto... Rest>
const auto& follow(const decltype(owner_of(First))& row) {
  if constexpr (sizeof...(Rest) == 0) {
    return row.*First;
  } else {
    return follow<Rest...>(row.*First);
  }
}

template <auto First, auto... Rest>
const void* address(const void* row) {
  return &follow<First, Rest...>(*static_cast<const decltype(owner_of(First))*>(row));
}

template <auto First, auto... Rest>
const void* place_of(const void* row, std::size_t /*place*/) {
  return address<First, Rest...>(row);
}

template <auto First, auto... Rest>
using Reached = std::remove_cvref_t<decltype(follow<First, Rest...>(
    std::declval<const decltype(owner_of(First))&>()))>;

template <typename List>
struct Rows {
  static List& of(void* list) { return *static_cast<List*>(list); }
  static const List& of(const void* list) { return *static_cast<const List*>(list); }

  static std::size_t size(const void* list) {
    if constexpr (is_vector<List>) {
      return of(list).size();
    } else if constexpr (is_optional<List>) {
      return of(list).has_value() ? 1 : 0;
    } else {
      return 1;
    }
  }
  static const void* row(const void* list, std::size_t index) {
    if constexpr (is_vector<List>) {
      return &of(list)[index];
    } else if constexpr (is_optional<List>) {
      return &*of(list);
    } else {
      return list;
    }
  }
  static void* add(void* list) {
    if constexpr (is_vector<List>) {
      return &of(list).emplace_back();
    } else if constexpr (is_optional<List>) {
      return &of(list).emplace();
    } else {
      return &(of(list) = {});
    }
  }
  static void erase_if(void* list, const std::function<bool(const void*)>& condition) {
    if constexpr (is_vector<List>) {
      std::erase_if(of(list), [&](const HeldType<List>& row) { return condition(&row); });
    } else if constexpr (is_optional<List>) {
      if (of(list) && condition(&*of(list))) of(list).reset();
    } else {
      if (condition(list)) of(list) = {};
    }
  }
  static void sort(void* list) {
    if constexpr (is_vector<List>) std::ranges::stable_sort(of(list), {}, &HeldType<List>::id);
  }
};

template <typename List>
constexpr RowListType row_list_type() {
  RowListType type{&Rows<List>::size, &Rows<List>::row, &Rows<List>::add, &Rows<List>::erase_if};
  if constexpr (requires(HeldType<List> & row) { row.id = std::string(); }) {
    type.sort = &Rows<List>::sort;
  }
  type.bytes = sizeof(List);
  type.is_many = is_vector<List>;
  return type;
}

template <typename List>
inline constexpr RowListType row_list = row_list_type<List>();

template <typename Enum>
inline constexpr WordListType word_list{
    [](const void* list) { return static_cast<const std::vector<Enum>*>(list)->size(); },
    [](const void* list, std::size_t index) {
      return static_cast<std::uint8_t>((*static_cast<const std::vector<Enum>*>(list))[index]);
    },
    [](void* list, std::uint8_t value) {
      static_cast<std::vector<Enum>*>(list)->push_back(static_cast<Enum>(value));
    }};

/// What a text names because of its type. Ids are plain texts, except in tests/named_ids.cpp, which
/// gives them types of their own and compiles the declarations once more: a member that holds the
/// id of a role and is declared as words then does not compile.
template <typename Id>
inline constexpr ReferenceKind named_by = ReferenceKind::none;

template <typename Value>
constexpr void set_form(Key& key) {
  using Held = HeldType<Value>;
  key.is_optional = is_optional<Value>;
  key.must_name = named_by<Held>;
  if constexpr (std::is_base_of_v<std::string, Value>) {
    key.form = Form::text;
  } else if constexpr (is_vector<Value> && std::is_base_of_v<std::string, Held>) {
    key.form = Form::texts;
  } else if constexpr (std::is_same_v<Held, bool>) {
    key.form = Form::flag;
  } else if constexpr (std::is_same_v<Held, int>) {
    key.form = Form::number;
  } else if constexpr (std::is_same_v<Held, Date> && !is_vector<Value>) {
    key.form = Form::date;
  } else if constexpr (std::is_enum_v<Held>) {
    static_assert(!names<Held>.empty(), "the names of its enumerators stand in enum_names.hpp");
    key.form = is_vector<Value> ? Form::words : Form::word;
    key.words = names<Held>;
    if constexpr (is_vector<Value>) key.word_list = &word_list<Held>;
  } else {
    key.form = Form::rows;
    key.rows = &shape_of<Held>;
    key.list = &row_list<Value>;
  }
}

/// True if it is the id of the row itself, or of the document that a head belongs to.
template <typename Row>
constexpr bool is_own_id(const Key& key) {
  if constexpr (requires(const Row& row) { row.id; }) {
    return key.name == "id" && key.at == &place_of<&Row::id>;
  } else if constexpr (requires(const Row& row) { row.document; }) {
    return key.name == "id" && key.at == &place_of<&Row::document>;
  }
  return false;
}

}  // namespace declare

/// A key that is kept in a member, or in the member of a member: key<&Goal::owner>("owner"). What
/// is called id is one.
template <auto First, auto... Rest>
constexpr Key key(std::string_view name) {
  Key made{.name = name};
  declare::set_form<declare::Reached<First, Rest...>>(made);
  made.at = &declare::place_of<First, Rest...>;
  if (name == "id") made.grammar = Grammar::id;
  return made;
}

/// The only key of rows that are values by themselves, such as days.
template <typename Row>
constexpr Key value_key(std::string_view name) {
  Key made{.name = name};
  declare::set_form<Row>(made);
  made.at = [](const void* row, std::size_t /*place*/) { return row; };
  return made;
}

/// Enumerators that stand in tables of their own: [[plan]] kind = "action".
template <auto First, auto... Rest>
constexpr Key rows_key(std::string_view name) {
  using List = declare::Reached<First, Rest...>;
  auto made = key<First, Rest...>(name);
  made.form = Form::rows;
  made.rows = &shape_of<declare::HeldType<List>>;
  made.list = &declare::row_list<List>;
  return made;
}

/// A clause that is kept as its source and its place there.
template <auto Source, auto Clause>
constexpr Key clause_key(std::string_view name) {
  auto made = key<Source>(name).names_clause(Bond::about);
  made.form = Form::clause;
  made.clause_at = &declare::address<Clause>;
  return made;
}

/// Sorts a list of rows by a member; equal ones stay as they stand.
template <auto Member>
void sort_by(void* list) {
  using Row = decltype(declare::owner_of(Member));
  std::ranges::stable_sort(*static_cast<std::vector<Row>*>(list), {}, Member);
}

/// The shape of a struct with these keys; its `id` and `location` are used if it has them.
template <typename Row, std::size_t Count>
constexpr Shape shape(const std::array<Key, Count>& keys, void (*settle)(void* row) = nullptr) {
  for (const auto& key : keys) {
    const bool is_named = key.must_name == ReferenceKind::none || key.kind == key.must_name;
    if (!is_named && !declare::is_own_id<Row>(key))
      throw "a key of this row says nothing of what its member names: names_role, names_unit …";
  }
  Shape made{.keys = keys};
  if constexpr (requires(const Row& row) { std::string(row.id); }) {
    made.id = [](const void* row) -> std::string { return static_cast<const Row*>(row)->id; };
  }
  if constexpr (requires(Row & row) { Location(row.location); }) {
    made.location = [](void* row) -> Location& { return static_cast<Row*>(row)->location; };
  }
  made.settle = settle;
  made.bytes = sizeof(Row);
  made.make = [](void* place) { new (place) Row; };
  made.destroy = [](void* row) { static_cast<Row*>(row)->~Row(); };
  return made;
}

/// Declares what shape_of gives for a struct.
#define HANDBOK_SHAPE(Row, ...)                \
  template <>                                  \
  const Shape& shape_of<Row>() {               \
    static constexpr Shape made = __VA_ARGS__; \
    return made;                               \
  }

}  // namespace handbok
