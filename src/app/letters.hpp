#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "app/letter_post.hpp"
#include "app/people_file.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/letter_events.hpp"

namespace handbok {

/// Whose letters are written, of what, to whom.
struct LetterJob {
  const FileTree& sources;
  const DayView& view;  ///< of the sources, with their texts
  const PeopleFile& people;
  const std::string& style;  ///< a Word document whose styles the attached ones have
  const Isolate& isolate;
  bool is_whole = true;  ///< all sources could be read: what is missing was taken back
};

enum class LetterFate : std::uint8_t {
  sent,
  sent_again,  ///< an earlier run was stopped while it handed it over
  refused,     ///< by the program that takes letters
  unknown,     ///< that program was stopped: next time it is handed over again
  nobody,      ///< no person holds the role: it waits until somebody does
  unwritten    ///< its Word document could not be made: it waits
};

/// What became of a letter. Names no address.
struct LetterAnswer {
  LetterKind kind = LetterKind::waits;
  RoleId to;
  std::string subject;
  LetterFate fate = LetterFate::sent;
};

/// Writes a letter about each event of the day that none was written about before, hands it over,
/// and tells what became of each. Without a post nothing is handed over, and it is told what would
/// be. Throws IoError.
void write_letters(const LetterJob& job, LetterBook& book, Post* post,
                   const std::function<void(const LetterAnswer&)>& tell);

/// Where letters go, and what remembers them.
struct LetterWay {
  std::string state;     ///< a folder; made if it is missing
  std::string maildir;   ///< a folder; or
  std::string sendmail;  ///< a program, by its path
  bool dry_run = false;  ///< nothing goes anywhere
};

enum class LettersProblem : std::uint8_t {
  none,
  busy,       ///< another run has the state folder
  missing,    ///< no such Maildir
  no_program  ///< no such program, or not by its whole path
};

struct LettersEnd {
  LettersProblem problem = LettersProblem::none;
  std::optional<Date> not_come{};  ///< the first day that was remembered, if it had not come
};

/// write_letters() on this machine. Addresses stand in the letters only: the mail program finds
/// them there, and what it says is not repeated. Throws IoError.
LettersEnd send_letters(const LetterWay& way, const LetterJob& job,
                        const std::function<void(const LetterAnswer&)>& tell);

}  // namespace handbok
