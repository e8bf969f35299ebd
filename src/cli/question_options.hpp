#pragma once

#include <string>

#include "cli/option_sink.hpp"
#include "cli/question_commands.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of the commands that answer questions with a table, and what they do.
void declare(OptionSink& options, AsOfCommand& command, Language language);
void declare(OptionSink& options, DiffCommand& command, Language language);
void declare(OptionSink& options, MatrixCommand& command, Language language);
void declare(OptionSink& options, DueCommand& command, Language language);
void declare(OptionSink& options, ImpactCommand& command, Language language);
void declare(OptionSink& options, StatsCommand& command, Language language);
std::string help_of(const AsOfCommand& command, Language language);
std::string help_of(const DiffCommand& command, Language language);
std::string help_of(const MatrixCommand& command, Language language);
std::string help_of(const DueCommand& command, Language language);
std::string help_of(const ImpactCommand& command, Language language);
std::string help_of(const StatsCommand& command, Language language);

}  // namespace handbok
