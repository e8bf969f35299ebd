#include "app/undo.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "derive/names.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "io/file.hpp"
#include "io/file_scan.hpp"
#include "io/read_tree.hpp"
#include "io/write_files.hpp"
#include "load/load.hpp"

namespace handbok {
namespace {

/// Hidden, so that no reader of sources sees it, and git neither.
constexpr std::string_view folder_of_records = ".undo/";
constexpr std::string_view published = "published";
constexpr std::string_view first_line = "handbok-undo-v2 ";
constexpr std::string_view none = "-";

std::string record_path(const DocumentId& document) {
  return std::string(folder_of_records).append(document);
}

std::string digest_or_none(const std::string* bytes) {
  return bytes == nullptr ? std::string(none) : sha256_hex(*bytes);
}

/// What an act did to one file.
struct FileBefore {
  std::string path;
  std::optional<std::string> before;  ///< none: there was no file
  std::string after;                  ///< digest; "-": there is no file
  unsigned rights = 0;                ///< of the file before
};

struct UndoRecord {
  Date today;
  std::vector<FileBefore> files;
};

std::string line_of(const FileBefore& file) {
  const auto size = file.before ? std::to_string(file.before->size()) : std::string(none);
  return size + " " + std::to_string(file.rights) + " " + file.after + " " + file.path + "\n" +
         file.before.value_or("") + "\n";
}

std::string take_until(std::string_view& text, char end) {
  const auto at = text.find(end);
  std::string taken(text.substr(0, at));
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return taken;
}

template <typename Number>
bool read_number(const std::string& text, Number& number) {
  const auto* const end = text.data() + text.size();
  return std::from_chars(text.data(), end, number).ptr == end;
}

/// The record that is written in `text`; no value if it is cut off or not ours.
std::optional<UndoRecord> parse(std::string_view text) {
  if (!text.starts_with(first_line)) return std::nullopt;
  text.remove_prefix(first_line.size());
  const auto today = Date::parse(take_until(text, '\n'));
  if (!today) return std::nullopt;
  UndoRecord record{*today, {}};
  while (!text.empty()) {
    const auto size_text = take_until(text, ' ');
    FileBefore file;
    if (!read_number(take_until(text, ' '), file.rights)) return std::nullopt;
    file.after = take_until(text, ' ');
    file.path = take_until(text, '\n');
    std::size_t size = 0;
    if (size_text != none) {
      if (!read_number(size_text, size)) return std::nullopt;
      file.before.emplace(text.substr(0, size));
    }
    if (text.size() <= size) return std::nullopt;
    text.remove_prefix(size + 1);
    record.files.push_back(std::move(file));
  }
  return record;
}

/// True if the last day that stands with the key has come.
bool has_come(std::string_view text, std::string_view key, Date today) {
  constexpr std::size_t day_length = 10;
  const auto begins = std::string("\n").append(key).append(" = ");
  const auto at = text.rfind(begins);
  if (at == std::string_view::npos) return true;
  const auto day = Date::parse(text.substr(at + begins.size(), day_length));
  return !day || *day <= today;
}

/// True of what readers meet once the handbook is published again, and may follow already.
bool is_decision(const FileBefore& file, const std::string& now, Date today) {
  if (file.path.ends_with("/repeal.toml")) return has_come(now, "effective_on", today);
  if (file.path.ends_with("/reviews.toml")) return has_come(now, "on", today);
  return file.path.ends_with(".approval.toml") &&
         now.find("step = \"approved\"") != std::string::npos;
}

std::optional<UndoRecord> read_record(const std::string& folder, const DocumentId& document) {
  if (document.find('/') != std::string::npos) return std::nullopt;
  const auto text = read_file(folder + "/" + record_path(document));
  return text ? parse(*text) : std::nullopt;
}

/// True if this folder was published after the act was recorded.
bool is_published_since(const std::string& folder, const DocumentId& document) {
  const auto shown = stamp_at(folder + "/" + record_path(std::string(published)));
  const auto record = stamp_at(folder + "/" + record_path(document));
  return shown.mode != 0 && record.mode != 0 && record.modified <= shown.modified;
}

}  // namespace

void note_published(const std::string& folder) {
  const auto records = folder + "/" + std::string(folder_of_records);
  if (is_folder(records)) try_writing_files(records, {{std::string(published), "\n"}});
}

std::vector<ChangedFile> with_way_back(const std::string& folder, const FileTree& sources,
                                       const Outcome& outcome, Date today) {
  auto files = outcome.files;
  if (outcome.revision.document.empty() || files.empty()) return files;
  auto record = std::string(first_line) + today.to_string() + "\n";
  for (const auto& file : outcome.files) {
    const auto* const before = sources.find(file.path);
    record += line_of({file.path, before == nullptr ? std::nullopt : std::optional(*before),
                       digest_or_none(file.is_removed ? nullptr : &file.bytes),
                       static_cast<unsigned>(stamp_at(folder + "/" + file.path).mode)});
  }
  files.insert(files.begin(), {{std::string(folder_of_records) + ".gitignore", "*\n"},
                               {record_path(outcome.revision.document), std::move(record)}});
  return files;
}

Outcome undo(const std::string& folder, const FileTree& sources, const UndoRequest& asked) {
  Outcome outcome;
  Diagnostics ignored;
  const Handbook handbook = load(sources, ignored);
  auto request = asked;
  request.document = id_called(handbook.documents, asked.document);
  const auto record = read_record(folder, request.document);
  if (!record) {
    const DayView view(handbook, request.today);
    const bool is_table = request.document.find('-') == std::string::npos;
    if (is_table || require_document({sources, view}, request.document, outcome) != nullptr)
      refuse(outcome, Code::edit_nothing_to_undo, request.document, {request.document});
    return outcome;
  }
  const bool is_unseen = request.is_unpublished || (record->today == request.today &&
                                                    !is_published_since(folder, request.document));
  for (const auto& file : record->files) {
    const auto now = read_file(folder + "/" + file.path);
    if (digest_or_none(now ? &*now : nullptr) != file.after)
      refuse(outcome, Code::edit_changed_since, request.document, {file.path});
    if (!is_unseen && is_decision(file, now.value_or(""), request.today))
      refuse(outcome, Code::edit_perhaps_published, request.document, {record->today.to_string()});
    outcome.files.push_back({file.path, file.before.value_or(""), !file.before, file.rights});
  }
  outcome.revision.document = request.document;
  if (outcome.is_refused()) {
    outcome.files.clear();
  } else {
    outcome.files.push_back({record_path(request.document), {}, true});
  }
  return outcome;
}

}  // namespace handbok
