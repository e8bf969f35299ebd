#include "app/intake.hpp"

#include <algorithm>
#include <array>

#include "app/authoring.hpp"
#include "app/digest.hpp"
#include "app/handed_in.hpp"
#include "app/intake_letter.hpp"
#include "app/workspace.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "edit/guards.hpp"

namespace handbok {
namespace {

constexpr std::string_view letter_start = "SVAR-";

/// Texts that somebody may well mean to hand in, but in a form that is not taken in.
constexpr auto other_texts = std::to_array<std::string_view>(
    {".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf", ".pdf", ".pages"});

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

/// True for what is to be answered: no letters, and not the files by which Word locks others.
bool is_handed_in(std::string_view path) {
  const auto name = file_name(path);
  if (name.starts_with(letter_start) || name.starts_with("~$")) return false;
  const auto lower = to_lower(name);
  return can_be_handed_in(name) || std::ranges::any_of(other_texts, [&](std::string_view ending) {
           return lower.ends_with(ending);
         });
}

/// Where the answer to a file lies: beside it, and called like it. Two files that differ only in
/// their kind have two answers.
std::string letter_path(const std::string& path) {
  const auto name_start = path.rfind('/') + 1;
  auto name = path.substr(name_start);
  if (to_lower(name).ends_with(".docx")) name.resize(name.rfind('.'));
  return path.substr(0, name_start).append(letter_start).append(name).append(".txt");
}

class Intake {
public:
  Intake(const IntakeRequest& request, FileTree folder, FileTree sources, const Isolate& isolate)
      : request_(request),
        folder_(std::move(folder)),
        sources_(std::move(sources)),
        isolate_(isolate) {}

  std::vector<IntakeAnswer> answer_all() {
    for (const auto& [path, bytes] : folder_.files()) {
      if (is_handed_in(path)) answer(path, bytes);
    }
    for (const auto& unread : folder_.unread()) {
      const bool is_text = unread.reason == UnreadReason::too_large && is_handed_in(unread.path);
      if (is_text) answer_too_large(unread);
    }
    return std::move(answers_);
  }

private:
  LetterRecord earlier_answer(const std::string& path) const {
    const auto* const letter = folder_.find(letter_path(path));
    return letter == nullptr ? LetterRecord{} : read_letter(*letter);
  }

  void answer(const std::string& path, const std::string& bytes) {
    const auto digest = sha256_hex(bytes);
    const auto earlier = earlier_answer(path);
    if (earlier.digest == digest) return;
    auto text = read_handed_file({file_name(path), bytes}, sources_, request_.changes);
    go_on_with(earlier, text.request);
    const Authoring authoring(sources_, request_.day, isolate_);
    const auto outcome = file_handed_text(authoring, text);
    std::string draft;
    if (!outcome.is_refused()) {
      sources_ = with_changes(std::move(sources_), outcome.files);
      if (!request_.dry_run) write_changes(request_.source, outcome.files);
      const auto& [document, number] = outcome.revision;
      const auto manifest = manifest_of(sources_, document + "@" + std::to_string(number));
      if (manifest) draft = manifest->digest;
    }
    write_answer(path, {file_name(path), digest, request_.day, outcome, draft});
  }

  /// A file that was a draft's source before, and was mended, is that draft's source still.
  static void go_on_with(const LetterRecord& earlier, FiledText& request) {
    if (earlier.revision.empty()) return;
    request.replaces = earlier.draft;
    const bool names_document = std::ranges::any_of(request.card, [](const auto& entry) {
      return entry.first == CardRow::id && !trim(entry.second).empty();
    });
    if (names_document) return;
    const auto at = earlier.revision.find('@');
    request.card.emplace_back(CardRow::id, earlier.revision.substr(0, at));
    request.card.emplace_back(CardRow::revision, earlier.revision.substr(at + 1));
  }

  void answer_too_large(const UnreadFile& unread) {
    constexpr std::size_t megabyte = std::size_t{1024} * 1024;
    const auto size = std::to_string(unread.size);
    const auto digest = sha256_hex("size " + size);  // its bytes were not read
    if (earlier_answer(unread.path).digest == digest) return;
    Outcome outcome;
    const auto name = file_name(unread.path);
    refuse(outcome, Code::word_too_large, name,
           {name, std::to_string(unread.size / megabyte), std::to_string(unread.limit / megabyte)});
    write_answer(unread.path, {name, digest, request_.day, outcome, {}});
  }

  void write_answer(const std::string& path, const LetterFacts& facts) {
    IntakeAnswer answer{path, letter_path(path), {}};
    if (!facts.outcome.is_refused()) answer.revision = facts.outcome.revision;
    const auto* const earlier = folder_.find(answer.letter);
    const auto letter = write_letter(facts, request_.language);
    if (!request_.dry_run) {
      write_result(request_.folder + "/" + answer.letter,
                   with_earlier(letter, earlier == nullptr ? std::string_view{} : *earlier,
                                request_.language));
    }
    answers_.push_back(std::move(answer));
  }

  const IntakeRequest& request_;
  FileTree folder_;
  FileTree sources_;
  const Isolate& isolate_;
  std::vector<IntakeAnswer> answers_;
};

}  // namespace

std::optional<std::vector<IntakeAnswer>> take_in(const IntakeRequest& request,
                                                 const Isolate& isolate) {
  auto folder = read_sources(request.folder);
  auto sources = read_sources(request.source);
  if (!folder || !sources) return std::nullopt;
  return Intake(request, *std::move(folder), *std::move(sources), isolate).answer_all();
}

}  // namespace handbok
