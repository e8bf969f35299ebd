#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// One run of a program that is not ours, such as pandoc or ssh-keygen.
struct ProgramRun {
  std::string program;                 ///< absolute, as find_program() gives it
  std::vector<std::string> arguments;  ///< without the program's own name; no shell sees them
  std::string input;                   ///< what it reads on stdin
  int seconds_max = 10;                ///< of the clock; then it is killed with its children
  std::size_t output_max = std::size_t{64} * 1024 * 1024;        ///< bytes of stdout; then likewise
  std::size_t memory_max = std::size_t{2} * 1024 * 1024 * 1024;  ///< bytes of addresses
  std::vector<std::string> environment{};  ///< besides PATH and LC_ALL: "HOME=…"
  /// It may ask a person in the terminal: it stays with us there, and its stderr is ours.
  bool talks_to_person = false;
};

enum class ProgramEnd : std::uint8_t { exited, killed, too_slow, too_much_output };

struct ProgramResult {
  ProgramEnd end = ProgramEnd::exited;
  int status = 0;  ///< the exit status, if it exited
  /// Somebody outside ended it, or the machine that ran out of memory: another time it may go well.
  bool was_stopped = false;
  std::string output;  ///< stdout
  std::string errors;  ///< the beginning of stderr, at most 64 KiB
};

/// Where the program of that name lies: looked for in the system's own folders and in nothing that
/// the environment names, so that nobody can slip another one in. No value if it is not installed.
std::optional<std::string> find_program(std::string_view name);

/// True of an absolute path of something that may be run.
bool is_program(const std::string& path);

/// Runs the program in an environment that holds nothing but PATH, LC_ALL=C.UTF-8 and what `run`
/// names, and waits for it. Throws IoError if it cannot be started at all. One run at a time in a
/// process: it sets how the process takes a broken pipe.
ProgramResult run_program(const ProgramRun& run);

}  // namespace handbok
