#pragma once

#include <string>

#include "cli/draft_commands.hpp"
#include "cli/option_sink.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of the commands that draft reports and material for meetings, and what they do.
void declare(OptionSink& options, ReportCommand& command, Language language);
void declare(OptionSink& options, ReviewPackCommand& command, Language language);
void declare(OptionSink& options, AgendaCommand& command, Language language);
std::string help_of(const ReportCommand& command, Language language);
std::string help_of(const ReviewPackCommand& command, Language language);
std::string help_of(const AgendaCommand& command, Language language);

}  // namespace handbok
