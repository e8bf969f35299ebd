#include "app/intake.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/authoring.hpp"
#include "app/handed_in.hpp"
#include "app/intake_letter.hpp"
#include "app/undo.hpp"
#include "app/word_text.hpp"
#include "app/workspace.hpp"
#include "base/limits.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "io/lock.hpp"
#include "io/read_tree.hpp"
#include "io/shared_folder.hpp"
#include "io/write_files.hpp"
#include "word/office_file.hpp"

namespace handbok {
namespace {

constexpr std::string_view letter_start = "SVAR-";
constexpr std::string_view word_ending = ".docx";
/// What was answered, for when somebody has tidied a letter away. Hidden, so it is no text itself.
constexpr std::string_view answers_file = "/.handbok-svar";

/// Other texts, whose answers are called after them as they are.
constexpr auto other_texts = std::to_array<std::string_view>(
    {".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf", ".pdf", ".pages"});

/// What machines leave in folders, and what a browser or a mail program has not finished.
constexpr auto of_machines = std::to_array<std::string_view>(
    {"thumbs.db", "desktop.ini", ".tmp", ".part", ".partial", ".crdownload"});

/// Who saves or copies a file changes it now and then until all of it is there.
constexpr std::int64_t seconds_until_still = 10;
/// What has no end is most likely on its way, over a slow line.
constexpr std::int64_t seconds_until_damaged = 600;
/// A clock that is so much ahead says nothing of when a file was changed.
constexpr std::int64_t seconds_of_skew_max = 3600;

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

template <std::size_t count>
bool ends_with_one_of(const std::array<std::string_view, count>& endings, std::string_view name) {
  const auto lower = to_lower(name);
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool is_text(std::string_view name) {
  return can_be_handed_in(name) || ends_with_one_of(other_texts, name);
}

/// True for what is to be answered: whatever somebody has left there. Letters are not, nor the
/// files by which Word locks others.
bool is_handed_in(std::string_view path) {
  const auto name = file_name(path);
  const bool is_letter = name.starts_with(letter_start) && name.ends_with(".txt");
  return !is_letter && !name.starts_with("~$") && !name.starts_with(".") &&
         !ends_with_one_of(of_machines, name);
}

bool is_in_brackets(std::string_view name) {
  return name.starts_with('(') && name.ends_with(')');
}

/// A name that is not too long for a file, also with something before and after it.
std::string shortened(const std::string& name) {
  constexpr std::size_t bytes_max = 200;
  constexpr std::size_t digits = 8;
  if (name.size() <= bytes_max) return name;
  auto end = bytes_max - digits;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
    --end;
  return name.substr(0, end).append("-").append(sha256_hex(name).substr(0, digits));
}

/// Where the answer to a file lies: beside it, and called like it. No two files have one answer:
/// "a.docx" has SVAR-a.txt, "a.md" and "a.md.docx" keep their endings, and what is no text is put
/// in brackets: SVAR-(a.zip).txt.
std::string letter_path(const std::string& path) {
  const auto name_start = path.rfind('/') + 1;
  auto name = path.substr(name_start);
  if (name.ends_with(word_ending)) {
    const auto stem = name.substr(0, name.size() - word_ending.size());
    if (!is_text(stem) && !is_in_brackets(stem)) name = stem;
  } else if (!is_text(name)) {
    name = "(" + name + ")";
  }
  return path.substr(0, name_start).append(letter_start).append(shortened(name)).append(".txt");
}

bool is_being_written(const SharedFile& file) {
  return file.seconds_still < seconds_until_still && file.seconds_still > -seconds_of_skew_max;
}

bool is_on_its_way(const SharedFile& file, const std::string& bytes) {
  return word::is_cut_short(bytes) && file.seconds_still < seconds_until_damaged &&
         file.seconds_still > -seconds_of_skew_max;
}

std::string name_of(const RevisionKey& revision) {
  return std::string(revision.document).append("@").append(std::to_string(revision.number));
}

class Intake {
public:
  Intake(const IntakeRequest& request, FileTree sources, const Isolate& isolate,
         const std::function<void(const IntakeAnswer&)>& tell)
      : request_(request),
        folder_(list_shared_folder(request.folder)),
        sources_(std::move(sources)),
        isolate_(isolate),
        tell_(tell) {
    const auto text =
        read_named_file(request.folder + std::string(answers_file)).value_or(std::string());
    for (const auto line : split(text, '\n')) {
      const auto at = line.find('\t');
      if (at != std::string_view::npos)
        answered_[std::string(line.substr(at + 1))] = read_letter(line.substr(0, at));
    }
  }

  void answer_all() {
    for (const auto& place : folder_.unread)
      fail(place.path, place.reason);
    for (const auto& file : folder_.files) {
      if (is_handed_in(file.path)) answer(file);
    }
  }

private:
  void fail(const std::string& file, const std::string& reason) {
    IntakeAnswer answer;
    answer.file = file;
    answer.fate = IntakeFate::failed;
    answer.reason = reason;
    tell_(answer);
  }

  void wait_for(const SharedFile& file) {
    IntakeAnswer answer;
    answer.file = file.path;
    tell_(answer);
  }

  void answer(const SharedFile& file) {
    if (is_being_written(file)) return wait_for(file);
    const auto letter = earlier_letter(file);
    if (!letter) return;
    const auto earlier = letter->empty() ? remembered(file.path) : read_letter(*letter);
    const auto name = file_name(file.path);
    if (file.kind == SharedKind::special)
      return answer_unread(file, *letter, earlier, remark(Code::file_not_regular, name, {name}));
    const auto closed = remark(Code::file_unreadable, name, {});
    if (file.kind == SharedKind::closed) return answer_unread(file, *letter, earlier, closed);
    if (file.size > limits::attachment_bytes) {
      const auto most = megabytes(limits::attachment_bytes);
      return answer_unread(file, *letter, earlier,
                           remark(Code::word_too_large, name, {name, megabytes(file.size), most}));
    }
    const auto bytes = read_shared_file(request_.folder, file, limits::attachment_bytes);
    if (!bytes && bytes.error().is_closed) return answer_unread(file, *letter, earlier, closed);
    if (!bytes) return tell_unread(file, bytes.error());
    if (is_on_its_way(file, *bytes)) return wait_for(file);
    const auto digest = sha256_hex(*bytes);
    if (earlier.digest == digest) return;
    auto text = read_handed_file({file_name(file.path), *bytes}, sources_, request_.changes);
    go_on_with(earlier, text.request);
    const Authoring authoring(sources_, request_.day, isolate_);
    const auto outcome = file_handed_text(authoring, text);
    if (const auto* const fault = fault_of_machine(outcome)) {
      return fail(file.path, what_text(*fault, request_.language));
    }
    settle(file, outcome, with_digest(earlier, digest), *letter);
  }

  LetterRecord remembered(const std::string& path) const {
    const auto found = answered_.find(path);
    return found == answered_.end() ? LetterRecord() : found->second;
  }

  FileToWrite answers() const {
    std::string text;
    for (const auto& [path, record] : answered_)
      text.append(record_text(record)).append("\t").append(path).append("\n");
    return {request_.folder + std::string(answers_file), text};
  }

  /// What lies where the file's letter belongs; empty if nothing does, no value if it cannot be
  /// read, which is told.
  std::optional<std::string> earlier_letter(const SharedFile& file) {
    const auto path = letter_path(file.path);
    const auto found = std::ranges::lower_bound(folder_.files, path, {}, &SharedFile::path);
    const bool is_there = found != folder_.files.end() && found->path == path;
    if (!is_there || found->kind != SharedKind::ordinary) return std::string();
    auto bytes = read_shared_file(request_.folder, *found, limits::attachment_bytes);
    if (bytes) return *std::move(bytes);
    tell_unread(*found, bytes.error());
    return std::nullopt;
  }

  void tell_unread(const SharedFile& file, const SharedFault& fault) {
    if (fault.is_in_use) return wait_for(file);
    fail(file.path, fault.reason);
  }

  /// What the owner of the file can do nothing about.
  static const Diagnostic* fault_of_machine(const Outcome& outcome) {
    const auto found = std::ranges::find_if(outcome.refusals, [](const Diagnostic& one) {
      return one.code == Code::word_reader_missing || one.code == Code::word_reader_stopped;
    });
    return found == outcome.refusals.end() ? nullptr : &*found;
  }

  static LetterRecord with_digest(LetterRecord record, const std::string& digest) {
    record.digest = digest;
    return record;
  }

  /// A file that was a draft's source before, and was mended, is that draft's source still.
  void go_on_with(const LetterRecord& earlier, FiledText& request) const {
    if (earlier.revision.empty()) return;
    request.replaces = earlier.draft;
    const bool names_document = std::ranges::any_of(request.card, [](const auto& entry) {
      return entry.first == CardRow::id && !says_nothing(entry.second) && !says_new(entry.second);
    });
    if (names_document) return;
    const auto at = earlier.revision.find('@');
    word::Card card;
    card.values.emplace_back(CardRow::id, earlier.revision.substr(0, at));
    card.values.emplace_back(CardRow::revision, earlier.revision.substr(at + 1));
    if (base_path(sources_, card).empty()) return;  // somebody took the draft away: begin anew
    std::erase_if(request.card, [](const auto& entry) {
      return entry.first == CardRow::id || entry.first == CardRow::revision;
    });
    std::ranges::move(card.values, std::back_inserter(request.card));
  }

  /// Its bytes are not known: it is answered once for the reason and its size.
  void answer_unread(const SharedFile& file, const std::string& letter, const LetterRecord& earlier,
                     const Diagnostic& why) {
    const auto kind = why.code == Code::word_too_large ? "" : std::string(info_of(why.code).name);
    const auto digest = sha256_hex(kind + "size " + std::to_string(file.size));
    if (earlier.digest == digest) return;
    Outcome outcome;
    outcome.refusals.push_back(why);
    settle(file, outcome, with_digest(earlier, digest), letter);
  }

  /// Writes the draft, if there is one, and the letter.
  void settle(const SharedFile& file, const Outcome& outcome, LetterRecord record,
              const std::string& earlier) {
    IntakeAnswer answer{file.path, IntakeFate::returned, letter_path(file.path), {}, {}};
    auto sources = sources_;
    std::vector<FileToWrite> to_write;
    if (!outcome.is_refused()) {
      if (!are_as_read(outcome.files)) return wait_for(file);
      for (const auto& draft : with_way_back(request_.source, sources_, outcome, current_day()))
        to_write.push_back(
            {std::string(request_.source).append("/").append(draft.path), draft.bytes});
      sources = with_changes(std::move(sources), outcome.files);
      answer.fate = IntakeFate::filed;
      answer.revision = outcome.revision;
      record.revision = name_of(outcome.revision);
      const auto manifest = manifest_of(sources, record.revision);
      record.draft = manifest ? manifest->digest + outcome.trace : std::string();
    }
    const auto letter =
        write_letter({file_name(file.path), request_.day, outcome, record}, request_.language);
    to_write.push_back({std::string(request_.folder).append("/").append(answer.letter),
                        with_earlier(letter, earlier, request_.language)});
    if (!request_.dry_run) {
      answered_[file.path] = record;
      to_write.push_back(answers());
      if (const auto fault = try_writing_files({}, to_write)) return fail(file.path, *fault);
    }
    sources_ = std::move(sources);
    tell_(answer);
  }

  /// True unless somebody wrote to one of the sources since they were read.
  bool are_as_read(const std::vector<ChangedFile>& files) const {
    if (request_.dry_run) return true;  // drafts of files before this one are not on disk
    return std::ranges::all_of(files, [&](const ChangedFile& file) {
      const auto now = read_named_file(std::string(request_.source).append("/").append(file.path));
      const auto* const before = sources_.find(file.path);
      return before == nullptr ? !now : now == *before;
    });
  }

  const IntakeRequest& request_;
  SharedFolder folder_;
  FileTree sources_;
  const Isolate& isolate_;
  const std::function<void(const IntakeAnswer&)>& tell_;
  std::map<std::string, LetterRecord> answered_;  ///< by the file's path
};

}  // namespace

std::optional<IntakeProblem> take_in(const IntakeRequest& request, const Isolate& isolate,
                                     const std::function<void(const IntakeAnswer&)>& tell) {
  if (!is_folder(request.folder) || !is_folder(request.source)) return IntakeProblem::missing;
  if (lies_in(request.folder, request.source) || lies_in(request.source, request.folder))
    return IntakeProblem::nested;
  const FolderLock texts(request.folder);
  const FolderLock drafts(request.source);
  if (!texts.is_held() || !drafts.is_held()) return IntakeProblem::busy;
  auto sources = read_sources(request.source);
  if (!sources) return IntakeProblem::missing;
  Intake(request, *std::move(sources), isolate, tell).answer_all();
  return std::nullopt;
}

}  // namespace handbok
