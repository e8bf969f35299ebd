#pragma once

#include <string>

#include "cli/export_commands.hpp"
#include "cli/option_sink.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of the commands below `export`, and what they do.
void declare(OptionSink& options, ExportCalendarCommand& command, Language language);
void declare(OptionSink& options, ExportFeedCommand& command, Language language);
void declare(OptionSink& options, ExportCsvCommand& command, Language language);
void declare(OptionSink& options, ExportJsonCommand& command, Language language);
void declare(OptionSink& options, ExportArchiveCommand& command, Language language);
void declare(OptionSink& options, ExportWordCommand& command, Language language);
std::string help_of(const ExportCalendarCommand& command, Language language);
std::string help_of(const ExportFeedCommand& command, Language language);
std::string help_of(const ExportCsvCommand& command, Language language);
std::string help_of(const ExportJsonCommand& command, Language language);
std::string help_of(const ExportArchiveCommand& command, Language language);
std::string help_of(const ExportWordCommand& command, Language language);

}  // namespace handbok
