#include <chrono>

#include <catch2/catch.hpp>

#include "io/file.hpp"
#include "io/run_program.hpp"

namespace handbok {
namespace {

ProgramRun run_of(const char* name, std::vector<std::string> arguments) {
  const auto program = find_program(name);
  REQUIRE(program);
  ProgramRun run;
  run.program = *program;
  run.arguments = std::move(arguments);
  return run;
}

TEST_CASE("a program gets its input and arguments as they are", "[io]") {
  auto run = run_of("cat", {"-", "/dev/null"});
  run.input = std::string(300'000, 'a') + "å\n";
  const auto result = run_program(run);
  CHECK(result.end == ProgramEnd::exited);
  CHECK(result.status == 0);
  CHECK(result.output == run.input);

  const auto words = run_program(run_of("printf", {"%s|", "a b", "$(id)", "'"}));
  CHECK(words.output == "a b|$(id)|'|");
}

TEST_CASE("a program's status and complaints are told", "[io]") {
  const auto result = run_program(run_of("ls", {"/there/is/no/such/folder"}));
  CHECK(result.end == ProgramEnd::exited);
  CHECK(result.status == 2);
  CHECK(result.errors.find("/there/is/no/such/folder") != std::string::npos);
}

TEST_CASE("a program sees nothing of our environment", "[io]") {
  CHECK(run_program(run_of("env", {})).output == "PATH=/usr/bin:/bin\nLC_ALL=C.UTF-8\n");
}

TEST_CASE("a program that does not end or does not stop talking is killed", "[io]") {
  auto slow = run_of("sleep", {"60"});
  slow.seconds_max = 1;
  CHECK(run_program(slow).end == ProgramEnd::too_slow);

  auto talkative = run_of("yes", {});
  talkative.output_max = 1000;
  const auto result = run_program(talkative);
  CHECK(result.end == ProgramEnd::too_much_output);
  CHECK(result.output.size() == 1000);
}

TEST_CASE("a program that somebody stops is told apart from one that fails", "[io]") {
  CHECK(run_program(run_of("sh", {"-c", "kill -TERM $$"})).was_stopped);
  CHECK(run_program(run_of("sh", {"-c", "kill -KILL $$"})).was_stopped);
  const auto crashed = run_program(run_of("sh", {"-c", "kill -SEGV $$"}));
  CHECK(crashed.end == ProgramEnd::killed);
  CHECK_FALSE(crashed.was_stopped);
  auto slow = run_of("sleep", {"60"});
  slow.seconds_max = 1;
  CHECK_FALSE(run_program(slow).was_stopped);
}

TEST_CASE("a program that closes its outputs is held to its time all the same", "[io]") {
  auto silent = run_of("sh", {"-c", "exec >&- 2>&-; sleep 20"});
  silent.seconds_max = 1;
  const auto begin = std::chrono::steady_clock::now();
  CHECK(run_program(silent).end == ProgramEnd::too_slow);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));

  const auto brief = run_program(run_of("sh", {"-c", "exec >&- 2>&-; sleep 0.1; exit 3"}));
  CHECK(brief.end == ProgramEnd::exited);
  CHECK(brief.status == 3);
}

TEST_CASE("a program that does not read its input is no error", "[io]") {
  auto run = run_of("true", {});
  run.input = std::string(8'000'000, 'a');
  CHECK(run_program(run).status == 0);
}

TEST_CASE("a program that is not there", "[io]") {
  CHECK_FALSE(find_program("no-such-program-anywhere"));
  ProgramRun run;
  run.program = "/no/such/program";
  CHECK_THROWS_AS(run_program(run), IoError);
}

}  // namespace
}  // namespace handbok
