#include "app/authoring.hpp"

#include <algorithm>
#include <cerrno>
#include <set>
#include <tuple>

#include "app/read_handbook.hpp"
#include "base/limits.hpp"
#include "base/ssh_format.hpp"
#include "derive/names.hpp"
#include "diag/code_names.hpp"
#include "diag/stops.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "io/file.hpp"
#include "io/lock.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/ssh_keygen.hpp"
#include "io/write_files.hpp"
#include "load/document_folder.hpp"
#include "load/load.hpp"
#include "model/approval_digest.hpp"
#include "model/references.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"

namespace handbok {
namespace {

/// What a diagnostic says, wherever it now stands: an act moves lines.
auto identity(const Diagnostic& diagnostic) {
  return std::tuple(diagnostic.code, diagnostic.location.path, diagnostic.subject, diagnostic.what,
                    diagnostic.severity);
}

/// The diagnostics of `after` that were not in `before`.
std::vector<Diagnostic> new_in(const std::vector<Diagnostic>& after,
                               const std::vector<Diagnostic>& before) {
  using Identity = decltype(identity(before.front()));
  std::multiset<Identity> known;
  for (const auto& diagnostic : before)
    known.insert(identity(diagnostic));
  std::vector<Diagnostic> found;
  for (const auto& diagnostic : after) {
    const auto it = known.find(identity(diagnostic));
    if (it == known.end()) {
      found.push_back(diagnostic);
    } else {
      known.erase(it);
    }
  }
  return found;
}

bool is_changed_table(const Outcome& outcome, const std::string& path) {
  return path.ends_with(".toml") &&
         std::ranges::find(outcome.files, path, &ChangedFile::path) != outcome.files.end();
}

/// True if a file that the act changed can no longer be read.
bool is_layout_fault(const Outcome& outcome, const Diagnostic& diagnostic) {
  const auto name = info_of(diagnostic.code).name;
  return name.starts_with("toml.") && is_changed_table(outcome, diagnostic.location.path);
}

/// Faults that no act may cause. Personal data is not to be written down even in a draft, where
/// errors are only warnings, and nobody is to sign a review in vain.
bool is_forbidden(const Diagnostic& diagnostic) {
  const auto& info = info_of(diagnostic.code);
  const bool is_bad_signature =
      info.severity == Severity::error && info.name.starts_with("signature.");
  return diagnostic.severity == Severity::error || is_bad_signature ||
         diagnostic.code == Code::privacy_identity_number;
}

/// Takes the files back, and says why. What stands in the way is told first.
void refuse_for(Outcome& outcome, const std::vector<Diagnostic>& faults, Code code) {
  const auto& [document, number] = outcome.revision;
  outcome.refusals = faults;
  outcome.files.clear();
  if (code == Code::edit_incomplete) {
    refuse(outcome, code, document, {document, std::to_string(number)}, {document});
  } else {
    refuse(outcome, code, document, {});
  }
}

std::vector<Diagnostic> about(const RevisionKey& revision,
                              const std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.revision == revision) found.push_back(diagnostic);
  }
  return found;
}

template <typename Predicate>
std::vector<Diagnostic> those(std::vector<Diagnostic> diagnostics, Predicate is_wanted) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) { return !is_wanted(diagnostic); });
  return diagnostics;
}

/// What the act causes is seen on the day on which it takes effect.
Date effect_day(const EditRequest& request, Date day) {
  const auto* const repeal = std::get_if<RepealRequest>(&request);
  return repeal != nullptr && repeal->effective_on ? *repeal->effective_on : day;
}

/// The file that the command could not add to, as it would have been.
std::string faulty_file(const Outcome& outcome, const std::vector<Diagnostic>& caused) {
  for (const auto& diagnostic : caused) {
    if (is_layout_fault(outcome, diagnostic)) return diagnostic.location.path;
  }
  return {};
}

void judge(Outcome& outcome, const EditRequest& request, const std::vector<Diagnostic>& after,
           const std::vector<Diagnostic>& caused) {
  if (const auto file = faulty_file(outcome, caused); !file.empty()) {
    outcome.files.clear();
    refuse(outcome, Code::edit_file_layout, outcome.revision.document, {file});
    return;
  }
  if (std::holds_alternative<Submission>(request)) {
    const auto faults = those(about(outcome.revision, after), stops_submission);
    if (!faults.empty()) return refuse_for(outcome, faults, Code::edit_incomplete);
  }
  const auto faults = those(caused, is_forbidden);
  if (!faults.empty()) return refuse_for(outcome, faults, Code::edit_causes_errors);
  std::ranges::copy(caused, std::back_inserter(outcome.remarks));
}

const char* slot_of(SigningFailure failure) {
  switch (failure) {
    case SigningFailure::no_program: return "@signing.no_program";
    case SigningFailure::refused: return "@signing.refused";
    case SigningFailure::too_slow: return "@signing.too_slow";
  }
  return "";
}

/// The files below a folder of the sources.
FileTree::Files below(const FileTree& tree, const std::string& folder) {
  FileTree::Files found;
  for (auto it = tree.files().lower_bound(folder);
       it != tree.files().end() && it->first.starts_with(folder); ++it)
    found.insert(*it);
  return found;
}

/// True if something below a document's folder is not as it was: also what is not to be written
/// counts, such as the text of which somebody writes an approval.
bool is_changed_below(const std::string& folder, const std::string& inner, const FileTree& before) {
  FileTree now;
  const auto there = folder + "/" + inner;
  if (is_folder(there)) {
    const auto tree = read_tree(there, std::max(limits::register_bytes, limits::attachment_bytes));
    for (const auto& [path, bytes] : tree.files())
      now.put(inner + path, bytes);
  }
  return now.files() != below(before, inner);
}

/// The documents that somebody else began in the folder since, wherever in it.
std::set<DocumentId> begun_since(const std::string& folder, const FileTree& before) {
  std::set<DocumentId> begun;
  const auto names = read_tree(folder, 0);  // bytes are not read
  for (const auto& file : names.unread()) {
    if (auto document = document_of_path(file.path)) begun.insert(*std::move(document));
  }
  for (const auto& [path, bytes] : before.files()) {
    if (const auto document = document_of_path(path)) begun.erase(*document);
  }
  return begun;
}

/// The first that is not as it was of what the act would write and where; empty if all is.
std::string changed_meanwhile(const std::string& folder, const FileTree& before,
                              const std::vector<ChangedFile>& files) {
  const auto begun = begun_since(folder, before);
  for (const auto& file : files) {
    if (const auto document = document_of_path(file.path); document && begun.contains(*document))
      return file.path;
    if (file.path.starts_with('.')) continue;  // no source
    const auto now = read_file(folder + "/" + file.path);
    const auto* const then = before.find(file.path);
    const auto inner = file.path.substr(0, file.path.rfind('/') + 1);
    const bool is_changed =
        now != (then == nullptr ? std::nullopt : std::optional(*then)) ||
        (inner.starts_with("documents/") && is_changed_below(folder, inner, before));
    if (is_changed) return file.path;
  }
  return {};
}

/// The head of the ledger in a folder; what was given, if there is none that can be trusted.
std::string head_of_ledger(const std::string& given) {
  if (given == "0") return Ledger().head();
  if (!is_folder(given + "/" + std::string(layout::ledger))) return given;
  RealDisk disk(given);
  const auto replayed = replay_ledger(disk);
  const auto* const ledger = std::get_if<Ledger>(&replayed);
  return ledger == nullptr ? given : ledger->head();
}

}  // namespace

Authoring::Authoring(FileTree sources, Date day, const Isolate& isolate)
    : sources_(std::move(sources)),
      isolate_(isolate),
      handbook_(read_handbook(sources_, isolate_, diagnostics_)),
      view_(handbook_, day) {}

std::vector<Question> Authoring::questions(const EditRequest& request) const {
  return open_questions(desk(), with_codes(handbook_, request));
}

Answered Authoring::answer(EditRequest& request, const Question& question,
                           std::string_view text) const {
  return handbok::answer(handbook_, request, question, text);
}

Outcome Authoring::attempt(const EditRequest& asked) const {
  const auto request = with_codes(handbook_, asked);
  auto outcome = perform(desk(), request);
  if (outcome.is_refused()) return outcome;
  const auto day = effect_day(request, view_.day());
  const auto before = examine(sources_, day, isolate_).diagnostics.sorted();
  const auto after =
      examine(with_changes(sources_, outcome.files), day, isolate_).diagnostics.sorted();
  judge(outcome, request, after, new_in(after, before));
  return outcome;
}

FileTree with_changes(FileTree sources, const std::vector<ChangedFile>& files) {
  for (const auto& file : files) {
    if (file.is_removed) {
      sources.files().erase(file.path);
    } else {
      sources.put(file.path, file.bytes);
    }
  }
  return sources;
}

void write_changes(const std::string& folder, const std::vector<ChangedFile>& files) {
  std::vector<FileToWrite> to_write;
  std::vector<std::string> to_remove;
  for (const auto& file : files) {
    if (file.is_removed) {
      to_remove.push_back(file.path);
    } else {
      to_write.push_back({file.path, file.bytes, file.rights});
    }
  }
  write_files_together(folder, to_write);
  remove_files(folder, to_remove);
}

void write_act(const std::string& folder, const FileTree& before, Outcome& outcome) {
  constexpr std::chrono::seconds patience(60);
  const FolderLock lock(folder, patience);
  if (!lock.is_held()) throw IoError(folder, EBUSY);
  const auto changed = changed_meanwhile(folder, before, outcome.files);
  if (changed.empty()) return write_changes(folder, outcome.files);
  outcome.files.clear();
  refuse(outcome, Code::edit_changed_since, outcome.revision.document, {changed});
}

void sign_with(const std::string& key_file, ApprovalSteps& request) {
  request.assurance = Assurance::key;
  request.ledger = head_of_ledger(request.ledger);
  request.sign = [key_file](const std::string& statement) -> Expected<std::string> {
    auto signature = sign_statement(statement, key_file, approval_namespace);
    if (!signature) return Unexpected{slot_of(signature.error())};
    return *std::move(signature);
  };
}

std::optional<RevisionManifest> manifest_of(const FileTree& sources, std::string_view reference) {
  Diagnostics ignored;  // the question is about bytes, whatever is wrong with them
  const Handbook handbook = load(sources, ignored);
  const auto at = std::min(reference.find('@'), reference.size());
  const auto named = parse_document_reference(
      id_called(handbook.documents, reference.substr(0, at)).append(reference.substr(at)));
  if (!named || !named->revision) return std::nullopt;
  const auto* const document = handbook.find_document(named->document);
  const auto* const revision = document == nullptr ? nullptr : document->find(*named->revision);
  if (revision == nullptr) return std::nullopt;
  auto text = revision_manifest(revision->key(), digested_files(*revision, sources));
  auto digest = manifest_digest(text);
  return RevisionManifest{std::move(text), std::move(digest)};
}

}  // namespace handbok
