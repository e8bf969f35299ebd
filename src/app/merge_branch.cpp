#include "app/merge_branch.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <utility>

#include "app/authoring.hpp"
#include "app/read_handbook.hpp"
#include "app/undo.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "edit/document_template.hpp"
#include "io/file.hpp"
#include "io/own_process.hpp"
#include "io/run_program.hpp"
#include "load/document_folder.hpp"

namespace handbok {
namespace {

constexpr int git_seconds = 600;  // a large repository on a slow disk

/// What git runs. It stands in single quotation marks for the shell that git uses.
std::string driver_command() {
  return "'" + replaced(program_folder(), "'", "'\\''") +
         "/handbok' merge --path %P --base %O --ours %A --theirs %B";
}

/// git, at work in one folder.
class Git {
public:
  Git(std::string program, std::string folder)
      : program_(std::move(program)),
        folder_(std::move(folder)) {}

  ProgramResult run(const std::vector<std::string>& words) const {
    ProgramRun run;
    run.program = program_;
    run.arguments = {"-C", folder_, "-c", "core.quotePath=false"};
    run.arguments.insert(run.arguments.end(), words.begin(), words.end());
    run.seconds_max = git_seconds;
    run.environment = environment_of(
        {"HOME", "XDG_CONFIG_HOME", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME",
         "GIT_COMMITTER_EMAIL", "GIT_CONFIG_GLOBAL", "SOURCE_DATE_EPOCH", "SSH_AUTH_SOCK"});
    run.talks_to_person = true;  // what git and the merge driver say is for whoever waits
    return run_program(run);
  }

  bool does(const std::vector<std::string>& words) const { return has_done(run(words)); }

  /// What it prints, without the last line end; no value if it fails.
  std::optional<std::string> ask(const std::vector<std::string>& words) const {
    auto result = run(words);
    if (!has_done(result)) return std::nullopt;
    if (result.output.ends_with('\n')) result.output.pop_back();
    return std::move(result.output);
  }

private:
  static bool has_done(const ProgramResult& result) {
    return result.end == ProgramEnd::exited && result.status == 0;
  }

  std::string program_;
  std::string folder_;
};

/// What files a document has in a commit: their names and digests in one text.
using DocumentsById = std::map<DocumentId, std::string, std::less<>>;

struct CommittedFiles {
  FileTree names;  ///< without bytes
  DocumentsById documents;
};

std::optional<CommittedFiles> files_in(const Git& git, const std::string& commit) {
  const auto listed = git.ask({"ls-tree", "-r", "-z", commit, "--", "documents"});
  if (!listed) return std::nullopt;
  CommittedFiles files;
  for (const auto line : split(*listed, '\0')) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    const auto path = line.substr(tab + 1);
    files.names.put(std::string(path), {});
    const auto document = document_of_path(path);
    if (!document) continue;
    const auto name = path.substr(path.rfind('/') + 1);
    files.documents[*document].append(line.substr(0, tab)).append(name).append("\n");
  }
  return files;
}

/// The documents that both branches began, each another.
std::vector<DocumentId> begun_twice(const DocumentsById& base, const DocumentsById& ours,
                                    const DocumentsById& theirs) {
  std::vector<DocumentId> ids;
  for (const auto& [id, files] : ours) {
    const auto other = theirs.find(id);
    if (other != theirs.end() && other->second != files && !base.contains(id)) ids.push_back(id);
  }
  return ids;
}

/// Merging in one repository, step by step.
class BranchMerger {
public:
  BranchMerger(const Git& git, std::string sources, std::string branch, Date day, Language language,
               const Isolate& isolate)
      : git_(git),
        sources_(std::move(sources)),
        branch_(std::move(branch)),
        day_(day),
        language_(language),
        isolate_(isolate) {}

  BranchMerge run() {
    const bool is_option = branch_.starts_with('-');  // git would take it for one
    const auto base = is_option ? std::nullopt : git_.ask({"merge-base", "HEAD", branch_});
    if (!base) return end(BranchMergeEnd::unknown_branch);
    const auto before = files_in(git_, *base);
    const auto ours = files_in(git_, "HEAD");
    auto theirs = files_in(git_, branch_);
    if (!before || !ours || !theirs) return end(BranchMergeEnd::git_failed);
    for (const auto& id : begun_twice(before->documents, ours->documents, theirs->documents)) {
      const auto failure = renumber(id, theirs->names);
      if (failure) return end(*failure);
    }
    return merge();
  }

private:
  BranchMerge end(BranchMergeEnd end) {
    result_.end = end;
    return std::move(result_);
  }

  /// Gives the document an id that neither branch has, in a commit.
  std::optional<BranchMergeEnd> renumber(const DocumentId& id, const FileTree& theirs) {
    auto sources = *read_sources(sources_);
    auto all = sources;
    for (const auto& [path, bytes] : theirs.files())
      all.put(path, {});
    const auto to = next_free_id(all, id.substr(0, id.rfind('-')));
    const Authoring authoring(std::move(sources), day_, isolate_);
    auto outcome = authoring.attempt(Renumbering{id, to});
    const auto files = outcome.files;
    outcome.files = with_way_back(sources_, authoring.sources(), outcome, day_);
    if (!outcome.is_refused()) write_act(sources_, authoring.sources(), outcome);
    result_.problems = outcome.refusals;
    if (outcome.is_refused()) return BranchMergeEnd::refused;
    std::vector<std::string> add{"add", "-A", "--"};
    for (const auto& file : files)
      add.push_back(file.path);
    const auto message = id + " becomes " + to + ": " + branch_ + " has one of that id";
    if (!git_.does(add) || !git_.does({"commit", "-q", "-m", message}))
      return BranchMergeEnd::git_failed;
    result_.renumbered.push_back({id, to});
    return std::nullopt;
  }

  BranchMerge merge() {
    const auto* const language = language_ == Language::english ? " --lang en" : " --lang sv";
    const auto driver = "merge.handbok.driver=" + driver_command() + language;
    if (!git_.does({"-c", driver, "merge", "-q", "--no-edit", branch_})) {
      const auto unmerged =
          git_.ask({"diff", "--name-only", "--diff-filter=U", "-z", "--relative"}).value_or("");
      for (const auto path : split(unmerged, '\0')) {
        if (!path.empty()) result_.conflicts.emplace_back(path);
      }
      return end(result_.conflicts.empty() ? BranchMergeEnd::git_failed
                                           : BranchMergeEnd::conflicts);
    }
    for (auto& diagnostic : examine(*read_sources(sources_), day_, isolate_).diagnostics.sorted()) {
      if (diagnostic.severity == Severity::error) result_.problems.push_back(std::move(diagnostic));
    }
    return end(BranchMergeEnd::merged);
  }

  const Git& git_;
  std::string sources_;
  std::string branch_;
  Date day_;
  Language language_;
  const Isolate& isolate_;
  BranchMerge result_;
};

/// Tells git of the driver, and that it is for TOML files unless the sources say so already.
bool install(const Git& git) {
  const bool is_known = git.does({"config", "merge.handbok.name", "TOML files of a handbook"}) &&
                        git.does({"config", "merge.handbok.driver", driver_command()});
  const auto says = git.ask({"check-attr", "merge", "--", "handbook.toml"});
  if (!is_known || !says) return false;
  if (says->ends_with(": handbok")) return true;
  const auto file =
      git.ask({"rev-parse", "--path-format=absolute", "--git-path", "info/attributes"});
  if (!file) return false;
  const auto before = read_named_file(*file).value_or("");
  write_result(*file, before + (before.empty() || before.ends_with('\n') ? "" : "\n") +
                          "*.toml merge=handbok\n");
  return true;
}

std::optional<BranchMergeEnd> find_fault(const std::optional<std::string>& program,
                                         const std::string& sources) {
  if (!program) return BranchMergeEnd::no_git;
  if (!Git(*program, sources).does({"rev-parse", "--git-dir"}))
    return BranchMergeEnd::no_repository;
  return std::nullopt;
}

}  // namespace

BranchMerge merge_branch(const std::string& sources, const std::string& branch, Date day,
                         Language language, const Isolate& isolate) {
  const auto program = find_program("git");
  BranchMerge merge;
  if (const auto fault = find_fault(program, sources)) {
    merge.end = *fault;
    return merge;
  }
  const Git git(*program, sources);
  const auto changes = git.ask({"status", "--porcelain", "--untracked-files=no"});
  if (!changes || !changes->empty()) {
    merge.end = changes ? BranchMergeEnd::uncommitted : BranchMergeEnd::git_failed;
    return merge;
  }
  const bool is_new = git.ask({"config", "merge.handbok.driver"}) != driver_command();
  if (is_new && !install(git)) {
    merge.end = BranchMergeEnd::git_failed;
    return merge;
  }
  merge = BranchMerger(git, sources, branch, day, language, isolate).run();
  merge.has_installed = is_new;
  return merge;
}

BranchMergeEnd install_merge_driver(const std::string& sources) {
  const auto program = find_program("git");
  if (const auto fault = find_fault(program, sources)) return *fault;
  return install(Git(*program, sources)) ? BranchMergeEnd::merged : BranchMergeEnd::git_failed;
}

std::vector<MergeConflict> merge_files(const std::string& base, const std::string& ours,
                                       const std::string& theirs) {
  const auto read = [](const std::string& path) {
    auto bytes = read_file(path);
    if (!bytes) throw IoError(path, ENOENT);
    return *std::move(bytes);
  };
  const auto before = read(base);
  const auto mine = read(ours);
  const auto other = read(theirs);
  auto merged = merge_toml({before, mine, other});
  write_result(ours, merged.text);
  return std::move(merged.conflicts);
}

}  // namespace handbok
