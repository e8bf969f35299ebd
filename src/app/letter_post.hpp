#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "derive/letter_events.hpp"

namespace handbok {

/// Which letters were handed over, in a folder of small files: `since` holds the day of the first
/// run and what the handbook called itself then, and is as old as the last run that went well,
/// `begun/KEY` is a letter that is being handed over, `sent/KEY` one that was. They name roles and
/// documents, never an address. A record appears whole or not at all, and lasts once a call has
/// returned. Everything throws what the disk throws.
class LetterBook {
public:
  /// Reads what there is; today is the first day if nothing is, and the handbook is called `name`.
  LetterBook(Disk& disk, Date today, std::string name = {});

  /// Makes the folders, and remembers the first day. To be called before letters are handed over.
  void keep();

  Date since() const { return since_; }
  /// The first day, if it has not come: a clock went wrong, then or now. Today counts instead, for
  /// nothing would be told until then; it is not remembered, or a clock that is behind would call
  /// for all letters of years.
  std::optional<Date> not_come() const { return not_come_; }
  /// What the handbook is called in keys, whatever it calls itself now: else each letter of years
  /// would be another one, and be sent again.
  const std::string& name() const { return name_; }
  /// What was told, and how often: the notes of the letters that were handed over, without the day.
  ToldLetters told() const;
  bool was_sent(const std::string& key) const { return sent_.contains(key); }
  /// True if an earlier run stopped while it handed this one over.
  bool was_begun(const std::string& key) const { return begun_.contains(key); }

  /// When a run last handed over all that somebody was to get; no value if none has yet.
  std::optional<std::int64_t> all_sent() const;
  void note_all_sent(std::int64_t now) { disk_.set_modified("since", now); }

  void begin(const std::string& key, const std::string& note);
  void finish(const std::string& key);
  /// It was refused: nobody has it.
  void give_up(const std::string& key);

private:
  Disk& disk_;
  Date since_;
  std::string name_;
  bool is_name_kept_ = false;
  std::optional<Date> not_come_;
  std::set<std::string> sent_;
  std::set<std::string> begun_;
};

/// What became of a letter.
enum class Handing : std::uint8_t {
  done,
  refused,  ///< nobody has it; it is tried again the next time
  unknown   ///< it was stopped: somebody may have it; it is handed over again the next time
};

/// Hands letters over, each once.
class Post {
public:
  Post() = default;
  Post(const Post&) = delete;
  Post& operator=(const Post&) = delete;
  virtual ~Post() = default;

  /// `key` names the letter, `note` is what the book keeps of it.
  virtual Handing hand_over(const std::string& key, const std::string& note,
                            const std::string& letter) = 0;
};

/// A Maildir. The letter is complete in `new/`, under a name that nobody reads, before the book has
/// it, and gets its name when the book has: so it is delivered exactly once, wherever a run is
/// stopped, and whoever takes letters away meanwhile. What an earlier run left is settled first. A
/// letter that lies in `new/` or `cur/` is not delivered again, whatever the book says: a power cut
/// may have undone the naming that a reader saw, and the book may be a lost one.
class MaildirPost : public Post {
public:
  /// `now` is in seconds since 1970: mailboxes are cleaned, and sorted, by the times of files.
  MaildirPost(Disk& maildir, LetterBook& book, std::int64_t now);
  Handing hand_over(const std::string& key, const std::string& note,
                    const std::string& letter) override;

private:
  void show(const std::string& name);

  Disk& maildir_;
  LetterBook& book_;
  std::int64_t now_;
  std::set<std::string> delivered_;  ///< the keys of letters that readers see
};

/// A program that takes a letter on stdin, such as sendmail. If a run is stopped after the program
/// took the letter and before the book has it, nobody knows whether it was taken: it is handed over
/// again, with the same Message-ID, by which mail systems know that they have it. So a letter comes
/// at least once, and twice only then.
class ProgramPost : public Post {
public:
  using Run = std::function<Handing(const std::string& letter)>;
  ProgramPost(LetterBook& book, Run run) : book_(book), run_(std::move(run)) {}
  Handing hand_over(const std::string& key, const std::string& note,
                    const std::string& letter) override;

private:
  LetterBook& book_;
  Run run_;
};

}  // namespace handbok
