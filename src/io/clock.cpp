#include "io/clock.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "io/file.hpp"

namespace handbok {
namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t hour_seconds = 3'600;

/// 01:00 UTC on the last Sunday of that month, in seconds since 1970.
std::int64_t last_sunday_at_one(int year, unsigned month) {
  const std::chrono::sys_days day(std::chrono::year(year) / std::chrono::month(month) /
                                  std::chrono::Sunday[std::chrono::last]);
  return day.time_since_epoch().count() * day_seconds + hour_seconds;
}

/// The seconds that SOURCE_DATE_EPOCH says; none if it is not set, and -1 if it is no number or
/// none that a day can be told of.
std::optional<std::int64_t> epoch_of_environment() {
  constexpr std::int64_t seconds_max = 9999LL * 366 * day_seconds;
  const char* const epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return std::nullopt;
  std::int64_t seconds = 0;
  const auto* const end = epoch + std::strlen(epoch);
  const auto [stop, error] = std::from_chars(epoch, end, seconds);
  const bool is_number = error == std::errc{} && stop == end && seconds >= 0;
  return is_number ? std::min(seconds, seconds_max) : -day_seconds;
}

}  // namespace

Date stockholm_day(std::int64_t unix_seconds) {
  const auto utc_day = std::chrono::floor<std::chrono::days>(std::chrono::seconds(unix_seconds));
  const int year = Date::from_days(static_cast<int>(utc_day.count())).year();
  const bool is_summer =
      unix_seconds >= last_sunday_at_one(year, 3) && unix_seconds < last_sunday_at_one(year, 10);
  const auto local = std::chrono::seconds(unix_seconds + (is_summer ? 2 : 1) * hour_seconds);
  return Date::from_days(static_cast<int>(std::chrono::floor<std::chrono::days>(local).count()));
}

bool is_epoch_sensible() {
  const auto seconds = epoch_of_environment();
  return !seconds || is_build_day(Date::from_days(static_cast<int>(*seconds / day_seconds)));
}

std::int64_t unix_seconds_now() {
  if (const auto seconds = epoch_of_environment()) return *seconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

Date today() {
  return stockholm_day(unix_seconds_now());
}

std::int64_t milliseconds_now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace handbok
