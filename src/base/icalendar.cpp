#include "base/icalendar.hpp"

#include <string_view>

namespace handbok {
namespace {

constexpr std::size_t line_octets_max = 75;  // RFC 5545 3.1; calendars cut longer lines

bool continues_character(char c) {
  constexpr unsigned mask = 0xC0;
  constexpr unsigned continuation = 0x80;
  return (static_cast<unsigned char>(c) & mask) == continuation;
}

/// How many octets of `text` fit on a line without cutting a character in two.
std::size_t fitting(std::string_view text, std::size_t room) {
  if (text.size() <= room) return text.size();
  auto length = room;
  while (length > 0 && continues_character(text[length]))
    --length;
  return length == 0 ? room : length;  // not UTF-8: cut anywhere rather than never
}

/// A content line, folded: each line after the first begins with a blank.
void append_line(std::string& text, std::string_view line) {
  auto room = line_octets_max;
  while (true) {
    const auto length = fitting(line, room);
    text += line.substr(0, length);
    text += "\r\n";
    line.remove_prefix(length);
    if (line.empty()) return;
    text += ' ';
    room = line_octets_max - 1;
  }
}

/// A TEXT value (RFC 5545, 3.3.11).
std::string escaped(std::string_view value) {
  constexpr unsigned char first_printable = 0x20;
  constexpr unsigned char delete_character = 0x7F;
  std::string text;
  for (const char c : value) {
    const auto octet = static_cast<unsigned char>(c);
    if (c == '\n') {
      text += "\\n";
    } else if (octet < first_printable || octet == delete_character) {
      if (c != '\r') text += ' ';
    } else {
      if (c == ',' || c == ';' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

/// "20261231".
std::string basic_date(Date day) {
  auto text = day.to_string();
  std::erase(text, '-');
  return text;
}

void append_event(std::string& text, const IcalendarEvent& event, Date stamp) {
  append_line(text, "BEGIN:VEVENT");
  append_line(text, "UID:" + escaped(event.uid));
  append_line(text, "DTSTAMP:" + basic_date(stamp) + "T000000Z");
  append_line(text, "DTSTART;VALUE=DATE:" + basic_date(event.on));
  append_line(text, "DTEND;VALUE=DATE:" + basic_date(event.on.plus_days(1)));
  append_line(text, "SUMMARY:" + escaped(event.summary));
  if (!event.description.empty()) append_line(text, "DESCRIPTION:" + escaped(event.description));
  append_line(text, "CATEGORIES:" + escaped(event.category));
  append_line(text, "TRANSP:TRANSPARENT");
  append_line(text, "END:VEVENT");
}

}  // namespace

std::string write_icalendar(const Icalendar& calendar) {
  std::string text;
  append_line(text, "BEGIN:VCALENDAR");
  append_line(text, "VERSION:2.0");
  append_line(text, "PRODID:" + escaped(calendar.product));
  append_line(text, "CALSCALE:GREGORIAN");
  append_line(text, "METHOD:PUBLISH");
  append_line(text, "X-WR-CALNAME:" + escaped(calendar.name));
  for (const auto& event : calendar.events)
    append_event(text, event, calendar.stamp);
  append_line(text, "END:VCALENDAR");
  return text;
}

}  // namespace handbok
