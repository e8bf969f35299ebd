#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"

namespace handbok {

/// The cells of a register's table. What is absent or empty is null.
inline Json day_value(const std::optional<Date>& day) {
  return day ? Json(day->to_string()) : Json();
}

inline Json text_value(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

inline Json list_value(const std::vector<std::string>& texts) {
  return {Json::Array(texts.begin(), texts.end())};
}

inline Json number_value(const std::optional<int>& number) {
  return number ? Json(*number) : Json();
}

}  // namespace handbok
