// What is sent: each letter once, whatever stops the runs that send it.
#include "app/letter_post.hpp"

#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "base/mail_message.hpp"
#include "support/memory_disk.hpp"
#include "support/text_parts.hpp"

namespace handbok::test {
namespace {

Date on_day(const char* text) {
  return *Date::parse(text);
}

constexpr int nights = 60;

/// What whoever reads the Maildir has taken out of it, and how often.
class MailReader {
public:
  void take(MemoryDisk& disk) {
    for (const char* const folder : {"new", "cur"}) {
      for (const auto& name : disk.names_in(folder)) {
        if (name.starts_with('.')) continue;
        ++taken_[name.substr(0, name.find(':'))];
        disk.remove(std::string(folder) + "/" + name);
      }
    }
    disk.sync_all();
  }
  /// Looks at what is new, as programs do that leave letters where they are.
  static void look(MemoryDisk& disk) {
    for (const auto& name : disk.names_in("new"))
      if (!name.starts_with('.')) disk.rename("new/" + name, "cur/" + name + ":2,S");
    if (disk.status("cur")) disk.sync("cur");
  }
  /// Of its own moves a power cut may have left both names.
  static void tidy(MemoryDisk& disk) {
    for (const auto& name : disk.names_in("cur"))
      disk.remove("new/" + name.substr(0, name.find(':')));
    disk.sync_all();
  }
  const std::map<std::string, int>& taken() const { return taken_; }

private:
  std::map<std::string, int> taken_;
};

std::string letter_of(int number) {
  return "letter-" + std::to_string(number);
}

/// One night: two letters more than the night before are due, and those that were not sent.
void run_night(MemoryDisk& disk, int night) {
  LetterBook book(disk, on_day("2026-11-21").plus_days(night));
  book.keep();
  MaildirPost post(disk, book, 1);
  for (int number = 0; number < 2 * (night + 1); ++number) {
    const auto key = letter_of(number);
    if (!book.was_sent(key)) post.hand_over(key, "note\n", "the letter\n");
  }
}

}  // namespace

TEST_CASE("each letter comes once in sixty nights, wherever they are stopped", "[letters][crash]") {
  const bool cuts_power = GENERATE(false, true);
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp)
  const auto below = [&](int bound) {
    return static_cast<int>(random() % static_cast<unsigned>(bound));
  };
  MemoryDisk disk;
  MailReader reader;
  for (int night = 0; night < nights; ++night) {
    for (int kills = below(4); kills > 0; --kills) {
      disk.stop_at(disk.calls() + below(40));
      try {
        run_night(disk, night);
      } catch (const DiskStopped&) {  // NOLINT(bugprone-empty-catch)
      }
      disk.restart();
      const bool looks = below(2) == 0;
      if (looks) MailReader::look(disk);
      if (cuts_power) disk.cut_power();
      MailReader::tidy(disk);
      // Who carries off what was seen in the instant before a power cut may get it again.
      if (!looks && below(2) == 0) reader.take(disk);
    }
    run_night(disk, night);
    if (below(2) == 0) reader.take(disk);
  }
  reader.take(disk);
  CHECK(disk.names_in("new").empty());
  CHECK(reader.taken().size() == 2 * nights);
  for (const auto& [name, times] : reader.taken()) {
    INFO(name);
    CHECK(times == 1);
  }
  CHECK(disk.read("since") == "2026-11-21\n");
}

TEST_CASE(
    "a letter that lies in the mailbox is not written again by a run that has lost its memory",
    "[letters][crash]") {
  MemoryDisk disk;
  run_night(disk, 0);
  MailReader::look(disk);
  run_night(disk, 1);
  disk.remove_tree("sent");
  run_night(disk, 2);
  CHECK(disk.names_in("cur").size() == 2);
  CHECK(disk.names_in("new").size() == 4);
  CHECK(disk.names_in("sent").size() == 6);
}

TEST_CASE("a program may get a letter twice only if a run was stopped in between",
          "[letters][crash]") {
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp)
  MemoryDisk disk;
  std::map<std::string, int> accepted;
  int stops = 0;
  for (int night = 0; night < nights; ++night) {
    for (const bool is_stopped : {true, false}) {
      if (is_stopped) disk.stop_at(disk.calls() + static_cast<int>(random() % 40U));
      try {
        LetterBook book(disk, on_day("2026-11-21"));
        book.keep();
        ProgramPost post(book, [&](const std::string& letter) {
          if (letter == letter_of(5) && night < 3) return Handing::refused;
          ++accepted[letter];
          return Handing::done;
        });
        for (int number = 0; number < 2 * (night + 1); ++number) {
          const auto key = letter_of(number);
          if (!book.was_sent(key)) post.hand_over(key, "note\n", key);
        }
      } catch (const DiskStopped&) {
        ++stops;
      }
      disk.restart();
    }
  }
  CHECK(accepted.size() == 2 * nights);
  int more_than_once = 0;
  for (const auto& [letter, times] : accepted)
    more_than_once += times - 1;
  CHECK(more_than_once > 0);
  CHECK(more_than_once <= stops);
}

TEST_CASE("what remembers letters holds no address", "[letters][people]") {
  MemoryDisk disk;
  LetterBook book(disk, on_day("2026-11-21"));
  book.keep();
  ProgramPost post(book, [](const std::string&) { return Handing::done; });
  MailMessage mail;
  mail.id = "4f1a@von.handbok";
  mail.from = {"Handboken", "handboken@ekhamra.example"};
  mail.to = {{"", "sas@ekhamra.example"}};
  mail.on = on_day("2026-11-30");
  post.hand_over("key", "2026-11-21 waits INS-003@1-scrutiny-0 KCH\n", write_mail(mail));
  for (const auto& path : disk.all_files())
    CHECK_FALSE(has(disk.read(path), "@ekhamra"));
}

}  // namespace handbok::test
