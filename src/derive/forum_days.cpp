#include "derive/forum_days.hpp"

#include <algorithm>

#include "derive/calendar_days.hpp"

namespace handbok {
namespace {

constexpr int days_in_a_week = 7;

/// The days of meetings, `first_on` being the first.
class Meetings {
public:
  explicit Meetings(Date first_on)
      : month_(first_on.plus_days(1 - first_on.day())),
        week_((first_on.day() - 1) / days_in_a_week + 1),
        weekday_(weekday_of(first_on)) {}

  /// The meeting so many months after the first one.
  Date after(int months) const { return nth_weekday(month_.plus_months(months), week_, weekday_); }

private:
  Date month_;
  int week_;
  int weekday_;
};

}  // namespace

std::vector<Date> meeting_days(const Forum& forum, Date from, Date until) {
  std::vector<Date> days;
  if (!forum.first_on) return days;
  const Meetings meetings(*forum.first_on);
  for (int months = 0;; months += forum.every_months) {
    const auto day = meetings.after(months);
    if (day >= until) return days;
    if (from <= day) days.push_back(day);
    if (forum.every_months <= 0) return days;
  }
}

std::optional<Date> next_meeting(const Forum& forum, Date day) {
  if (!forum.first_on) return std::nullopt;
  const auto from = std::max(day, *forum.first_on);
  const auto days = meeting_days(forum, day, from.plus_months(std::max(forum.every_months, 0) + 2));
  if (days.empty()) return std::nullopt;
  return days.front();
}

std::vector<const Forum*> forums_of(const Handbook& handbook, const OrgUnit& unit) {
  std::vector<const Forum*> forums;
  if (unit.kind == UnitKind::contractor) return forums;
  for (const auto& forum : handbook.forums) {
    if (!forum.level.empty() && forum.level == unit.level) forums.push_back(&forum);
  }
  return forums;
}

}  // namespace handbok
