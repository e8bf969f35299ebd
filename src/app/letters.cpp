#include "app/letters.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "app/letter_words.hpp"
#include "app/word_export.hpp"
#include "base/sha256.hpp"
#include "diag/phrase.hpp"
#include "io/clock.hpp"
#include "io/lock.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/run_program.hpp"

namespace handbok {
namespace {

/// A name of what is told that tells nothing of it, the same in every run.
std::string key_of(const std::string& told, const LetterBook& book) {
  constexpr std::size_t digits = 32;
  return sha256_hex(book.name() + "\n" + told).substr(0, digits);
}

LetterFate fate_of(Handing handing, bool was_begun) {
  switch (handing) {
    case Handing::done: return was_begun ? LetterFate::sent_again : LetterFate::sent;
    case Handing::refused: return LetterFate::refused;
    case Handing::unknown: return LetterFate::unknown;
  }
  return LetterFate::unknown;
}

/// "RUT-001 Rutin för nycklar.docx", in a way that every system can save.
std::string file_name_of(const Revision& revision) {
  auto name = revision.document + " " + revision.title + ".docx";
  for (auto& c : name)
    if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '-';
  return name;
}

class LetterWriting {
public:
  LetterWriting(const LetterJob& job, LetterBook& book, Post* post)
      : job_(job),
        handbook_(job.view.handbook()),
        book_(book),
        told_(book.told()),
        post_(post),
        place_{job.people.site, language_named(handbook_.settings.language)} {}

  void write_all(const std::function<void(const LetterAnswer&)>& tell) {
    auto events = job_.is_whole ? undone_events(job_.view, told_) : std::vector<LetterEvent>();
    std::ranges::move(letter_events(job_.view, book_.since()), std::back_inserter(events));
    for (const auto& event : events) {
      for (const auto& share : shares_of(job_.people, event, job_.view))
        if (const auto answer = write(share)) tell(*answer);
    }
  }

private:
  /// No value if a letter about it was sent.
  std::optional<LetterAnswer> write(const LetterShare& share) {
    const auto& event = share.event;
    auto what = event.says.empty() ? event.id : event.id + "\n" + event.says;
    if (!share.part.empty()) what += "\n" + share.part;
    // What was told as undone and is done again is told again.
    const int undone = times_undone(told_, event.id);
    if (undone > 0) what += "\n" + std::to_string(undone);
    const auto key = key_of(what, book_);
    // The first letters were remembered without what they say, and went to all parts.
    const bool was_first = undone == 0 && book_.was_sent(key_of(event.id, book_));
    if (was_first || book_.was_sent(key)) return std::nullopt;
    auto text = letter_text(event, job_.view, place_);
    LetterAnswer answer{event.kind, event.to, text.subject, LetterFate::sent};
    if (share.people.empty()) {
      answer.fate = LetterFate::nobody;
    } else if (post_ != nullptr) {
      answer.fate = hand_over(key, event, std::move(text), share.people);
    }
    return answer;
  }

  LetterFate hand_over(const std::string& key, const LetterEvent& event, LetterText text,
                       const std::vector<MailAddress>& people) {
    MailMessage message{.id = key + "@" + book_.name() + ".handbok",
                        .from = job_.people.from,
                        .reply_to = handbook_.settings.contact,
                        .to = people,
                        .subject = std::move(text.subject),
                        .on = job_.view.day(),
                        .text = std::move(text.text),
                        .html = std::move(text.html),
                        .files = {}};
    if (message.from.name.empty()) message.from.name = handbook_.settings.short_title;
    if (const auto* const revision = revision_with(event); revision != nullptr) {
      const auto* const bytes =
          word_file(revision->document + "@" + std::to_string(revision->number));
      if (bytes == nullptr) return LetterFate::unwritten;
      message.files.push_back(
          {file_name_of(*revision),
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document", *bytes});
    }
    const bool was_begun = book_.was_begun(key);
    const auto note = job_.view.day().to_string() + " " + event.id + "\n";
    return fate_of(post_->hand_over(key, note, write_mail(message)), was_begun);
  }

  /// The revision as a Word document, made once for all who get it; nullptr if it cannot be.
  const std::string* word_file(const std::string& reference) {
    auto found = files_.find(reference);
    if (found == files_.end()) {
      auto made = export_word(job_.sources, reference, job_.style, job_.isolate);
      found = files_.emplace(reference, made ? std::optional(std::move(made->bytes)) : std::nullopt)
                  .first;
    }
    return found->second ? &*found->second : nullptr;
  }

  const LetterJob& job_;
  const Handbook& handbook_;
  LetterBook& book_;
  ToldLetters told_;
  Post* post_;
  LetterPlace place_;
  std::map<std::string, std::optional<std::string>> files_;
};

/// Addresses are taken from the letter's head (-t), so that no list of processes shows them; a dot
/// alone on a line ends nothing (-i).
Handing run_sendmail(const std::string& program, const std::string& letter) {
  constexpr int sending_seconds_max = 60;
  ProgramRun run;
  run.program = program;
  run.arguments = {"-i", "-t"};
  run.input = letter;
  run.seconds_max = sending_seconds_max;
  const auto result = run_program(run);
  if (result.end != ProgramEnd::exited || result.was_stopped) return Handing::unknown;
  return result.status == 0 ? Handing::done : Handing::refused;
}

/// Writes all, and says when that was, if each that somebody is to get was handed over.
void write_and_note(const LetterJob& job, LetterBook& book, Post& post,
                    const std::function<void(const LetterAnswer&)>& tell) {
  bool are_all_sent = true;
  write_letters(job, book, &post, [&](const LetterAnswer& answer) {
    const bool is_sent = answer.fate == LetterFate::sent || answer.fate == LetterFate::sent_again;
    are_all_sent = are_all_sent && (is_sent || answer.fate == LetterFate::nobody);
    tell(answer);
  });
  if (are_all_sent) book.note_all_sent(unix_seconds_now());
}

}  // namespace

void write_letters(const LetterJob& job, LetterBook& book, Post* post,
                   const std::function<void(const LetterAnswer&)>& tell) {
  LetterWriting(job, book, post).write_all(tell);
}

LettersEnd send_letters(const LetterWay& way, const LetterJob& job,
                        const std::function<void(const LetterAnswer&)>& tell) {
  const bool is_to_program = !way.sendmail.empty();
  if (is_to_program && !is_program(way.sendmail)) return {LettersProblem::no_program};
  if (!is_to_program && !way.dry_run && !is_folder(way.maildir)) return {LettersProblem::missing};
  make_folders(way.state);
  const FolderLock lock(way.state);
  if (!lock.is_held()) return {LettersProblem::busy};
  RealDisk state(way.state, FilesFor::owner);
  LetterBook book(state, job.view.day(), job.view.handbook().settings.principal);
  const LettersEnd well{LettersProblem::none, book.not_come()};
  if (way.dry_run) {
    write_letters(job, book, nullptr, tell);
    return well;
  }
  book.keep();
  if (is_to_program) {
    ProgramPost post(book,
                     [&](const std::string& letter) { return run_sendmail(way.sendmail, letter); });
    write_and_note(job, book, post, tell);
    return well;
  }
  RealDisk maildir(way.maildir, FilesFor::owner);
  MaildirPost post(maildir, book, unix_seconds_now());
  write_and_note(job, book, post, tell);
  return well;
}

}  // namespace handbok
