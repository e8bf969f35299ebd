#pragma once

#include <string>

#include "cli/option_sink.hpp"
#include "cli/plain_commands.hpp"
#include "diag/codes.hpp"

namespace handbok {

// The options of commands that take a subject and little else, and what they do.
void declare(OptionSink& options, DigestCommand& command, Language language);
void declare(OptionSink& options, GraphCommand& command, Language language);
void declare(OptionSink& options, PreviewCommand& command, Language language);
void declare(OptionSink& options, ProofCommand& command, Language language);
std::string help_of(const DigestCommand& command, Language language);
std::string help_of(const GraphCommand& command, Language language);
std::string help_of(const PreviewCommand& command, Language language);
std::string help_of(const ProofCommand& command, Language language);

}  // namespace handbok
