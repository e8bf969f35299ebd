#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/date.hpp"
#include "cli/edit_commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/plain_commands.hpp"
#include "cli/tool_commands.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// Options that every command has.
struct CommonOptions {
  Language language = Language::swedish;
  bool quiet = false;
  int jobs = 0;  ///< 0: one a processor
};

struct BuildCommand {
  std::string source;
  std::string output;
  std::optional<Date> as_of;
  std::string theme;
  std::string base_url;
  std::string profile;
  bool drafts = false;
  bool strict = false;
  Severity fail_on = Severity::error;
  bool json_summary = false;
};

enum class ReportFormat { text, json, sarif, junit };

struct CheckCommand {
  std::string source;
  std::optional<Date> as_of;
  ReportFormat format = ReportFormat::text;
  Severity fail_on = Severity::error;
  std::string document;  ///< only what concerns it; empty: all
};

struct ExplainCommand {
  std::string code;
  bool markdown = false;  ///< the whole catalogue as a page
};

enum class TableFormat { text, json, csv };

struct AsOfCommand {
  Date day;
  std::string source;
  std::string unit;
  std::string document;
  TableFormat format = TableFormat::text;
};

struct DiffCommand {
  std::string document;
  std::optional<int> before;
  std::optional<int> after;
  std::string source = "content";
  std::optional<Date> as_of;
};

struct MatrixCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string legal_source;  ///< only its clauses; empty: all requirements
  std::string unit;          ///< only what concerns it, and how it stands there; empty: all
  TableFormat format = TableFormat::text;
};

struct DueCommand {
  std::string source;
  std::optional<Date> as_of;
  std::optional<int> days;  ///< none: the review horizon of the handbook
  std::string owner;
  std::string unit;
  TableFormat format = TableFormat::text;
};

struct ImpactCommand {
  std::string reference;  ///< "RUT-090", "SFS 2001:453", "MAS" …
  std::string source;
  std::optional<Date> as_of;
  TableFormat format = TableFormat::text;
};

/// Where the draft of a report goes.
struct DraftOptions {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout; a file that is there is brought up to date
};

enum class ReportKindWord { quality, safety, tertial, control };

struct ReportCommand {
  ReportKindWord kind = ReportKindWord::quality;
  int year = 0;
  int period = 0;  ///< of a tertial report; 0: the last one that has ended
  std::string unit;
  DraftOptions draft;
};

struct ReviewPackCommand {
  DraftOptions draft;
};

struct AgendaCommand {
  std::string forum;
  DraftOptions draft;
};

struct StatsCommand {
  std::string source;
  std::optional<Date> as_of;
  TableFormat format = TableFormat::text;
};

/// Which register to write where.
struct ExportCsvCommand {
  std::string name;  ///< "risks"
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout
};

struct ExportJsonCommand {
  std::string name;  ///< empty: all of them
  std::string source;
  std::optional<Date> as_of;
  std::string output;
};

struct ExportCalendarCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout
  std::string unit;
  std::string role;
  int months = 12;
};

struct PublishCommand {
  std::string source;
  std::string target;
  std::optional<Date> as_of;
  std::string theme;
  std::string base_url;
  std::string profile;
  bool strict = false;
  bool any_file_system = false;
  Severity fail_on = Severity::error;
  bool json_summary = false;
};

struct VerifyCommand {
  std::string source;  ///< compared with what is published; empty: not compared
  std::string target;
  std::string against;  ///< a head or a folder; empty: no witness
  bool json = false;
};

struct ExportArchiveCommand {
  std::string source;
  int year = 0;
  std::string theme;
  std::string output;
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
