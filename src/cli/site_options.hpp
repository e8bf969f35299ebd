#pragma once

#include <string>

#include "cli/option_sink.hpp"
#include "cli/site_commands.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of the commands that make and examine sites, and what they do.
void declare(OptionSink& options, BuildCommand& command, Language language);
void declare(OptionSink& options, CheckCommand& command, Language language);
void declare(OptionSink& options, ExplainCommand& command, Language language);
void declare(OptionSink& options, PublishCommand& command, Language language);
void declare(OptionSink& options, VerifyCommand& command, Language language);
std::string help_of(const BuildCommand& command, Language language);
std::string help_of(const CheckCommand& command, Language language);
std::string help_of(const ExplainCommand& command, Language language);
std::string help_of(const PublishCommand& command, Language language);
std::string help_of(const VerifyCommand& command, Language language);

}  // namespace handbok
