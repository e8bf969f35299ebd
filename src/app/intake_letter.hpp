#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "edit/outcome.hpp"

namespace handbok {

/// What a letter answers.
struct LetterFacts {
  std::string file;        ///< its name
  std::string digest;      ///< SHA-256 of its bytes, in hex
  Date day;                ///< of the answer
  const Outcome& outcome;  ///< what became of it
  std::string draft;       ///< digest of the draft that it became; empty if it became none
};

/// The letter to whoever handed the file in: what became of it, what to mend, what happens next.
/// Its last line is for the program, which knows by it what it has answered. As Notepad wants it:
/// with byte order mark and CR LF.
std::string write_letter(const LetterFacts& facts, Language language);

/// `letter`, and below it what was answered before.
std::string with_earlier(const std::string& letter, std::string_view earlier, Language language);

/// What the program wrote for itself in a letter.
struct LetterRecord {
  std::string digest;    ///< of the file that was answered last
  std::string revision;  ///< "RUT-001@4", the draft that it became last; empty: none
  std::string draft;     ///< that draft's digest
};

LetterRecord read_letter(std::string_view letter);

}  // namespace handbok
