#pragma once

#include <compare>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbok {

/// What a source says, as a message may repeat it: printable (diag/printable.hpp), and a dash if
/// there may be a personal identity number in it.
std::string quoted(std::string_view text);

/// The same for the path of a file: a dash for each part that may hold such a number.
std::string quoted_path(std::string_view path);

/// The values for the slots of a sentence. Values of sources become part of a message here and
/// nowhere else, so each is quoted() whoever hands it over and wherever the message is shown.
class QuotedValues {
public:
  QuotedValues() = default;
  QuotedValues(std::initializer_list<std::string> values)
      : QuotedValues(std::vector<std::string>(values)) {}
  QuotedValues(std::vector<std::string> values) : values_(std::move(values)) {
    for (auto& value : values_)
      value = quoted(value);
  }

  operator const std::vector<std::string>&() const { return values_; }
  const std::vector<std::string>& texts() const { return values_; }
  bool empty() const { return values_.empty(); }
  std::size_t size() const { return values_.size(); }
  const std::string& front() const { return values_.front(); }
  const std::string& operator[](std::size_t index) const { return values_[index]; }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  friend auto operator<=>(const QuotedValues&, const QuotedValues&) = default;

private:
  std::vector<std::string> values_;
};

}  // namespace handbok
