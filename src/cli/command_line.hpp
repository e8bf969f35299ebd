#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/date.hpp"
#include "cli/draft_commands.hpp"
#include "cli/edit_commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/export_commands.hpp"
#include "cli/plain_commands.hpp"
#include "cli/question_commands.hpp"
#include "cli/site_commands.hpp"
#include "cli/tool_commands.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// Options that every command has.
struct CommonOptions {
  Language language = Language::swedish;
  bool quiet = false;
  int jobs = 0;  ///< 0: one a processor
};

using Command =
    std::variant<BuildCommand, CheckCommand, ExplainCommand, AsOfCommand, DigestCommand,
                 DiffCommand, GraphCommand, MatrixCommand, DueCommand, ImpactCommand, ReportCommand,
                 ReviewPackCommand, AgendaCommand, StatsCommand, ExportCsvCommand,
                 ExportJsonCommand, ExportCalendarCommand, ExportFeedCommand, ExportWordCommand,
                 PublishCommand, VerifyCommand, PreviewCommand, ProofCommand, ExportArchiveCommand,
                 NewCommand, ReviseCommand, SubmitCommand, ReturnCommand, ApproveCommand,
                 WithdrawCommand, ReviewKeepCommand, RepealCommand, ImportCommand, IntakeCommand,
                 InitCommand, ServeCommand, DoctorCommand, CompletionCommand, ManCommand>;

/// What the words on the command line ask for.
struct Invocation {
  CommonOptions common;
  Command command;
};

/// Reads the command line. What needs no command, such as --help, is answered here; then, and when
/// the words make no sense (which is said on stderr), there is no invocation but an exit status.
std::variant<Invocation, ExitStatus> parse_command_line(int count, const char* const* words);

}  // namespace handbok
