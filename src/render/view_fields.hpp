#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

// What a template is filled with is a *view*: a plain struct that lists its members in its last
// line,
//
//   HANDBOK_FIELDS(HistoryRow, revision, note, approvals)
//
// A member is a std::string, an Html, a bool, or a std::optional or std::vector of another view.
// Templates are checked against the list when the theme is loaded, and read the members straight
// from the struct when a page is rendered.

/// Finished HTML, as opposed to text that is still to be escaped. Only values of this type may be
/// written with three braces.
struct Html {
  std::string text;
};

enum class FieldKind : std::uint8_t {
  text,  ///< std::string: {{name}}, escaped; {{#name}} asks whether it is not empty
  html,  ///< Html: {{{name}}}; {{#name}} asks whether it is not empty
  flag,  ///< bool: only {{#name}} and {{^name}}
  list   ///< a view, optional or in a vector: {{#name}} enters each in turn
};

/// One member of a view, so that a template can ask for it by name.
struct Field {
  using Fields = std::span<const Field> (*)();

  std::string_view name;
  FieldKind kind = FieldKind::text;
  const std::string* (*text)(const void* view) = nullptr;  ///< of a text or html
  std::size_t (*count)(const void* view) = nullptr;        ///< how often its section is written
  const void* (*item)(const void* view, std::size_t index) = nullptr;  ///< of a list
  Fields item_fields = nullptr;                                        ///< of a list
};

namespace view_detail {

template <typename Member>
struct MemberOf;
template <typename View, typename Value>
struct MemberOf<Value View::*> {
  using ViewType = View;
  using ValueType = Value;
};

template <auto Member>
const auto& member(const void* view) {
  using View = typename MemberOf<decltype(Member)>::ViewType;
  return static_cast<const View*>(view)->*Member;
}

template <auto Member>
const void* optional_item(const void* view, std::size_t /*index*/) {
  return &*member<Member>(view);
}

template <auto Member>
const void* vector_item(const void* view, std::size_t index) {
  return &member<Member>(view)[index];
}

// One overload for each kind of member; the pointer argument only selects it.
template <auto Member>
constexpr Field make_field(std::string_view name, const std::string* /*kind*/) {
  return {name, FieldKind::text, [](const void* view) { return &member<Member>(view); },
          [](const void* view) -> std::size_t { return member<Member>(view).empty() ? 0 : 1; }};
}

template <auto Member>
constexpr Field make_field(std::string_view name, const Html* /*kind*/) {
  return {
      name, FieldKind::html, [](const void* view) { return &member<Member>(view).text; },
      [](const void* view) -> std::size_t { return member<Member>(view).text.empty() ? 0 : 1; }};
}

template <auto Member>
constexpr Field make_field(std::string_view name, const bool* /*kind*/) {
  return {name, FieldKind::flag, nullptr,
          [](const void* view) -> std::size_t { return member<Member>(view) ? 1 : 0; }};
}

template <auto Member, typename Item>
constexpr Field make_field(std::string_view name, const std::optional<Item>* /*kind*/) {
  return {name,
          FieldKind::list,
          nullptr,
          [](const void* view) -> std::size_t { return member<Member>(view) ? 1 : 0; },
          &optional_item<Member>,
          &Item::fields};
}

template <auto Member, typename Item>
constexpr Field make_field(std::string_view name, const std::vector<Item>* /*kind*/) {
  return {name,
          FieldKind::list,
          nullptr,
          [](const void* view) -> std::size_t { return member<Member>(view).size(); },
          &vector_item<Member>,
          &Item::fields};
}

}  // namespace view_detail

/// Describes a member that templates know by another name than the struct does.
template <auto Member>
constexpr Field field(std::string_view name) {
  using Value = typename view_detail::MemberOf<decltype(Member)>::ValueType;
  return view_detail::make_field<Member>(name, static_cast<const Value*>(nullptr));
}

// The preprocessor expands no macro inside itself. It scans its result again once for each nested
// call below, which is enough for 64 members.
#define HANDBOK_SCAN(...) \
  HANDBOK_SCAN_3(HANDBOK_SCAN_3(HANDBOK_SCAN_3(HANDBOK_SCAN_3(__VA_ARGS__))))
#define HANDBOK_SCAN_3(...) \
  HANDBOK_SCAN_2(HANDBOK_SCAN_2(HANDBOK_SCAN_2(HANDBOK_SCAN_2(__VA_ARGS__))))
#define HANDBOK_SCAN_2(...) \
  HANDBOK_SCAN_1(HANDBOK_SCAN_1(HANDBOK_SCAN_1(HANDBOK_SCAN_1(__VA_ARGS__))))
#define HANDBOK_SCAN_1(...) __VA_ARGS__
#define HANDBOK_NEXT_FIELD() HANDBOK_FIELD
#define HANDBOK_NOTHING ()
#define HANDBOK_FIELD(View, name, ...) \
  ::handbok::field<&View::name>(#name) \
      __VA_OPT__(, HANDBOK_NEXT_FIELD HANDBOK_NOTHING(View, __VA_ARGS__))

/// The fields of a view are these members, by their own names.
#define HANDBOK_FIELDS(View, ...)                                                          \
  static std::span<const ::handbok::Field> fields() {                                      \
    static constexpr auto list =                                                           \
        std::to_array<::handbok::Field>({HANDBOK_SCAN(HANDBOK_FIELD(View, __VA_ARGS__))}); \
    return list;                                                                           \
  }

}  // namespace handbok
