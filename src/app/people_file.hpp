#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/mail_message.hpp"
#include "derive/day_view.hpp"

namespace handbok {

/// Somebody who gets the letters of a role. A deputy does on some days, in place of the others.
struct Person {
  RoleId role;
  std::vector<UnitId> units;  ///< where the person holds the role; empty: everywhere
  MailAddress mail;
  Interval days;  ///< from the first day on; without an end for good
  bool is_deputy = false;
  int line = 0;  ///< of the file
};

/// Who holds which role: the one file that names persons. It lies outside the handbook.
struct PeopleFile {
  MailAddress from;
  std::string site;  ///< where the handbook is read, with '/' at the end; may be empty
  std::vector<Person> people;
};

/// A line that cannot be understood, and the code that says why. Nothing of what stands there,
/// which may be an address.
struct PeopleFault {
  int line = 0;
  std::string code;
};

/// Reads the file; every fault is told, and a file with faults gives nobody.
PeopleFile read_people(std::string_view text, std::vector<PeopleFault>& faults);

/// The lines of those whose role or unit the handbook does not have: they get nothing, or not all.
std::vector<int> lines_of_nobody(const PeopleFile& file, const Handbook& handbook);

/// Who is written to in the role, about something of these units: those whose units lie in one of
/// them or around it. Deputies of the day come instead of those for whose whole part they stand in,
/// and beside the others. Each address once.
std::vector<MailAddress> holders_of(const PeopleFile& file, const RoleId& role,
                                    const std::vector<UnitId>& units, const DayView& view);

}  // namespace handbok
