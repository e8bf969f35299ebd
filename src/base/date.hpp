#pragma once

#include <compare>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <climits>

#include "base/expected.hpp"

namespace handbok {

/// A calendar day in the Gregorian calendar, without time of day or time zone.
class Date {
public:
  /// 1970-01-01, so that aggregates can be built; a real date is parsed or computed.
  Date() = default;

  /// The day `days` days after 1970-01-01 (negative: before).
  static Date from_days(int days) { return Date(days); }

  /// The day with that year, month (1–12) and day of month; no value if there is no such day.
  static std::optional<Date> from_ymd(int year, int month, int day);

  /// Reads exactly "YYYY-MM-DD"; the reason says in a few words what is wrong.
  static Expected<Date> parse(std::string_view text);

  int days_since_epoch() const { return told().days_; }
  int year() const;
  int month() const;
  int day() const;

  /// "YYYY-MM-DD".
  std::string to_string() const;

  /// Neither this nor plus_months leaves the years 0 to 9999, which are all that can be written.
  Date plus_days(int days) const;

  /// The same day of the month `months` months later, or the last day of that month if it is
  /// shorter: 31 January + 1 month is 28 or 29 February.
  Date plus_months(int months) const;

  /// The same day, as the one that something is made for: what is asked of it is noted.
  Date as_today() const { return Date(days_, true); }

  friend std::strong_ordering operator<=>(Date a, Date b) {
    if (a.is_today_ != b.is_today_) note(a.is_today_ ? b.days_ - a.days_ : a.days_ - b.days_);
    return a.days_ <=> b.days_;
  }
  friend bool operator==(Date a, Date b) { return (a <=> b) == 0; }

private:
  explicit Date(int days, bool is_today = false) : days_(days), is_today_(is_today) {}

  /// Notes that today was compared with a day that comes so many days later.
  static void note(int days_later);
  /// This, of which everything is told.
  const Date& told() const {
    if (is_today_) note(0);
    return *this;
  }

  int days_ = 0;
  bool is_today_ = false;
};

/// Notes, while it lives, what its thread asks of the day that something is made for, and of what
/// differs from day to day: whatever gives the same answers gives the same result (decision 0070).
class DayQuestions {
public:
  DayQuestions();
  ~DayQuestions();
  DayQuestions(const DayQuestions&) = delete;
  DayQuestions& operator=(const DayQuestions&) = delete;

  /// What a document or row is on the day, or who uses it.
  static void ask(std::string_view id);
  /// Anything else that is a function of the day.
  static void ask_all();

  int days_back = INT_MAX;   ///< so many days earlier the day itself gave the same answers
  int days_ahead = INT_MAX;  ///< and so many days later it will
  std::set<std::string, std::less<>> ids;
  bool is_all = false;
};

/// True for the days that a handbook may be built for: the years 1970 to 2199. Every year until
/// then has a calendar, so a mistake in the number must not ask for ten thousand.
bool is_build_day(Date day);

/// Days from `from` to `to`; negative if `to` is earlier.
inline int days_between(Date from, Date to) {
  return to.days_since_epoch() - from.days_since_epoch();
}

/// A half-open span of days, `from ≤ day < to`; without `to` it lasts until further notice.
struct Interval {
  Date from;
  std::optional<Date> to;

  bool contains(Date day) const { return from <= day && (!to || day < *to); }
  bool is_empty() const { return to && *to <= from; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace handbok
