#pragma once

#include <functional>
#include <string>

#include "app/authoring.hpp"
#include "cli/command_line.hpp"

namespace handbok {

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
