#pragma once

#include <functional>
#include <string>

#include "app/authoring.hpp"
#include "app/pandoc.hpp"
#include "cli/command.hpp"

namespace handbok {

/// How a command that changes sources is run.
struct AuthoringOptions {
  std::string source;
  std::optional<Date> on;  ///< the day of the act
  bool dry_run = false;    ///< shows what would be written
  bool no_input = false;   ///< asks nothing, also in a terminal
  bool far = false;        ///< takes days that look mistyped
};

/// A command of a document's life: what is asked for, and how it is run.
template <typename Request>
struct EditCommand {
  AuthoringOptions how;
  Request what;
};

/// The options of a command that changes sources: its first word, how it is run, and the rest.
std::vector<Option> of_act(Option first, AuthoringOptions& how, const std::vector<Option>& rest);
Option document_word(std::string& document);
Option role_option(RoleId& role);
Option ref_option(std::string& ref);
Option reason_option(std::string& reason);
Option note_option(std::string& note);
Option next_review_option(std::optional<Date>& day);
Option tracked_option(TrackedChanges& tracked);

/// What to do after the act, in one sentence; empty if there is nothing.
using NextStep = std::function<std::string(const Outcome& outcome)>;

/// Which remarks are told: all, or only how many, because the author has hardly begun.
enum class RemarkDetail { all, counts };

/// How the end of an act is told.
struct AfterAct {
  NextStep next_step;
  RemarkDetail remarks = RemarkDetail::all;
};

/// What is done with the handbook on the desk; its outcome.
using Act = std::function<Outcome(const Authoring& authoring)>;

/// Tells why not if the outcome is refused (exit status 2), and else writes the files, prints their
/// paths on stdout and says the next step on stderr. `sources` are those before the act.
ExitStatus finish_act(Outcome outcome, const FileTree& sources, const AuthoringOptions& how,
                      const CommonOptions& common, const NextStep& next_step);

/// Does the act, tells why not if it is refused (exit status 2, nothing written), and else writes
/// the files, prints their paths on stdout and says the next step on stderr.
ExitStatus run_act_of(const Act& act, const AuthoringOptions& how, const CommonOptions& common,
                      const AfterAct& after);

/// Runs a command of a document's life: asks for what is missing if somebody is there, tells why
/// not if it is refused (exit status 2, nothing written), and else writes the files, prints their
/// paths on stdout and says the next step on stderr.
ExitStatus run_act(EditRequest request, const AuthoringOptions& how, const CommonOptions& common,
                   const AfterAct& after);

}  // namespace handbok
