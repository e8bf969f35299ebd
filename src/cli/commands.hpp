#pragma once

#include "cli/command_line.hpp"

namespace handbok {

// One function for each command, each in a file of its own below commands/.
ExitStatus run(const BuildCommand& command, const CommonOptions& common);
ExitStatus run(const CheckCommand& command, const CommonOptions& common);
ExitStatus run(const ExplainCommand& command, const CommonOptions& common);
ExitStatus run(const AsOfCommand& command, const CommonOptions& common);
ExitStatus run(const DigestCommand& command, const CommonOptions& common);
ExitStatus run(const DiffCommand& command, const CommonOptions& common);
ExitStatus run(const GraphCommand& command, const CommonOptions& common);
ExitStatus run(const MatrixCommand& command, const CommonOptions& common);
ExitStatus run(const DueCommand& command, const CommonOptions& common);
ExitStatus run(const ImpactCommand& command, const CommonOptions& common);
ExitStatus run(const ReportCommand& command, const CommonOptions& common);
ExitStatus run(const ReviewPackCommand& command, const CommonOptions& common);
ExitStatus run(const AgendaCommand& command, const CommonOptions& common);
ExitStatus run(const StatsCommand& command, const CommonOptions& common);
ExitStatus run(const ExportCsvCommand& command, const CommonOptions& common);
ExitStatus run(const ExportJsonCommand& command, const CommonOptions& common);
ExitStatus run(const ExportCalendarCommand& command, const CommonOptions& common);
ExitStatus run(const ExportFeedCommand& command, const CommonOptions& common);
ExitStatus run(const PublishCommand& command, const CommonOptions& common);
ExitStatus run(const VerifyCommand& command, const CommonOptions& common);
ExitStatus run(const PreviewCommand& command, const CommonOptions& common);
ExitStatus run(const ProofCommand& command, const CommonOptions& common);
ExitStatus run(const ExportArchiveCommand& command, const CommonOptions& common);
ExitStatus run(const NewCommand& command, const CommonOptions& common);
ExitStatus run(const ReviseCommand& command, const CommonOptions& common);
ExitStatus run(const SubmitCommand& command, const CommonOptions& common);
ExitStatus run(const ReturnCommand& command, const CommonOptions& common);
ExitStatus run(const ApproveCommand& command, const CommonOptions& common);
ExitStatus run(const WithdrawCommand& command, const CommonOptions& common);
ExitStatus run(const ReviewKeepCommand& command, const CommonOptions& common);
ExitStatus run(const RepealCommand& command, const CommonOptions& common);
ExitStatus run(const ImportCommand& command, const CommonOptions& common);
ExitStatus run(const IntakeCommand& command, const CommonOptions& common);
ExitStatus run(const ExportWordCommand& command, const CommonOptions& common);
ExitStatus run(const InitCommand& command, const CommonOptions& common);
ExitStatus run(const ServeCommand& command, const CommonOptions& common);
ExitStatus run(const DoctorCommand& command, const CommonOptions& common);
ExitStatus run(const CompletionCommand& command, const CommonOptions& common);
ExitStatus run(const ManCommand& command, const CommonOptions& common);

}  // namespace handbok
