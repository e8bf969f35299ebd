#include "app/merge_branch.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

struct MergeCommand {
  std::string branch;
  std::string source;
  bool installs = false;
  std::string path;  ///< of the file that git asks about; so the three below
  std::string base;
  std::string ours;
  std::string theirs;
};

std::vector<Option> describe(MergeCommand& command) {
  return {as_word({"gren", "branch"},
                  text({}, command.branch,
                       {"Grenen att föra in här", "The branch to merge into this"})),
          source_word(command.source),
          flag("--install", command.installs,
               {"Lär git i den här kopian att slå ihop TOML-filer så",
                "Tells git in this clone to merge TOML files so"}),
          text("--path", command.path, {"Används av git: filens namn", "For git: the file's name"}),
          text("--base", command.base, {"Används av git: filen före", "For git: the file before"}),
          text("--ours", command.ours, {"Används av git: vår fil", "For git: our file"}),
          text("--theirs", command.theirs, {"Används av git: deras fil", "For git: their file"})};
}

std::string clash_text(const MergeConflict& conflict, const std::string& path, Language language) {
  const auto where = conflict.where.empty() ? path : path + ": " + conflict.where;
  const auto told = [&](std::string_view swedish, std::string_view english) {
    return where + std::string(choose(language, swedish, english));
  };
  switch (conflict.clash) {
    case MergeClash::two_values:
      return told(": ni har skrivit olika. Välj en av raderna.",
                  ": the two of you wrote different things. Choose one of the lines.");
    case MergeClash::removed:
      return told(": den ena har ändrat, den andra tagit bort. Välj.",
                  ": one of you changed it, the other removed it. Choose.");
    case MergeClash::rewritten:
      return told(
          ": den ena har lagt till ett steg i en omgång som den andra har "
          "avslutat. Kom överens om vad som gäller, och behåll den ena texten.",
          ": one of you added a step to a round that the other ended. Agree on "
          "what holds, and keep one of the texts.");
    case MergeClash::not_readable:
      return told(": filen går inte att läsa rad för rad. Slå ihop den för hand.",
                  ": the file cannot be read row by row. Merge it by hand.");
  }
  return where;
}

/// Git asks about one file, and wants to know by the exit status whether all is merged.
ExitStatus run_driver(const MergeCommand& command, const CommonOptions& common) {
  const auto conflicts = merge_files(command.base, command.ours, command.theirs);
  for (const auto& conflict : conflicts)
    print_message(clash_text(conflict, command.path, common.language));
  return conflicts.empty() ? ExitStatus::fine : ExitStatus::found_something;
}

std::string failure_text(BranchMergeEnd end, const MergeCommand& command, Language language) {
  const auto told = [&](std::string_view swedish, std::string_view english) {
    return fill_slots(choose(language, swedish, english), {command.source, command.branch});
  };
  switch (end) {
    case BranchMergeEnd::no_git: return told("git är inte installerat.", "git is not installed.");
    case BranchMergeEnd::no_repository:
      return told("{}: mappen ligger inte i något git-förråd.",
                  "{}: the folder lies in no git repository.");
    case BranchMergeEnd::uncommitted:
      return told("{}: det finns ändringar som inte är sparade i git. Spara dem först.",
                  "{}: there are changes that are not committed. Commit them first.");
    case BranchMergeEnd::unknown_branch:
      return told(
          "{}: det finns ingen gren {}, eller så har den ingen historia gemensamt med den "
          "här.",
          "{}: there is no branch {}, or it has no history in common with this one.");
    case BranchMergeEnd::refused:
      return told(
          "Inget är sammanslaget. Byt till den andra grenen och kör handbok merge där, eller "
          "lämna först tillbaka texten (handbok return).",
          "Nothing was merged. Run handbok merge from the other branch, or return the text "
          "first (handbok return).");
    case BranchMergeEnd::merged:
    case BranchMergeEnd::conflicts:
    case BranchMergeEnd::git_failed: break;
  }
  return told("git kunde inte göra det; skälet står ovanför.",
              "git could not do it; the reason stands above.");
}

void tell_installed(Language language) {
  print_message(choose(language,
                       "Git i den här kopian slår från och med nu ihop TOML-filer med handbok. "
                       "Varje kopia lärs upp för sig.",
                       "Git in this clone merges TOML files with handbok from now on. Each clone "
                       "is told by itself."));
}

ExitStatus run_install(MergeCommand command, const CommonOptions& common) {
  if (!command.branch.empty()) command.source = sources_named(command.branch);  // the only word
  const auto end = install_merge_driver(command.source);
  if (end != BranchMergeEnd::merged) {
    print_error(common.language, failure_text(end, command, common.language));
    return ExitStatus::could_not_run;
  }
  if (!common.quiet) tell_installed(common.language);
  return ExitStatus::fine;
}

void tell_conflicts(const BranchMerge& merge, const MergeCommand& command, Language language) {
  std::string text(choose(language, "Välj i de här filerna, och avsluta med git commit:",
                          "Choose in these files, and end with git commit:"));
  for (const auto& path : merge.conflicts)
    text.append("\n  ").append(command.source).append("/").append(path);
  print_message(text);
}

ExitStatus finish(const BranchMerge& merge, const MergeCommand& command,
                  const CommonOptions& common) {
  const auto language = common.language;
  if (merge.has_installed && !common.quiet) tell_installed(language);
  for (const auto& document : merge.renumbered) {
    print_message(
        fill_slots(choose(language, "{} heter nu {}: det fanns ett nytt {} i den andra grenen.",
                          "{} is called {} now: the other branch has a new {}."),
                   {document.from, document.to, document.from}));
  }
  if (merge.end == BranchMergeEnd::conflicts) {
    tell_conflicts(merge, command, language);
    return ExitStatus::found_something;
  }
  if (merge.end != BranchMergeEnd::merged && merge.end != BranchMergeEnd::refused) {
    print_error(language, failure_text(merge.end, command, language));
    return ExitStatus::could_not_run;
  }
  tell_errors(merge.problems, command.source, language);
  if (merge.end == BranchMergeEnd::refused) {
    print_error(language, failure_text(merge.end, command, language));
    return ExitStatus::stopped;
  }
  return merge.problems.empty() ? ExitStatus::fine : ExitStatus::found_something;
}

ExitStatus run(const MergeCommand& command, const CommonOptions& common) {
  if (!command.ours.empty()) return run_driver(command, common);
  if (command.installs) return run_install(command, common);
  if (command.branch.empty()) {
    print_error(common.language, choose(common.language, "ange grenen som ska föras in.",
                                        "name the branch that is to be merged."));
    return ExitStatus::could_not_run;
  }
  const auto isolate = make_isolate();
  const auto merge =
      merge_branch(command.source, command.branch, current_day(), common.language, isolate);
  return finish(merge, command, common);
}

}  // namespace

CommandSpec merge_command() {
  return command_spec<MergeCommand>("merge",
                                    {"För in en annan gren, så att allas åtgärder finns kvar",
                                     "Merges another branch, so that what everybody did is kept"},
                                    &describe, &run);
}

}  // namespace handbok
