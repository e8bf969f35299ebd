#include "cli/authoring.hpp"

#include <algorithm>

#include "app/undo.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/ask.hpp"
#include "cli/console.hpp"
#include "cli/named_sources.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"
#include "diag/printable.hpp"
#include "diag/write_text.hpp"

namespace handbok {
namespace {

/// A sentence without a place of its own: what, code, and what to do on the next line.
void print_refusal(const Diagnostic& refusal, const std::string& folder, Language language) {
  std::string text = printable(what_text(refusal, language));
  text.append(" [").append(info_of(refusal.code).name).append("]");
  const auto remedy = with_sources(printable(remedy_text(refusal, language)), folder);
  if (!remedy.empty()) text += "\n      " + remedy;
  if (refusal.severity == Severity::error) {
    print_error(language, text);
  } else {
    print_message(text);
  }
}

/// Tells of diagnostics: those with a place as `check` does, then the others.
void tell(const std::vector<Diagnostic>& diagnostics, const FileTree& sources,
          const std::string& folder, Language language) {
  std::vector<Diagnostic> placed;
  for (const auto& diagnostic : diagnostics) {
    if (!diagnostic.location.path.empty()) placed.push_back(diagnostic);
  }
  tell_diagnostics(placed, sources, folder, language);
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.location.path.empty()) print_refusal(diagnostic, folder, language);
  }
}

void tell_remarks(const Outcome& outcome, const FileTree& sources, const AuthoringOptions& how,
                  const CommonOptions& common, RemarkDetail detail) {
  if (common.quiet || outcome.remarks.empty()) return;
  const bool is_counted = detail == RemarkDetail::counts && !outcome.is_refused();
  if (!is_counted) {
    tell(outcome.remarks, sources, how.source, common.language);
    return;
  }
  const auto command = " (handbok check --doc " + outcome.revision.document + ")";
  print_message(
      std::string(choose(common.language, "Återstår att skriva: ", "Still to be written: ")) +
      write_counts(outcome.remarks, common.language) + with_sources(command, how.source));
}

/// The lines that differ, without those that are the same before and after them.
std::string changed_lines(std::string_view before, std::string_view after) {
  auto old_lines = split(before, '\n');
  auto new_lines = split(after, '\n');
  if (before.empty()) old_lines.clear();
  const auto [old_start, new_start] = std::ranges::mismatch(old_lines, new_lines);
  const auto old_first = old_start - old_lines.begin();
  const auto new_first = new_start - new_lines.begin();
  auto old_end = std::ssize(old_lines);
  auto new_end = std::ssize(new_lines);
  const auto at = [](const auto& lines, auto index) {
    return lines[static_cast<std::size_t>(index)];
  };
  while (old_end > old_first && new_end > new_first &&
         at(old_lines, old_end - 1) == at(new_lines, new_end - 1)) {
    --old_end;
    --new_end;
  }
  std::string text;
  for (auto i = old_first; i < old_end; ++i)
    text.append("- ").append(printable(at(old_lines, i))).append("\n");
  for (auto i = new_first; i < new_end; ++i)
    text.append("+ ").append(printable(at(new_lines, i))).append("\n");
  return text;
}

/// What only `handbok undo` reads.
bool is_hidden(const ChangedFile& file) {
  return file.path.starts_with('.');
}

std::string plan_of(const Outcome& outcome, const FileTree& sources, const std::string& folder) {
  std::string text;
  for (const auto& file : outcome.files) {
    if (is_hidden(file)) continue;
    text += folder + "/" + file.path + "\n";
    const bool is_text = file.path.ends_with(".md") || file.path.ends_with(".toml");
    if (!is_text) continue;
    const auto* const before = sources.find(file.path);
    text += changed_lines(before == nullptr ? std::string_view{} : *before, file.bytes);
  }
  return text;
}

std::string paths_of(const Outcome& outcome, const std::string& folder) {
  std::string text;
  for (const auto& file : outcome.files) {
    if (!is_hidden(file)) text += folder + "/" + file.path + "\n";
  }
  return text;
}

}  // namespace

std::vector<Option> of_act(Option first, AuthoringOptions& how, const std::vector<Option>& rest) {
  std::vector<Option> options{
      std::move(first),
      source_word(how.source),
      date("--on", how.on,
           {"Dagen det görs, ÅÅÅÅ-MM-DD (i dag)", "The day of the act, YYYY-MM-DD (today)"}),
      flag("--far", how.far,
           {"Dagarna stämmer, fast de är långt bort", "The days are right, though far away"}),
      flag("--dry-run", how.dry_run,
           {"Visar vad som skulle skrivas", "Shows what would be written"}),
      flag("--no-input", how.no_input,
           {"Frågar inget, inte heller i en terminal", "Asks nothing, not even in a terminal"})};
  options.insert(options.end(), rest.begin(), rest.end());
  return options;
}

Option document_word(std::string& document) {
  return positional({"dokument", "document"}, document,
                    {"Till exempel RUT-001", "For example RUT-001"});
}

Option role_option(RoleId& role) {
  return text("--role", role, {"Rollen som gör det", "The role that does it"});
}

Option ref_option(std::string& ref) {
  return text("--ref", ref,
              {"Beslutets beteckning, till exempel sammanträde och paragraf",
               "The reference of the decision, such as meeting and section"});
}

Option reason_option(std::string& reason) {
  return text("--reason", reason, {"Skälet", "The reason"});
}

Option note_option(std::string& note) {
  return text("--note", note, {"En anteckning", "A note"});
}

Option next_review_option(std::optional<Date>& day) {
  return date("--next-review", day,
              {"Nästa översyn (så sent som typen tillåter)",
               "The next review (as late as the type allows)"});
}

Option tracked_option(TrackedChanges& tracked) {
  return choice<TrackedChanges>(
      "--tracked", tracked,
      {{"accept", TrackedChanges::accept}, {"reject", TrackedChanges::reject}},
      {"Ändringar som är spårade i Word: accept eller reject (accept)",
       "Changes that were tracked in Word: accept or reject (accept)"});
}

ExitStatus finish_act(Outcome outcome, const FileTree& sources, const AuthoringOptions& how,
                      const CommonOptions& common, const NextStep& next_step) {
  if (!outcome.is_refused() && how.dry_run) {
    print(plan_of(outcome, sources, how.source));
    print_message(choose(common.language, "Inget är skrivet (--dry-run).",
                         "Nothing is written (--dry-run)."));
    return ExitStatus::fine;
  }
  if (!outcome.is_refused()) write_act(how.source, sources, outcome);
  if (outcome.is_refused()) {
    tell(outcome.refusals, with_changes(sources, outcome.files), how.source, common.language);
    return ExitStatus::stopped;
  }
  print(paths_of(outcome, how.source));
  const auto next = next_step(outcome);
  if (!common.quiet && !next.empty()) print_message(with_sources(next, how.source));
  return ExitStatus::fine;
}

ExitStatus run_act_of(const Act& act, const AuthoringOptions& how, const CommonOptions& common,
                      const AfterAct& after) {
  auto sources = open_sources(how.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto isolate = make_isolate();
  const Authoring authoring(*std::move(sources), day_or_today(how.on), isolate);
  auto outcome = act(authoring);
  tell_remarks(outcome, with_changes(authoring.sources(), outcome.files), how, common,
               after.remarks);
  if (!outcome.is_refused())
    outcome.files = with_way_back(how.source, authoring.sources(), outcome, current_day());
  return finish_act(std::move(outcome), authoring.sources(), how, common, after.next_step);
}

ExitStatus run_act(EditRequest request, const AuthoringOptions& how, const CommonOptions& common,
                   const AfterAct& after) {
  const auto act = [&](const Authoring& authoring) {
    const bool can_answer = !how.no_input && has_somebody_to_ask();
    Outcome refused;  // first, so that nothing is typed in vain
    if (!how.far) refused.refusals = far_days(request, authoring.day(), current_day());
    std::erase_if(refused.refusals, [&](const Diagnostic& far) {
      return can_answer && confirms(printable(what_text(far, common.language)), common.language);
    });
    if (refused.is_refused()) return refused;
    if (can_answer) ask_open_questions(authoring, request, how.far, common.language);
    return authoring.attempt(request);
  };
  return run_act_of(act, how, common, after);
}

}  // namespace handbok
