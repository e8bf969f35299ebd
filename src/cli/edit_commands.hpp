#pragma once

#include <optional>
#include <string>

#include "app/authoring.hpp"
#include "base/date.hpp"

namespace handbok {

/// How a command that changes sources is run.
struct AuthoringOptions {
  std::string source;
  std::optional<Date> on;  ///< the day of the act
  bool dry_run = false;    ///< shows what would be written
  bool no_input = false;   ///< asks nothing, also in a terminal
};

/// A command of a document's life: what is asked for, and how it is run.
template <typename Request>
struct EditCommand {
  AuthoringOptions how;
  Request what;
};

using NewCommand = EditCommand<NewDocument>;
using ReviseCommand = EditCommand<NewRevision>;
using SubmitCommand = EditCommand<Submission>;
using ReturnCommand = EditCommand<HandBack>;
using WithdrawCommand = EditCommand<WithdrawalRequest>;
using ReviewKeepCommand = EditCommand<KeptReview>;
using RepealCommand = EditCommand<RepealRequest>;

/// handbok approve: the steps, and with which key they are signed.
struct ApproveCommand {
  AuthoringOptions how;
  ApprovalSteps what;
  std::string key_file;  ///< empty: nothing is signed
};

/// handbok import: a file that becomes sources.
struct ImportCommand {
  AuthoringOptions how;
  std::string file;
  std::string tracked = "accept";  ///< or "reject"
};

/// handbok intake: a folder with files that become sources or are answered.
struct IntakeCommand {
  AuthoringOptions how;
  std::string folder;
  std::string tracked = "accept";  ///< or "reject"
};

}  // namespace handbok
