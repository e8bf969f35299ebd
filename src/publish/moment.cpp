#include "publish/moment.hpp"

#include <array>

#include "base/ascii.hpp"
#include "base/date.hpp"

namespace handbok {
namespace {

constexpr Moment day_seconds = 86'400;
constexpr Moment hour_seconds = 3'600;
constexpr Moment minute_seconds = 60;
constexpr std::size_t text_size = 20;

std::string two_digits(Moment number) {
  return std::string(1, static_cast<char>('0' + number / 10)) +
         static_cast<char>('0' + number % 10);
}

/// The two digits at `at`, or -1.
Moment number_at(std::string_view text, std::size_t at) {
  if (!is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
  return Moment{text[at] - '0'} * 10 + (text[at + 1] - '0');
}

}  // namespace

std::string to_text(Moment moment) {
  const auto days = (moment < 0 ? moment - day_seconds + 1 : moment) / day_seconds;
  const auto second = moment - days * day_seconds;
  auto text = Date::from_days(static_cast<int>(days)).to_string();
  text.append("T").append(two_digits(second / hour_seconds));
  text.append(":").append(two_digits(second % hour_seconds / minute_seconds));
  text.append(":").append(two_digits(second % minute_seconds));
  return text + "Z";
}

std::optional<Moment> parse_moment(std::string_view text) {
  if (text.size() != text_size) return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  const auto moment = Moment{date->days_since_epoch()} * day_seconds +
                      number_at(text, 11) * hour_seconds + number_at(text, 14) * minute_seconds +
                      number_at(text, 17);
  // Written again, everything that is not exactly of the form differs.
  if (to_text(moment) != text) return std::nullopt;
  return moment;
}

}  // namespace handbok
