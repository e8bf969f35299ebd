#include "io/ssh_keygen.hpp"

#include <vector>

#include "io/file.hpp"
#include "io/own_process.hpp"
#include "io/run_program.hpp"
#include "io/write_files.hpp"

namespace handbok {
namespace {

constexpr std::string_view program_name = "ssh-keygen";
constexpr int verify_seconds = 5;  // it takes milliseconds; what takes longer hangs
constexpr int sign_seconds = 120;  // somebody may have to find a card
constexpr std::size_t output_bytes_max = std::size_t{64} * 1024;

std::string put(const ScratchFolder& folder, const char* name, std::string_view bytes) {
  auto path = folder.path() + "/" + name;
  write_file(path, bytes);
  return path;
}

}  // namespace

SshKeygenAnswer verify_signature(const SignatureToVerify& signature) {
  const auto program = find_program(program_name);
  if (!program) return SshKeygenAnswer::none;
  const ScratchFolder folder;
  ProgramRun run;
  run.program = *program;
  run.arguments = {
      "-Y", "verify",
      "-f", put(folder, "allowed_signers", std::string(signature.allowed_signers) + "\n"),
      "-I", std::string(signature.signer),
      "-n", std::string(signature.name_space),
      "-s", put(folder, "signature", signature.armour)};
  run.input = signature.statement;
  run.seconds_max = verify_seconds;
  run.output_max = output_bytes_max;
  const auto result = run_program(run);
  if (result.end != ProgramEnd::exited) return SshKeygenAnswer::none;
  return result.status == 0 ? SshKeygenAnswer::yes : SshKeygenAnswer::no;
}

Expected<std::string, SigningFailure> sign_statement(std::string_view statement,
                                                     const std::string& key_file,
                                                     std::string_view name_space) {
  const auto program = find_program(program_name);
  if (!program) return Unexpected{SigningFailure::no_program};
  ProgramRun run;
  run.program = *program;
  run.arguments = {"-Y", "sign", "-f", key_file, "-n", std::string(name_space)};
  run.input = statement;
  run.seconds_max = sign_seconds;
  run.output_max = output_bytes_max;
  // Where keys and cards are, and how to ask a person.
  run.environment =
      environment_of({"HOME", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE",
                      "SSH_SK_PROVIDER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"});
  run.talks_to_person = true;
  auto result = run_program(run);
  if (result.end == ProgramEnd::too_slow) return Unexpected{SigningFailure::too_slow};
  const bool is_signed = result.end == ProgramEnd::exited && result.status == 0;
  if (!is_signed) return Unexpected{SigningFailure::refused};
  return std::move(result.output);
}

}  // namespace handbok
