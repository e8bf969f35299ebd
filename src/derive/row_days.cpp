#include "derive/row_days.hpp"

#include <algorithm>

namespace handbok {
namespace {

std::optional<Date> date_of(const Key& key, const void* row) {
  if (key.form != Form::date) return std::nullopt;
  return key.is_optional ? key.value<std::optional<Date>>(row) : key.value<Date>(row);
}

bool has_begun(const Shape& shape, const void* row, Date day);

/// True if the list is empty, or one of its rows has begun.
bool has_one_begun(const Key& key, const void* row, Date day) {
  const auto* const list = key.list_in(row);
  const auto count = key.list->size(list);
  for (std::size_t i = 0; i < count; ++i) {
    if (has_begun(key.rows(), key.list->row(list, i), day)) return true;
  }
  return count == 0;
}

bool has_begun(const Shape& shape, const void* row, Date day) {
  for (const auto& key : shape.keys) {
    if (key.form == Form::rows && !has_one_begun(key, row, day)) return false;
    if (key.part != KeyPart::begins) continue;
    const auto first = date_of(key, row);
    if (first && day < *first) return false;
  }
  return true;
}

}  // namespace

bool has_ended(const RegisterRow& row, Date day) {
  return std::ranges::any_of(row.shape().keys, [&](const Key& key) {
    const auto end = key.part == KeyPart::ends ? date_of(key, row.row) : std::nullopt;
    return end && *end <= day;
  });
}

bool is_known_on(const RegisterRow& row, Date day) {
  return row.about->own != nullptr || has_begun(row.shape(), row.row, day);
}

bool happens_after(const Shape& shape, const void* row, Date day) {
  return std::ranges::any_of(shape.keys, [&](const Key& key) {
    const auto on = key.is_event ? date_of(key, row) : std::nullopt;
    return on && day < *on;
  });
}

bool is_known_on(const Shape& shape, const Key& key, const void* row, Date day) {
  const auto name = key.is_event ? key.name : key.known_with;
  return std::ranges::none_of(shape.keys, [&](const Key& event) {
    const auto on = event.name == name ? date_of(event, row) : std::nullopt;
    return on && day < *on;
  });
}

bool counts_on(const RegisterRow& row, Date day) {
  return !has_ended(row, day) && has_begun(row.shape(), row.row, day);
}

}  // namespace handbok
