#include "cli/handbok.hpp"

#include <exception>

#include "cli/command_line.hpp"

namespace handbok {
namespace {

ExitStatus run_invocation(const Invocation& invocation) {
  const auto status = invocation.run(invocation.common);
  if (flush_results()) return status;
  print_error(invocation.common.language,
              choose(invocation.common.language, "resultatet gick inte att skriva ut.",
                     "the result could not be written."));
  return ExitStatus::could_not_run;
}

}  // namespace

int run_handbok(int count, const char* const* words) {
  const auto parsed = parse_command_line(count, words);
  if (const auto* const status = std::get_if<ExitStatus>(&parsed)) return static_cast<int>(*status);
  const auto& invocation = *std::get_if<Invocation>(&parsed);
  try {
    return static_cast<int>(run_invocation(invocation));
  } catch (const std::exception& error) {
    print_error(invocation.common.language, error.what());
    return static_cast<int>(ExitStatus::could_not_run);
  }
}

}  // namespace handbok
