#pragma once

#include <string>

#include "cli/edit_commands.hpp"
#include "cli/option_sink.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of the commands of a document's life.
void declare(OptionSink& options, NewCommand& command, Language language);
void declare(OptionSink& options, ReviseCommand& command, Language language);
void declare(OptionSink& options, SubmitCommand& command, Language language);
void declare(OptionSink& options, ReturnCommand& command, Language language);
void declare(OptionSink& options, ApproveCommand& command, Language language);
void declare(OptionSink& options, WithdrawCommand& command, Language language);
void declare(OptionSink& options, ReviewKeepCommand& command, Language language);
void declare(OptionSink& options, RepealCommand& command, Language language);
void declare(OptionSink& options, ImportCommand& command, Language language);
void declare(OptionSink& options, IntakeCommand& command, Language language);

// What each of them does, in a few words.
std::string help_of(const NewCommand& command, Language language);
std::string help_of(const ReviseCommand& command, Language language);
std::string help_of(const SubmitCommand& command, Language language);
std::string help_of(const ReturnCommand& command, Language language);
std::string help_of(const ApproveCommand& command, Language language);
std::string help_of(const WithdrawCommand& command, Language language);
std::string help_of(const ReviewKeepCommand& command, Language language);
std::string help_of(const RepealCommand& command, Language language);
std::string help_of(const ImportCommand& command, Language language);
std::string help_of(const IntakeCommand& command, Language language);

}  // namespace handbok
