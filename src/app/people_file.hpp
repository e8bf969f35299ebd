#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/mail_message.hpp"
#include "derive/letter_events.hpp"

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

/// An event as some of those who hold its role are told of it.
struct LetterShare {
  LetterEvent event;
  std::string part;  ///< the same for all who are told the same: where they hold the role
  std::vector<MailAddress> people;  ///< empty: nobody holds the role there
};

/// What each is told of an event: of rows of units (what is late in them, a fortnight) only those
/// of the units where the person holds the role, and what is of no unit; of a text all of it. What
/// is of units where nobody holds the role is a share of its own.
std::vector<LetterShare> shares_of(const PeopleFile& file, const LetterEvent& event,
                                   const DayView& view);

}  // namespace handbok
