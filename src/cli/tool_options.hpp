#pragma once

#include <string>

#include "cli/option_sink.hpp"
#include "cli/tool_commands.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of the commands about the work around a handbook, and what they do.
void declare(OptionSink& options, ServeCommand& command, Language language);
void declare(OptionSink& options, InitCommand& command, Language language);
void declare(OptionSink& options, DoctorCommand& command, Language language);
void declare(OptionSink& options, CompletionCommand& command, Language language);
void declare(OptionSink& options, ManCommand& command, Language language);
std::string help_of(const ServeCommand& command, Language language);
std::string help_of(const InitCommand& command, Language language);
std::string help_of(const DoctorCommand& command, Language language);
std::string help_of(const CompletionCommand& command, Language language);
std::string help_of(const ManCommand& command, Language language);

}  // namespace handbok
