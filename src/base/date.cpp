#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>

namespace handbok {
namespace {

std::chrono::year_month_day civil(int days) {
  return {std::chrono::sys_days(std::chrono::days(days))};
}

int days_of(std::chrono::year_month_day ymd) {
  return static_cast<int>(std::chrono::sys_days(ymd).time_since_epoch().count());
}

thread_local DayQuestions* questions = nullptr;

constexpr int first_day = -719'528;  // 0000-01-01
constexpr int last_day = 2'932'896;  // 9999-12-31
constexpr std::int64_t last_month_number = std::int64_t{9999} * 12 + 11;

/// The number that `text` writes with decimal digits only; -1 if it holds anything else.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 0 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day ymd(std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day)));
  if (!ymd.ok()) return std::nullopt;
  return Date(days_of(ymd));
}

Expected<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return Unexpected{std::string("YYYY-MM-DD")};
  }
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int day = digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return Unexpected{std::string("YYYY-MM-DD")};
  if (const auto date = from_ymd(year, month, day)) return *date;
  return Unexpected{std::string(text)};
}

int Date::year() const {
  return static_cast<int>(civil(told().days_).year());
}
int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(civil(told().days_).month()));
}
int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(civil(told().days_).day()));
}

std::string Date::to_string() const {
  std::array<char, 16> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year(), month(), day());
  return {text.data(), static_cast<std::size_t>(length)};
}

Date Date::plus_days(int days) const {
  const auto day = static_cast<std::int64_t>(days_) + days;
  return Date(static_cast<int>(std::clamp<std::int64_t>(day, first_day, last_day)), is_today_);
}

Date Date::plus_months(int months) const {
  const auto ymd = civil(told().days_);
  // Counted in numbers of our own: a year of std::chrono begins anew after 32767.
  const auto month_number = static_cast<std::int64_t>(static_cast<int>(ymd.year())) * 12 +
                            static_cast<unsigned>(ymd.month()) - 1 + months;
  if (month_number < 0) return Date(first_day);
  if (month_number > last_month_number) return Date(last_day);
  const auto month = std::chrono::year(static_cast<int>(month_number / 12)) /
                     std::chrono::month(static_cast<unsigned>(month_number % 12 + 1));
  const std::chrono::year_month_day same(month.year(), month.month(), ymd.day());
  if (same.ok()) return Date(days_of(same));
  const std::chrono::year_month_day_last last(month.year(),
                                              std::chrono::month_day_last(month.month()));
  return Date(days_of(last));
}

/// The answer is the same until today comes to that day, or since it left it.
void Date::note(int days_later) {
  if (questions == nullptr) return;
  auto& back = questions->days_back;
  auto& ahead = questions->days_ahead;
  if (days_later >= 0) ahead = std::min(ahead, std::max(days_later - 1, 0));
  if (days_later <= 0) back = std::min(back, std::max(-days_later - 1, 0));
}

DayQuestions::DayQuestions() {
  questions = this;
}

DayQuestions::~DayQuestions() {
  questions = nullptr;
}

void DayQuestions::ask(std::string_view id) {
  if (questions != nullptr && !questions->ids.contains(id)) questions->ids.emplace(id);
}

void DayQuestions::ask_all() {
  if (questions != nullptr) questions->is_all = true;
}

bool is_build_day(Date day) {
  return day.year() >= 1970 && day.year() < 2200;
}

}  // namespace handbok
