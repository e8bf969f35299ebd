#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"

namespace handbok {

/// Something that takes a whole day.
struct IcalendarEvent {
  std::string uid;  ///< the same each time that the event is written
  Date on;
  std::string summary;
  std::string description;  ///< may be empty
  std::string category;
};

/// A calendar to be read by a calendar program.
struct Icalendar {
  std::string product;  ///< which program wrote it
  std::string name;
  Date stamp;  ///< the day that the events were known on
  std::vector<IcalendarEvent> events;
};

/// The calendar as RFC 5545 wants it: lines of at most 75 octets that end with CRLF, and events
/// that leave the day free. Control characters, which the format has no way to write, become
/// blanks.
std::string write_icalendar(const Icalendar& calendar);

}  // namespace handbok
