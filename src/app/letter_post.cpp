#include "app/letter_post.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/strings.hpp"

namespace handbok {
namespace {

const std::string first_day = "since";
const std::string begun = "begun";
const std::string sent = "sent";
const std::string arrived = "new";
const std::string seen = "cur";
constexpr std::string_view ending = ".handbok";

/// Whoever reads a Maildir passes over names that begin so.
std::string hidden(const std::string& name) {
  return "." + name;
}

std::string path_in(const std::string& folder, const std::string& name) {
  return folder + "/" + name;
}

void make_folders_in(Disk& disk, const std::vector<std::string>& names) {
  for (const auto& name : names)
    disk.make_folder(name);
  disk.sync({});
}

/// Writes a file that is whole once its name is there.
void write_whole(Disk& disk, const std::string& folder, const std::string& name,
                 const std::string& bytes) {
  const auto path = folder.empty() ? name : path_in(folder, name);
  const auto half = path + ".half";
  disk.remove(half);
  disk.write_new(half, bytes, 0);
  disk.sync(half);
  disk.rename(half, path);
  disk.sync(folder);
}

}  // namespace

LetterBook::LetterBook(Disk& disk, Date today, std::string name)
    : disk_(disk),
      since_(today),
      name_(std::move(name)) {
  constexpr std::size_t day_length = 10;
  if (disk_.status(first_day)) {
    const auto text = disk_.read(first_day);
    const auto day = Date::parse(text.substr(0, day_length));
    if (day && today < *day) {
      not_come_ = *day;
    } else if (day) {
      since_ = *day;
    }
    const auto kept = trim(std::string_view(text).substr(std::min(text.size(), day_length)));
    is_name_kept_ = !kept.empty();
    if (is_name_kept_) name_ = kept;
  }
  for (auto& key : disk_.names_in(sent))
    sent_.insert(std::move(key));
  for (auto& key : disk_.names_in(begun))
    begun_.insert(std::move(key));
}

void LetterBook::keep() {
  make_folders_in(disk_, {begun, sent});
  const auto status = disk_.status(first_day);
  if (status && (is_name_kept_ || name_.empty())) return;
  const auto day = not_come_.value_or(since_).to_string() + "\n";
  write_whole(disk_, {}, first_day, name_.empty() ? day : day + name_ + "\n");
  if (status) disk_.set_modified(first_day, status->modified);
}

ToldLetters LetterBook::told() const {
  ToldLetters told;
  for (const auto& key : sent_) {
    const auto note = disk_.read(path_in(sent, key));
    const auto words = note.find(' ');
    if (words != std::string::npos) ++told[std::string(trim(note.substr(words + 1)))];
  }
  return told;
}

std::optional<std::int64_t> LetterBook::all_sent() const {
  const auto status = disk_.status(first_day);
  return status && status->modified > 0 ? std::optional(status->modified) : std::nullopt;
}

void LetterBook::begin(const std::string& key, const std::string& note) {
  disk_.remove(path_in(begun, key));
  write_whole(disk_, begun, key, note);
  begun_.insert(key);
}

void LetterBook::finish(const std::string& key) {
  disk_.rename(path_in(begun, key), path_in(sent, key));
  disk_.sync(sent);
  disk_.sync(begun);
  begun_.erase(key);
  sent_.insert(key);
}

void LetterBook::give_up(const std::string& key) {
  disk_.remove(path_in(begun, key));
  begun_.erase(key);
}

MaildirPost::MaildirPost(Disk& maildir, LetterBook& book, std::int64_t now)
    : maildir_(maildir),
      book_(book),
      now_(now) {
  make_folders_in(maildir_, {"tmp", arrived, seen});
  for (const auto& folder : {arrived, seen}) {
    for (const auto& name : maildir_.names_in(folder))  // a reader adds marks: "KEY.handbok:2,S"
      if (!name.starts_with('.')) delivered_.insert(name.substr(0, name.find(ending)));
  }
  for (const auto& name : maildir_.names_in(arrived)) {
    if (!name.starts_with('.') || !name.ends_with(ending)) continue;
    const auto shown = name.substr(1);
    const auto key = shown.substr(0, shown.size() - ending.size());
    if (book_.was_sent(key) && !delivered_.contains(key)) {
      show(shown);
    } else {
      maildir_.remove(path_in(arrived, name));
    }
  }
}

/// In one folder, so that no power cut can leave both names.
void MaildirPost::show(const std::string& name) {
  maildir_.rename(path_in(arrived, hidden(name)), path_in(arrived, name));
  maildir_.sync(arrived);
}

Handing MaildirPost::hand_over(const std::string& key, const std::string& note,
                               const std::string& letter) {
  const auto name = key + std::string(ending);
  const bool is_there = delivered_.contains(key);
  const auto path = path_in(arrived, hidden(name));
  if (!is_there) {
    maildir_.write_new(path, letter, now_);
    maildir_.sync(path);
    maildir_.sync(arrived);
  }
  book_.begin(key, note);
  book_.finish(key);
  if (!is_there) show(name);
  return Handing::done;
}

Handing ProgramPost::hand_over(const std::string& key, const std::string& note,
                               const std::string& letter) {
  book_.begin(key, note);
  const auto handing = run_(letter);
  if (handing == Handing::done) book_.finish(key);
  if (handing == Handing::refused) book_.give_up(key);
  return handing;
}

}  // namespace handbok
