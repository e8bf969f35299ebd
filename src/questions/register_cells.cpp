#include "questions/register_cells.hpp"

#include <utility>

#include "base/value_table.hpp"

namespace handbok {
namespace {

Json date_cell(Date day) {
  return day == Date{} ? Json() : Json(day.to_string());
}

template <typename Value, typename Write>
Json optional_cell(const Key& key, const void* row, Write write) {
  if (!key.is_optional) return write(key.value<Value>(row));
  const auto& value = key.value<std::optional<Value>>(row);
  return value ? write(*value) : Json();
}

Json::Array word_cells(const Key& key, const void* row) {
  Json::Array words;
  const auto* const list = key.list_in(row);
  for (std::size_t i = 0; i < key.word_list->size(list); ++i)
    words.emplace_back(name_in(key.words, key.word_list->value(list, i)));
  return words;
}

/// "sosfs-2011-9/5:3".
std::string clause_text(const Key& key, const void* row) {
  const auto& source = key.value<std::string>(row);
  const auto& clause = *static_cast<const std::string*>(key.clause_at(row));
  return clause.empty() ? source : source + "/" + clause;
}

/// The value of a key that holds no rows.
Json plain_cell(const Key& key, const void* row) {
  switch (key.form) {
    case Form::text: return text_or_null(key.value<std::string>(row));
    case Form::texts: return {key.value<std::vector<std::string>>(row)};
    case Form::number: return optional_cell<int>(key, row, [](int number) { return Json(number); });
    case Form::flag: return optional_cell<bool>(key, row, [](bool is_so) { return Json(is_so); });
    case Form::date: return optional_cell<Date>(key, row, date_cell);
    case Form::word: return name_in(key.words, key.value<std::uint8_t>(row));
    case Form::words: return word_cells(key, row);
    case Form::clause: return text_or_null(clause_text(key, row));
    case Form::relations:  // of documents, which are no register
    case Form::rows: break;
  }
  return {};
}

Json row_cells(const Key& key, const void* row, Date day) {
  Json::Array rows;
  const auto& shape = key.rows();
  const auto* const list = key.list_in(row);
  for (std::size_t i = 0; i < key.list->size(list); ++i) {
    const auto* const inner = key.list->row(list, i);
    if (happens_after(shape, inner, day)) continue;
    Json::Object object;
    for (const auto& part : shape.keys)
      object.push_back({std::string(part.name), cell_of(shape, part, inner, day)});
    rows.emplace_back(std::move(object));
  }
  if (!key.is_optional) return rows;
  return rows.empty() ? Json() : rows.front();
}

}  // namespace

Json cell_of(const Shape& shape, const Key& key, const void* row, Date day) {
  if (!is_known_on(shape, key, row, day)) return {};
  return key.form == Form::rows ? row_cells(key, row, day) : plain_cell(key, row);
}

}  // namespace handbok
