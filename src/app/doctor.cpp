#include "app/doctor.hpp"

#include "app/workspace.hpp"
#include "io/run_program.hpp"

namespace handbok {
namespace {

bool can_run_children() {
  const auto results = make_isolate(1)({[] { return std::string("alive"); }});
  return results.size() == 1 && results.front() && *results.front() == "alive";
}

/// A program of somebody else's, and what `version_word` makes it say first of itself.
AidState program_state(Aid aid, const char* name, const char* version_word) {
  AidState state{aid, false, false, {}};
  const auto path = find_program(name);
  if (!path) return state;
  state.present = true;
  state.detail = *path;
  if (version_word == nullptr) return state;
  ProgramRun run;
  run.program = *path;
  run.arguments = {version_word};
  const auto result = run_program(run);
  state.present = result.end == ProgramEnd::exited && result.status == 0;
  const auto line = result.output.substr(0, result.output.find('\n'));
  if (!line.empty()) state.detail.append(", ").append(line);
  return state;
}

}  // namespace

std::vector<AidState> examine_machine() {
  return {
      {Aid::theme, read_theme({}).has_value(), true, {}},
      {Aid::child, can_run_children(), true, {}},
      program_state(Aid::pandoc, "pandoc", "--version"),
      program_state(Aid::ssh_keygen, "ssh-keygen", nullptr),
      program_state(Aid::pdftotext, "pdftotext", nullptr),
      {Aid::day, true, true, current_day().to_string()},
  };
}

}  // namespace handbok
