#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "edit/requests.hpp"

namespace handbok {

/// What the program writes for itself in a letter.
struct LetterRecord {
  std::string digest;    ///< SHA-256 in hex, of the file that was answered
  std::string revision;  ///< "RUT-001@4", the draft that the file became last; empty: none
  std::string draft;     ///< the trace of what the file said then
};

/// What a letter answers.
struct LetterFacts {
  std::string file;        ///< its name
  Date day;                ///< of the answer
  const Outcome& outcome;  ///< what became of it
  LetterRecord record;
};

/// The letter to whoever handed the file in: what became of it, what to mend, what happens next.
/// Its last line is a record for the program, so that it does not answer the same file twice.
/// Written as Notepad wants it: a byte order mark, CR LF, and lines of at most `letter_columns`
/// where there are blanks.
std::string write_letter(const LetterFacts& facts, Language language);

inline constexpr std::size_t letter_columns = 80;

/// `letter`, and below it the earlier answers: as many whole letters as a person might read. A text
/// that is no letter stays whole.
std::string with_earlier(const std::string& letter, std::string_view earlier, Language language);

/// The record as the last line of a letter has it, without line end.
std::string record_text(const LetterRecord& record);

/// The record of the first letter in the text. It must stand on a line of its own; one that is
/// quoted in a name or a text does not count.
LetterRecord read_letter(std::string_view letter);

}  // namespace handbok
